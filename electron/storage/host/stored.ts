import type { QuarantineReason } from '../../../shared/domain/sync';
import type { DayTotals } from '../../../shared/rules/day-totals';
import type { SyncMemory } from '../internal-sync';

/** The shapes IndexedDB holds. */

/** A row of a journaled table: open fields beside, the rest inside the seal. */
export interface StoredRow {
  id: string;
  /** Journal position of the batch that last changed it. Below zero: it was shown before its batch's turn (sync/urgent.ts). */
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
  /** `${desk}.${inc}.${first}`, the numbers padded; of one that another history replaced: `replaced.${position}`. */
  id: string;
  desk: string;
  inc: number;
  first: number;
  last: number;
  at: number;
  who: string;
  action: string;
  /** Only of this desk's own. */
  requestId?: string;
  position: number;
  /** `visits/<id>` …: what the batch changed, for histories. */
  touched: string[];
  /** The position again, only where the batch is worth a line in the audit trail: a sparse index. */
  audit?: number;
  /** Only then, too: `at` again, and what was done, by the line it wrote for the trail where it wrote one. */
  auditAt?: number;
  act?: string;
  /** The journal's frame: one's own payload, or another desk's signed batch. */
  payload: Uint8Array;
  /** 1: one's own, written before this desk was restored from a copy, at a place where the hub has another; to be written anew. */
  replaced?: 1;
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

/**
 * A change that this version does not know, that could not be read, or whose sealed half waits for its data key: kept,
 * never dropped.
 */
export interface StoredAside {
  /** `${position}.${index of the change}` */
  id: string;
  position: number;
  reason: 'newer' | 'malformed' | 'no-key';
  keyId?: string;
}

export interface ChainEnd {
  desk: string;
  inc: number;
  last: number;
  /** Of the last batch's payload. */
  hash: Uint8Array;
  /** The database has batches up to here behind a gap, which only a damaged journal leaves. */
  beyond?: number;
}

/** What this desk remembers of the hub. */
export type StoredMemory = SyncMemory & {
  id: 'memory';
  /** Data keys that are gone here, and may still lie at the hub. */
  toErase?: string[];
};

/** A batch that came before the one it continues, or from a newer version of the program. */
export interface StoredWaiting {
  /** Hash of the payload. */
  id: string;
  desk: string;
  inc: number;
  first: number;
  payload: Uint8Array;
  signature: Uint8Array;
}

export interface StoredQuarantine {
  /** Hash of bytes and reason; of the many that were too many, `more/<reason>`. */
  id: string;
  /** When it last came, ms UTC. */
  at: number;
  desk: string;
  reason: QuarantineReason;
  count: number;
  /** How long it was. */
  size: number;
  /** Its beginning. */
  bytes: Uint8Array;
}

export interface Meta {
  id: 'state';
  hallId: string;
  /** A known value sealed by the hall key: another hall's key is noticed before anything is read with it. */
  check: Uint8Array;
  /** Journal position applied, and the hash of that frame. */
  position: number;
  hash: Uint8Array | null;
  /** When this desk last wrote; other desks' clocks do not count. */
  at: number | null;
  hlc: string | null;
  /** This desk's incarnation. */
  inc: number;
  /** Where each desk's chain ends, by `${desk}.${inc}`. */
  chains: Record<string, ChainEnd>;
  /** A rebuild that has not reached its end; begun again at the next start. */
  rebuilding: boolean;
  /** After a rebuild or a restore: the lowest card and queue number to give on a day; incidents are counted on from `incident`. */
  floors: Record<string, { card: number; queue: number; incident?: number }>;
  /** How often something was shown before its turn. */
  early?: number;
}
