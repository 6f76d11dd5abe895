import { z } from 'zod';
import { Id, Instant, type Role } from '../domain/basics';
import { LEDGER_FIELDS } from '../rules/ledger-columns';
import { HEAD_WITHIN } from '../rules/ledger-head';
import { command, live, query } from './define';

const none = z.object({});
const count = z.number().int().nonnegative();
/** Who sets the hall up. */
const SETTERS: readonly Role[] = ['administrator'];
/** Column index by field. */
const Mapping = z.partialRecord(z.enum(LEDGER_FIELDS), count.max(999));

export const LEDGER_ROWS_SHOWN = 20;
/** Of the refused lines, of those that are there already, and of those that are shortened. */
export const LEDGER_LINES_SHOWN = 200;

export const LedgerRefusal = z.object({ line: count, reasons: z.array(z.string()), cells: z.array(z.string()) });
export type LedgerRefusal = z.infer<typeof LedgerRefusal>;

/** A line that says the same as an earlier one of the file; `sameAs` 0: as one that an earlier import brought. */
export const LedgerRepeat = z.object({ line: count, sameAs: count, cells: z.array(z.string()) });
export type LedgerRepeat = z.infer<typeof LedgerRepeat>;

/** A line that comes in with `lost` characters less than the file has. */
export const LedgerShortened = z.object({ line: count, lost: count, cells: z.array(z.string()) });
export type LedgerShortened = z.infer<typeof LedgerShortened>;

/** What would come of the file as it is read now. Only a few lines of it ever reach a screen. */
export const LedgerPreview = z.object({
  fileName: z.string(),
  sheets: z.array(z.object({ name: z.string() })),
  sheet: count,
  /** As the spreadsheet numbers it, from 1; 0: no head was found, the columns are named by letters. */
  headRow: count,
  headRows: z.union([z.literal(1), z.literal(2)]),
  columns: z.array(z.string()),
  mapping: Mapping,
  /** Fields without which nothing can be imported and that no column was found for. */
  missing: z.array(z.enum(LEDGER_FIELDS)),
  rows: z.array(z.object({ line: count, cells: z.array(z.string()), refused: z.boolean() })),
  lines: count,
  good: count,
  refused: count,
  duplicates: count,
  refusals: z.array(LedgerRefusal),
  repeats: z.array(LedgerRepeat),
  /** Lines too long to be kept whole, and the first of them. */
  shortened: count,
  shortenings: z.array(LedgerShortened),
});
export type LedgerPreview = z.infer<typeof LedgerPreview>;

export const LedgerState = z.object({
  phase: z.enum(['idle', 'reading', 'preview', 'importing', 'cancelling', 'done', 'cancelled', 'undoing', 'undone', 'failed']),
  fileName: z.string(),
  done: count,
  /** 0: not known yet. */
  total: count,
  imported: count,
  duplicates: count,
  refused: count,
  /** Why it failed. */
  message: z.string(),
});
export type LedgerState = z.infer<typeof LedgerState>;

export const LedgerImport = z.object({
  id: Id,
  at: Instant,
  staffName: z.string(),
  fileName: z.string(),
  state: z.enum(['running', 'done', 'undone']),
  lines: count,
  imported: count,
  duplicates: count,
  refused: count,
});
export type LedgerImport = z.infer<typeof LedgerImport>;

export const ledgerContract = {
  /** Opens the system's dialog and reads the file; null when it was cancelled. */
  'ledger.open': query('main', SETTERS, none, LedgerPreview.nullable()),
  /** Another sheet, another head or other columns for the file that is open. */
  'ledger.map': query(
    'main',
    SETTERS,
    z.object({
      sheet: count.max(999),
      /** Absent: looked for. */
      head: z.object({ row: count.min(1).max(HEAD_WITHIN), rows: z.union([z.literal(1), z.literal(2)]) }).optional(),
      /** Absent: by the names of the columns. */
      mapping: Mapping.optional(),
    }),
    LedgerPreview,
  ),
  /** All refused lines with their reasons as a CSV file; opens the system's save dialog. Audited. */
  'ledger.export': query('main', SETTERS, none, z.object({ saved: z.boolean(), fileName: z.string() })),
  /** The file that is open is let go. */
  'ledger.close': query('main', SETTERS, none, none),
  /** Goes on in the background; `ledger.state` tells how far. */
  'ledger.start': command('main', SETTERS, none, z.object({ importId: Id })),
  /** Stops the reading or the import; what the import wrote is taken back. */
  'ledger.cancel': query('main', SETTERS, none, none),
  'ledger.state': live('main', SETTERS, none, LedgerState),
  /** 「撤销这次导入」 */
  'ledger.undo': command('main', SETTERS, z.object({ importId: Id }), none),
  'ledger.list': live('storage', SETTERS, none, z.array(LedgerImport)),
} as const;
