import type { SyncMemory } from '../../internal-sync';
import type { ReceptionDb } from '../db';

const NOTHING: SyncMemory = { cursor: null, keysSeq: 0, published: null };

export async function memory(db: ReceptionDb): Promise<SyncMemory> {
  const { id: _, toErase: __, ...kept } = (await db.sync.get('memory')) ?? { id: 'memory', ...NOTHING };
  return kept;
}

/** Inside a transaction over `sync`. Overwrites what is given. */
export async function remember(db: ReceptionDb, what: Partial<SyncMemory>): Promise<void> {
  const waiting = await toErase(db);
  await db.sync.put({ ...(await memory(db)), ...what, id: 'memory', ...(waiting.length > 0 && { toErase: waiting }) });
}

/** Keys that are destroyed here; the hub's copy goes with its next contact. */
export async function eraseLater(db: ReceptionDb, ids: readonly string[]): Promise<void> {
  await changeToErase(db, (waiting) => [...new Set([...waiting, ...ids])]);
}
export async function erasedAtHub(db: ReceptionDb, ids: readonly string[]): Promise<void> {
  const gone = new Set(ids);
  await changeToErase(db, (waiting) => waiting.filter((id) => !gone.has(id)));
}
export const toErase = async (db: ReceptionDb): Promise<string[]> => (await db.sync.get('memory'))?.toErase ?? [];

async function changeToErase(db: ReceptionDb, change: (waiting: string[]) => string[]): Promise<void> {
  await db.transaction('rw', db.sync, async () => {
    const before = await toErase(db);
    const after = change(before);
    if (after.length !== before.length) await db.sync.put({ ...(await memory(db)), id: 'memory', toErase: after });
  });
}
