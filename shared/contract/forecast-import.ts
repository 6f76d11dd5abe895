import { z } from 'zod';
import { DayString, Id } from '../domain/basics';
import { ForecastChannel } from '../domain/forecast';
import { TRAIT_WRITERS } from '../rules/forecast-access';
import { FORECAST_COLUMNS } from '../rules/forecast-columns';
import { HEAD_WITHIN } from '../rules/ledger-head';
import { isRealDay } from '../rules/time';
import { command, query } from './define';

const none = z.object({});
const count = z.number().int().nonnegative();
/** Column index by what it holds. */
const Mapping = z.partialRecord(z.enum(FORECAST_COLUMNS), count.max(999));

export const FORECAST_ROWS_SHOWN = 10;
/** Of the refused lines, and of those that are there already. */
export const FORECAST_LINES_SHOWN = 200;
/** A pasted table; a larger one is a file. */
export const FORECAST_PASTE_AT_MOST = 2_000_000;

const Cells = z.array(z.string());
/** What would come of the list as it is read now. Only a few lines of it ever reach a screen. */
export const ForecastPreview = z.object({
  /** 「粘贴的表格」 for a pasted one. */
  fileName: z.string(),
  sheets: z.array(z.object({ name: z.string() })),
  sheet: count,
  /** As the spreadsheet numbers it, from 1; 0: no head was found, the columns are named by letters. */
  headRow: count,
  headRows: z.union([z.literal(1), z.literal(2)]),
  columns: z.array(z.string()),
  mapping: Mapping,
  /** The columns are as they were chosen for a list with the same head. */
  remembered: z.boolean(),
  missing: z.array(z.enum(FORECAST_COLUMNS)),
  rows: z.array(z.object({ line: count, cells: Cells, refused: z.boolean() })),
  lines: count,
  good: count,
  refused: count,
  duplicates: count,
  refusals: z.array(z.object({ line: count, reasons: z.array(z.string()), cells: Cells })),
  /** `sameAs` 0: it is in the forecast already. */
  repeats: z.array(z.object({ line: count, sameAs: count, cells: Cells })),
});
export type ForecastPreview = z.infer<typeof ForecastPreview>;

/** Of lines that name none themselves. */
const About = { date: DayString.refine(isRealDay, '没有这一天，请核对日期'), channel: ForecastChannel };

/** Lists may hold health and conduct: whoever may not write those imports none. */
export const forecastImportContract = {
  /** Opens the system's dialog and reads the file; null when it was cancelled. */
  'forecast.openFile': query('main', TRAIT_WRITERS, z.object(About), ForecastPreview.nullable()),
  'forecast.paste': query(
    'main',
    TRAIT_WRITERS,
    z.object({ ...About, text: z.string().min(1, '请粘贴表格').max(FORECAST_PASTE_AT_MOST, '粘贴的内容过长，请存成文件再导入') }),
    ForecastPreview,
  ),
  /** Another day, channel, sheet, head or other columns for the list that is open. */
  'forecast.mapFile': query(
    'main',
    TRAIT_WRITERS,
    z.object({
      ...About,
      sheet: count.max(999),
      /** Absent: looked for. */
      head: z.object({ row: count.min(1).max(HEAD_WITHIN), rows: z.union([z.literal(1), z.literal(2)]) }).optional(),
      /** Absent: as remembered, else by the names of the columns. */
      mapping: Mapping.optional(),
    }),
    ForecastPreview,
  ),
  'forecast.closeFile': query('main', TRAIT_WRITERS, none, none),
  /** All good lines of the list that is open, as one write; nothing of it is half there. */
  'forecast.import': command(
    'main',
    TRAIT_WRITERS,
    z.object({ requestId: Id }),
    z.object({ imported: count, duplicates: count, refused: count }),
  ),
} as const;
