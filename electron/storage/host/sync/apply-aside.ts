import type { Change } from '../../batch';
import { RowSet } from '../apply';
import type { Host } from '../host';
import type { StoredAside } from '../stored';
import { bodyOf } from '../stored-batch';
import { isTable } from '../tables';

/** Changes whose sealed half waited for one of these keys. */
export async function applyWaitingFor(host: Host, keyIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(keyIds)];
  await applyAside(host, () => host.db.aside.where('keyId').anyOf(wanted).toArray());
}

/** After an upgrade: changes of tables that an older version of the program did not know. */
export async function applyNewer(host: Host): Promise<void> {
  await applyAside(host, () => host.db.aside.filter(({ reason }) => reason === 'newer').toArray());
}

/** Whenever a change comes, the row is the same (row.ts): what stood aside is applied now. */
async function applyAside(host: Host, read: () => PromiseLike<StoredAside[]>): Promise<void> {
  const { db, keys, writer } = host;
  if ((await read()).length === 0) return;
  await writer.take(async (meta) => {
    const found: { aside: StoredAside; change: Change }[] = [];
    for (const aside of await read()) {
      const [position, index] = aside.id.split('.').map(Number);
      const row = await db.batches
        .where('position')
        .equals(position ?? 0)
        .first();
      const change = row && bodyOf(host.hall, row).changes[index ?? 0];
      if (change && isTable(change.table)) found.push({ aside, change });
    }
    const rows = new RowSet(db, keys);
    await rows.load(
      found.map(({ change }) => change),
      'elsewhere',
    );
    const done: string[] = [];
    for (const { aside, change } of found) if (!rows.tryChange(change, aside.position)) done.push(aside.id);
    await rows.loadTotals();
    const beside = { tables: ['aside'], store: () => db.aside.bulkDelete(done) };
    return { reply: null, prepared: { batches: [], rows, keys: [], meta, beside } };
  });
  // A row keeps the version of its newest change: what was opened before it is not known to be old.
  host.forgetOpened();
}
