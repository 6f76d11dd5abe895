import type { DayTotals } from '../../../shared/rules/day-totals';

/** The shapes IndexedDB holds. */

/** A row of a journaled table: open fields beside, the rest inside the seal. */
export interface StoredRow {
  id: string;
  /** Journal position of the batch that last changed it. */
  version: number;
  /** Encoded clock of the row's first change; of every field that `clocks` does not name. */
  clock: string;
  /** Fields changed later, each with its own clock: descriptive fields merge one by one. */
  clocks?: Record<string, string>;
  sealed?: Uint8Array;
  keyId?: string;
  /** A tombstone: the clock of the erasure. */
  erased?: string;
  [open: string]: unknown;
}

export interface StoredBatch {
  /** `${desk}.${inc}.${first}`, the numbers padded. */
  id: string;
  desk: string;
  inc: number;
  first: number;
  last: number;
  at: number;
  who: string;
  action: string;
  requestId: string;
  position: number;
  /** `visits/<id>` …: what the batch changed, for histories. */
  touched: string[];
  /** The position again, only where the batch is worth a line in the audit trail: a sparse index. */
  audit?: number;
  payload: Uint8Array;
}

export interface StoredKey {
  id: string;
  wrapped: Uint8Array;
}

export interface StoredDraft {
  /** `${staffId}/${desk}/${screen}` */
  id: string;
  savedAt: number;
  sealed: Uint8Array;
}

/** Derived from visits, with each write; rebuilt with them. `id` is the day. */
export type StoredTotals = DayTotals & { id: string };

/** A change that this version does not know, or that could not be read: kept, never dropped. */
export interface StoredAside {
  id: string;
  position: number;
  reason: 'newer' | 'malformed';
}

export interface ChainEnd {
  inc: number;
  last: number;
  hash: Uint8Array;
}

export interface Meta {
  id: 'state';
  hallId: string;
  /** A known value sealed by the hall key: another hall's key is noticed before anything is read with it. */
  check: Uint8Array;
  /** Journal position applied, and the hash of that payload. */
  position: number;
  hash: Uint8Array | null;
  /** When the last applied batch was made. */
  at: number | null;
  hlc: string | null;
  /** This desk's incarnation. */
  inc: number;
  /** Where each desk's chain ends. */
  chains: Record<string, ChainEnd>;
  /** A rebuild that has not reached its end; begun again at the next start. */
  rebuilding: boolean;
  /** After a rebuild: the lowest card and queue number to give on a day. */
  floors: Record<string, { card: number; queue: number }>;
}
