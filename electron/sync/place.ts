import { createHash } from 'node:crypto';
import { decode } from 'cborg';
import { type ChainPlace, isAfter } from '../storage/chain-place';

export type Place = ChainPlace;
export { isAfter };

/** What stands outside the seal of a batch. */
export interface BatchHead extends Place {
  desk: string;
  first: number;
}

export const START: Place = { inc: 0, last: 0 };

/** Where a desk's chain ends. */
export const latestOf = (ends: readonly (Place & { desk: string })[], desk: string): Place =>
  ends
    .filter((end) => end.desk === desk)
    .reduce<Place>((latest, { inc, last }) => (isAfter({ inc, last }, latest) ? { inc, last } : latest), START);

/** @throws when the payload is no batch of version 1 */
export function headOf(payload: Uint8Array): BatchHead {
  const batch = decode(payload) as Partial<BatchHead> & { v?: unknown };
  const { v, desk, inc, first, last } = batch;
  if (v !== 1 || typeof desk !== 'string' || !isCount(inc) || !isCount(first) || !isCount(last) || last < first)
    throw new Error('no batch of version 1');
  return { desk, inc, first, last };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0;

export const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
