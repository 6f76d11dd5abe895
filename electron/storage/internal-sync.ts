import type { QuarantineReason } from '../../shared/domain/sync';
import type { WrappedKey } from './journal';
import type { SignedBatch } from './signed-batch';

/** Where a desk's changes end, of one incarnation. */
export interface SyncEnd {
  desk: string;
  inc: number;
  /** The last change's number. */
  last: number;
  /** SHA-256 of the last batch's payload. */
  hash: Uint8Array;
}

/** How far the hub's log was read. Kept in the database with what was applied, so that both are one. */
export interface HubCursor {
  /** Stream sequence of the last message applied. */
  seq: number;
  /** SHA-256 of that message: another message at that place, or none, means a restored hub. */
  hash: Uint8Array;
}

/** What this desk remembers of the hub across a restart; local, never journaled: after a rebuild all is read anew. */
export interface SyncMemory {
  cursor: HubCursor | null;
  /** Of the stream of keys. */
  keysSeq: number;
  /** The last own change that the hub was seen to hold. */
  published: { inc: number; last: number } | null;
}

export type { SignedBatch };

export interface OutgoingBatch {
  desk: string;
  inc: number;
  first: number;
  last: number;
  /** Milliseconds UTC. */
  at: number;
  payload: Uint8Array;
  /** Of another desk's batch: its author's. Null: one's own, to be signed. */
  signature: Uint8Array | null;
}

export interface KnownDesk {
  code: string;
  /** Ed25519, 32 bytes, hex. */
  publicKey: string;
  /** What of a revoked desk still counts: its changes up to here. Null: it is not revoked. */
  revokedAfter: { inc: number; last: number } | null;
}

/** Of a batch that came in, in the order given. */
export type Received =
  | 'applied'
  /** It was there already, the same bytes. */
  | 'known'
  /** One before it is missing: kept, and applied when that comes. */
  | 'waiting'
  /** Kept where an administrator sees it, never applied. */
  | 'quarantined';

/** Calls of the sync service to the storage host. */
export interface SyncRequests {
  'internal.sync.memory': { input: null; output: SyncMemory };
  /** Overwrites what is given, leaves the rest. */
  'internal.sync.remember': { input: Partial<SyncMemory>; output: null };
  /** Where every desk's changes end, one line an incarnation. */
  'internal.sync.ends': { input: null; output: { inc: number; ends: SyncEnd[] } };
  /**
   * A desk's batches after a change, oldest first, up to so many bytes (one batch at least), with the wrapped data keys
   * that their changes name and this desk still has.
   */
  'internal.sync.outgoing': {
    input: { desk: string; inc: number; after: number; bytes: number };
    output: { batches: OutgoingBatch[]; keys: WrappedKey[]; more: boolean };
  };
  /** How many changes of this desk follow a place in its chain, and when the first of them was made (ms UTC). */
  'internal.sync.waiting': { input: { inc: number; last: number } | null; output: { changes: number; since: number | null } };
  /**
   * Batches whose signatures the main process has found right. Applied exactly once, in the chain's order, journaled before
   * they are stored, with the cursor. When a data key is wanted that is neither here, nor given, nor in `absent`, nothing is
   * done and `needKeys` names it: keys come before what they open. `past`: part of many, which let everything else go first.
   */
  'internal.sync.receive': {
    input: { batches: SignedBatch[]; keys: WrappedKey[]; absent: string[]; cursor: HubCursor | null; past: boolean };
    output: { needKeys: string[] } | { needKeys: null; received: Received[]; changes: number };
  };
  /** How many items stand in quarantine. */
  'internal.sync.quarantined': { input: null; output: number };
  /** Something that came in and is not to be applied: a wrong signature, an unknown desk, bytes that are no message. Equal ones are counted. */
  'internal.sync.quarantine': {
    input: { desk: string; reason: QuarantineReason; bytes: Uint8Array };
    output: null;
  };
  /**
   * New data keys from the hub: into keyring and table; known ones are left as they are. `erased`: those of them that a row
   * of `erasures` names. `refused` counts these and what does not open here (yet).
   */
  'internal.sync.addKeys': { input: { keys: WrappedKey[] }; output: { added: number; refused: number; erased: string[] } };
  'internal.sync.keys': { input: { ids: string[] }; output: WrappedKey[] };
  /** Who may write, as the table `desks` says. */
  'internal.sync.desks': { input: null; output: KnownDesk[] };
  /** Rows of `desks`: this desk's own, and those that are invited. */
  'internal.sync.putDesk': { input: { code: string; publicKey: string }; output: null };
  /** `renewed`: the hall's key of a new generation, with a share for each desk that goes on; what follows is sealed with it. */
  'internal.sync.revokeDesk': {
    input: { code: string; reason: string; renewed: { id: number; key: Uint8Array; shares: Record<string, string> } | null };
    output: null;
  };
  /** Shares of later generations of the hall's key that this desk has not opened yet. */
  'internal.sync.hallKeys': { input: null; output: { id: number; share: string }[] };
  /** Such a key, opened, and kept by the main process already. The batches that waited for it, to be received again. */
  'internal.sync.addHallKey': { input: { id: number; key: Uint8Array }; output: { waited: SignedBatch[] } };
  /** This profile came from an older copy: own changes are numbered anew from here, card and queue numbers from fresh blocks. */
  'internal.sync.beginIncarnation': { input: { reason: 'restored' }; output: { inc: number } };
  /**
   * Own batches whose numbers the hub holds with other content (written after a restore, before the hub could be asked) are
   * written again in the newest incarnation. `receive` does it by itself when it finds such a fork; this goes on with one
   * that was cut short. Answers how many batches were written.
   */
  'internal.sync.reissue': { input: null; output: { written: number } };
  /** From now on these data keys are destroyed everywhere. An own write, which the other desks receive. */
  'internal.sync.eraseKeys': { input: { keyIds: string[]; basis: string }; output: null };
  /** Of all that was erased: the keys that are still here. Destroyed in the keyring first, then named to `keysGone`. */
  'internal.sync.erasedKeys': { input: null; output: { ids: string[] } };
  'internal.sync.keysGone': { input: { ids: string[] }; output: null };
}
