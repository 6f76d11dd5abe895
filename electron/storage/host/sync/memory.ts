import type { SyncMemory } from '../../internal-sync';
import type { ReceptionDb } from '../db';

const NOTHING: SyncMemory = { cursor: null, keysSeq: 0, published: null };

export async function memory(db: ReceptionDb): Promise<SyncMemory> {
  const { id: _, ...kept } = (await db.sync.get('memory')) ?? { id: 'memory', ...NOTHING };
  return kept;
}

/** Inside a transaction over `sync`. Overwrites what is given. */
export async function remember(db: ReceptionDb, what: Partial<SyncMemory>): Promise<void> {
  await db.sync.put({ ...(await memory(db)), ...what, id: 'memory' });
}
