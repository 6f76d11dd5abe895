import type { Change } from '../../batch';
import type { RowSet } from '../apply';
import type { Meta } from '../stored';
import type { TableName } from '../tables';

/**
 * What is shown before its turn comes: a desk that still reads a past of a hundred thousand changes must hear of an alarm
 * within a second. Each of these says something by itself.
 */
const URGENT: ReadonlySet<string> = new Set<TableName>(['incidents', 'incidentEntries', 'messages', 'acknowledgements']);

/** Of a batch whose time has not come: what may be shown already. */
export const urgentOf = (changes: readonly Change[]): Change[] => changes.filter(({ table, op }) => URGENT.has(table) && op !== 'erase');

/**
 * Applies them to the rows alone: not to the journal, and nothing of them stands aside, for their batch comes again in its
 * order, and a row is the same however often a change meets it (row.ts). A rebuild drops them with all that waits, and
 * reads the hub anew. Left out is what could not be shown whole: without its key, or fields of a row that is not here. One that
 * turns out not to fit its desk's chain stays shown until a rebuild: the desk did say it, for the signature was right.
 *
 * They have no position in the journal: their rows' version counts such showings, below zero, so that no version ever
 * means two contents of a row (read.ts).
 * @param lacking keys that are not here
 * @returns the state to be stored with the rows
 */
export function showEarly(rows: RowSet, changes: readonly Change[], lacking: ReadonlySet<string>, meta: Meta): Meta {
  if (changes.length === 0) return meta;
  const early = (meta.early ?? 0) + 1;
  for (const change of changes)
    if (!lacking.has(change.keyId ?? '') && (change.op === 'add' || rows.has(change))) rows.tryChange(change, -early);
  return { ...meta, early };
}
