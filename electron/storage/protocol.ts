import type { LiveName, RequestName } from '../../shared/contract';
import type { Role } from '../../shared/domain/basics';
import type { AppError, Result } from '../../shared/result';
import type { InternalName } from './internal';

/** On whose behalf the storage host works; made by the router from the session, never by a screen. */
export interface Actor {
  /** Null for the program itself. */
  staffId: string | null;
  roles: readonly Role[];
  deskCode: string;
}

/** What the host needs to open the database. Sent once after the port. */
export interface OpenInput {
  /** 32 bytes. */
  hallKey: Uint8Array;
  /** The hall key's later generations that this desk has. */
  laterKeys: { id: number; key: Uint8Array }[];
  hallId: string;
  deskCode: string;
  /** Fixed or offset time in tests: added to Date.now(); 0 in a release. */
  clockOffsetMs: number;
  /** The journal's end as the main process sees it. */
  journal: { position: number; hash: Uint8Array | null };
}
/** Where the database stands against the journal. */
export interface OpenAnswer {
  /** Journal position that the database has applied. */
  applied: number;
  /** 'same': nothing to do; 'behind': send frames from applied+1; 'rebuild': cleared, send keys and all frames;
   *  'ahead': the journal lost its tail, `missing` are the payloads to append again; */
  state: 'same' | 'behind' | 'rebuild' | 'ahead' | 'newer-schema' | 'foreign';
  missing: Uint8Array[];
  schema: number;
}

/** Main → host. */
export type ToHost =
  | { kind: 'open'; id: number; input: OpenInput }
  /** Recovery: keys first, then frames in order; `done` after the last. `newIncarnation` when the database was rebuilt. */
  | {
      kind: 'recover';
      id: number;
      keys: { id: string; wrapped: Uint8Array }[];
      frames: { position: number; payload: Uint8Array }[];
      done: boolean;
    }
  | { kind: 'call'; id: number; name: RequestName | InternalName; input: unknown; actor: Actor; requestId: string }
  | { kind: 'subscribe'; id: number; name: LiveName; input: unknown; actor: Actor }
  | { kind: 'unsubscribe'; id: number }
  | { kind: 'journaled'; id: number; position: number }
  | { kind: 'journal-failed'; id: number; error: AppError };

/** Host → main. */
export type FromHost =
  | { kind: 'ready' }
  | { kind: 'opened'; id: number; answer: OpenAnswer }
  | { kind: 'recovered'; id: number; applied: number }
  | { kind: 'result'; id: number; result: Result<unknown> }
  | { kind: 'live'; id: number; result: Result<unknown> }
  /** Step 2 of a write: append all and flush once, then answer `journaled` with the last's position. New data keys go to the keyring first. */
  | { kind: 'journal'; id: number; payloads: Uint8Array[]; keys: { id: string; wrapped: Uint8Array }[] };
