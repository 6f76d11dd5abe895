import { decode } from 'cborg';
import type { Batch, BatchBody } from '../../batch';
import type { SignedBatch } from '../../signed-batch';
import { decodeBatch, openBody } from '../batch-codec';
import type { Chains } from '../chains';
import type { HallKeys } from '../codec';
import { UnknownGeneration } from '../generation-key';
import { isBody } from './check-body';

/* What can be found out about a batch that came in without asking the database, while another write is still being stored. */

export type Place = Pick<Batch, 'desk' | 'inc' | 'first'>;
export interface ReadBatch {
  signed: SignedBatch;
  /** Only its place where a newer version of the program wrote it; null: it is no batch. */
  batch: Batch | Place | null;
}

export const isWhole = (batch: Batch | Place): batch is Batch => 'body' in batch;

export function readBatch(payload: Uint8Array): ReadBatch['batch'] {
  try {
    const { v, desk, inc, first } = decode(payload) as { v: number; desk: string; inc: number; first: number };
    if (!/^\d{2}$/.test(desk) || ![v, inc, first].every((n) => Number.isSafeInteger(n) && n > 0)) return null;
    if (v > 1) return { desk, inc, first };
    const batch = decodeBatch(payload);
    return batch.last >= first && batch.prev.length === 32 ? batch : null;
  } catch {
    return null;
  }
}

/** `later-key`: sealed with a generation of the hall's key that is not here (yet). */
export function openedBody(hall: HallKeys, batch: Batch): BatchBody | 'bad-seal' | 'malformed' | 'later-key' {
  try {
    const body: unknown = openBody(hall.body, batch);
    return isBody(body, batch) ? body : 'malformed';
  } catch (error) {
    return error instanceof UnknownGeneration ? 'later-key' : 'bad-seal';
  }
}

export interface ReadAhead {
  batches: ReadBatch[];
  /** Of those that were not here when they were read. What did not open then is tried again in its turn. */
  bodies: ReadonlyMap<Batch, BatchBody>;
}

export function readAhead(hall: HallKeys, signed: readonly SignedBatch[], chains: Chains): ReadAhead {
  const batches = signed.map((each): ReadBatch => ({ signed: each, batch: readBatch(each.payload) }));
  const bodies = new Map<Batch, BatchBody>();
  for (const { batch } of batches) {
    if (!batch || !isWhole(batch) || batch.last <= chains.last(batch.desk, batch.inc)) continue;
    const body = openedBody(hall, batch);
    if (typeof body !== 'string') bodies.set(batch, body);
  }
  return { batches, bodies };
}
