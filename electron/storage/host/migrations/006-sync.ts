import type { Transaction } from 'dexie';
import { chainRange, decodeBatch } from '../batch-codec';
import { hashOf } from '../codec';
import type { ChainEnd, StoredBatch } from '../stored';

/** 同步: who may write, what was erased everywhere, and what this desk keeps for itself of the hub. */
export const schema006: Record<string, string> = {
  desks: 'id',
  erasures: 'id',
  hallKeys: 'id',
  /** `replaced`: only of those that are still to be written anew. */
  batches: 'id, &position, requestId, audit, *touched, replaced',
  aside: 'id, keyId',
  sync: 'id',
  waiting: 'id, [desk+inc+first]',
  quarantine: 'id, at',
};

/** Chains were kept by desk, and only of its newest incarnation; all of them were this desk's own. */
export async function upgrade006(transaction: Transaction): Promise<void> {
  const batches = transaction.table<StoredBatch, string>('batches');
  const meta = transaction.table<{ id: string; chains: Record<string, Omit<ChainEnd, 'desk'>> }, string>('meta');
  const state = await meta.get('state');
  if (!state) return;
  const chains: Record<string, ChainEnd> = {};
  for (const [desk, end] of Object.entries(state.chains)) {
    for (let inc = 1; inc < end.inc; inc++) {
      const [from, to] = chainRange(desk, inc);
      const row = await batches.where('id').between(from, to).last();
      if (row) chains[`${desk}.${inc}`] = { desk, inc, last: decodeBatch(row.payload).last, hash: hashOf(row.payload) };
    }
    chains[`${desk}.${end.inc}`] = { desk, ...end };
  }
  await meta.put({ ...state, chains });
}
