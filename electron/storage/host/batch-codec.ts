import { decode, encode } from 'cborg';
import type { Batch, BatchBody } from '../batch';
import { own } from './bytes';
import { openBytes, type SealKey, sealBytes } from './codec';

type Place = Pick<Batch, 'desk' | 'inc' | 'first' | 'last'>;

/** The body opens only at its own place in its desk's chain. */
const about = (b: Place): string => `batch|${b.desk}|${b.inc}|${b.first}|${b.last}`;

export function encodeBatch(bodyKey: SealKey, place: Place & Pick<Batch, 'prev'>, body: BatchBody): { batch: Batch; payload: Uint8Array } {
  const batch: Batch = { v: 1, ...place, body: sealBytes(bodyKey, encode(body), about(place)) };
  return { batch, payload: own(encode(batch)) };
}

/** @throws when the payload is not a batch */
export function decodeBatch(payload: Uint8Array): Batch {
  const batch = decode(payload) as Batch;
  const whole = [batch.inc, batch.first, batch.last].every(Number.isInteger);
  if (
    batch.v !== 1 ||
    typeof batch.desk !== 'string' ||
    !whole ||
    !(batch.prev instanceof Uint8Array) ||
    !(batch.body instanceof Uint8Array)
  ) {
    throw new Error('payload is no batch of version 1');
  }
  return batch;
}

/** @throws when the seal does not open */
export const openBody = (bodyKey: SealKey, batch: Batch): BatchBody => decode(openBytes(bodyKey, batch.body, about(batch))) as BatchBody;

const padded = (n: number, width: number): string => String(n).padStart(width, '0');
export const batchId = (b: Pick<Place, 'desk' | 'inc' | 'first'>): string => `${b.desk}.${padded(b.inc, 6)}.${padded(b.first, 12)}`;
/** From, and before which, the ids of one incarnation's batches stand. */
export const chainRange = (desk: string, inc: number): [string, string] => [`${desk}.${padded(inc, 6)}.`, `${desk}.${padded(inc, 6)}.~`];
