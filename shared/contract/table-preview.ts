import { z } from 'zod';
import { HEAD_WITHIN } from '../rules/ledger-head';

/** A spreadsheet that is read into the program: what would come of it, and what a person may put right about it. */

const count = z.number().int().nonnegative();
const rows = z.union([z.literal(1), z.literal(2)]);
const cells = z.array(z.string());
/** Column index by what it holds. */
const mappingOf = <const F extends readonly string[]>(fields: F) => z.partialRecord(z.enum(fields), count.max(999));

/** Of the lines that are refused, that are there already, or that are otherwise told one by one. */
export const TABLE_LINES_SHOWN = 200;

/** What would come of the table as it is read now. Only a few lines of it ever reach a screen. */
export const tablePreview = <const F extends readonly string[]>(fields: F) => ({
  fileName: z.string(),
  sheets: z.array(z.object({ name: z.string() })),
  sheet: count,
  /** As the spreadsheet numbers it, from 1; 0: no head was found, the columns are named by letters. */
  headRow: count,
  headRows: rows,
  columns: z.array(z.string()),
  mapping: mappingOf(fields),
  /** Without these nothing can be imported, and no column was found for them. */
  missing: z.array(z.enum(fields)),
  /** The first lines as they stand there. */
  rows: z.array(z.object({ line: count, cells, refused: z.boolean() })),
  lines: count,
  good: count,
  refused: count,
  duplicates: count,
  refusals: z.array(z.object({ line: count, reasons: z.array(z.string()), cells })),
  /** `sameAs`: the line of the table that said so first; 0: it is there already. */
  repeats: z.array(z.object({ line: count, sameAs: count, cells })),
});

/** Another sheet, another head or other columns for the table that is open. */
export const tableChoice = <const F extends readonly string[]>(fields: F) => ({
  sheet: count.max(999),
  /** Absent: looked for. */
  head: z.object({ row: count.min(1).max(HEAD_WITHIN), rows }).optional(),
  /** Absent: by the names of the columns, or as it was chosen for them before. */
  mapping: mappingOf(fields).optional(),
});

/** Any such table, for the code that reads it and the screen that shows it. */
export interface TablePreview<F extends string>
  extends Omit<z.infer<z.ZodObject<ReturnType<typeof tablePreview<readonly string[]>>>>, 'mapping' | 'missing'> {
  mapping: Partial<Record<F, number>>;
  missing: F[];
}
export interface TableChoice<F extends string>
  extends Omit<z.infer<z.ZodObject<ReturnType<typeof tableChoice<readonly string[]>>>>, 'mapping'> {
  mapping?: Partial<Record<F, number>> | undefined;
}
