import { z } from 'zod';
import { DayString, Id } from '../domain/basics';
import { ForecastChannel } from '../domain/forecast';
import { TRAIT_WRITERS } from '../rules/forecast-access';
import { FORECAST_COLUMNS } from '../rules/forecast-columns';
import { isRealDay } from '../rules/time';
import { command, query } from './define';
import { tableChoice, tablePreview } from './table-preview';

const none = z.object({});
const count = z.number().int().nonnegative();

export const FORECAST_ROWS_SHOWN = 10;
/** A pasted table; a larger one is a file. */
export const FORECAST_PASTE_AT_MOST = 2_000_000;

/** `fileName` is 「粘贴的表格」 for a pasted one. */
export const ForecastPreview = z.object({
  ...tablePreview(FORECAST_COLUMNS),
  /** The columns are as they were chosen for a list with the same head. */
  remembered: z.boolean(),
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
  'forecast.mapFile': query('main', TRAIT_WRITERS, z.object({ ...About, ...tableChoice(FORECAST_COLUMNS) }), ForecastPreview),
  'forecast.closeFile': query('main', TRAIT_WRITERS, none, none),
  /** All good lines of the list that is open, as one write; nothing of it is half there. */
  'forecast.import': command(
    'main',
    TRAIT_WRITERS,
    z.object({ requestId: Id }),
    z.object({ imported: count, duplicates: count, refused: count }),
  ),
} as const;
