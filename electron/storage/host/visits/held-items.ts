import Dexie from 'dexie';
import type { Host } from '../host';

/** How many deposits of each visit are not given back; visits without any are not in the map. */
export async function heldItemsOf({ db }: Pick<Host, 'db'>, visitIds: readonly string[]): Promise<Map<string, number>> {
  const held = new Map<string, number>();
  const wanted = new Set(visitIds);
  const items = db.rows('items').where('[state+visitId]');
  // One visit is a look-up; for a list, all that is held anywhere is a handful.
  const [only] = visitIds;
  const rows =
    visitIds.length === 1 && only !== undefined
      ? await items.equals(['held', only]).toArray()
      : await items.between(['held', Dexie.minKey], ['held', Dexie.maxKey]).toArray();
  for (const row of rows) {
    const id = String(row.visitId);
    if (!row.erased && wanted.has(id)) held.set(id, (held.get(id) ?? 0) + 1);
  }
  return held;
}
