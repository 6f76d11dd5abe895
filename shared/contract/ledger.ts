import { z } from 'zod';
import { Id, Instant, type Role } from '../domain/basics';
import { LEDGER_FIELDS } from '../rules/ledger-columns';
import { command, live, query } from './define';
import { tableChoice, tablePreview } from './table-preview';

const none = z.object({});
const count = z.number().int().nonnegative();
/** Who sets the hall up. */
const SETTERS: readonly Role[] = ['administrator'];

export const LEDGER_ROWS_SHOWN = 20;

export const LedgerPreview = z.object({
  ...tablePreview(LEDGER_FIELDS),
  /** Lines too long to be kept whole, and the first of them: each comes in with `lost` characters less than the file has. */
  shortened: count,
  shortenings: z.array(z.object({ line: count, lost: count, cells: z.array(z.string()) })),
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
  'ledger.map': query('main', SETTERS, z.object(tableChoice(LEDGER_FIELDS)), LedgerPreview),
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
