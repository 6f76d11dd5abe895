import type { Transaction } from 'dexie';
import { withFoundBy } from '../newest-first-index';
import type { StoredRow } from '../stored';

/** People are looked up from the newest on; the index in the order of their ids is not asked any more. */
export const schema005: Record<string, string> = {
  persons: 'id, docHash, *foundBy, mergedInto',
};

export async function upgrade005(transaction: Transaction): Promise<void> {
  await transaction
    .table<StoredRow, string>('persons')
    .toCollection()
    .modify((row) => {
      Object.assign(row, withFoundBy(row));
    });
}
