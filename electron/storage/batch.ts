/**
 * A batch is one write: its changes, made durable, published and applied together or not at all.
 * The same bytes are a journal frame's payload, a hub message and an entry of a USB package.
 */
export interface Change {
  /** Hybrid logical clock, encoded (shared/rules/hlc). */
  hlc: string;
  table: string;
  rowId: string;
  /** `add` for rows that are only ever added; `put` merges field by field; `erase` leaves a tombstone. */
  op: 'add' | 'put' | 'erase';
  /** Fields outside the seal that this change sets. */
  open: Record<string, unknown>;
  /** Sealed CBOR of the fields inside the seal that this change sets. */
  sealed?: Uint8Array;
  /** Which data key opens `sealed`. */
  keyId?: string;
}

export interface BatchBody {
  /** Same request id, same write. */
  requestId: string;
  /** Milliseconds UTC. */
  at: number;
  /** Staff id, or `program` for the program's own writes. */
  who: string;
  /** Contract name of what was done, e.g. `visit.register`. */
  action: string;
  /** What the request answered, so that a retry answers the same. */
  reply: unknown;
  changes: Change[];
}

export interface Batch {
  v: 1;
  desk: string;
  /** Incarnation: 1, 2, …; a restore or rebuild begins a new one. */
  inc: number;
  /** Gapless sequence numbers of the first and last change, from 1 in each incarnation. */
  first: number;
  last: number;
  /** SHA-256 of the desk's previous batch payload; 32 zero bytes for its very first. An incarnation's first may follow any earlier one. */
  prev: Uint8Array;
  /** BatchBody as CBOR, sealed for the hall. */
  body: Uint8Array;
}
