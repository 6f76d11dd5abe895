import type { WrappedKey } from '../storage/journal';
import type { Place } from './place';

/** A message of the hub's log. */
export interface HubMessage {
  /** Stream sequence. */
  seq: number;
  /** The desk whose subject it came on: the author of `log`, the bearer of `relay`. */
  desk: string;
  kind: 'log' | 'relay';
  /** When the hub stored it, nanoseconds: the same bytes sent again to a hub that was wiped are another message. */
  time: string;
  data: Uint8Array;
}

/** What a desk says of itself every few seconds. */
export interface SignOfLife {
  /** Its clock, ms UTC. */
  at: number;
  /** Desks of whose chain it lacks what follows a place, although something later is there, or what came was damaged. */
  lacks: { desk: string; after: Place }[];
}

export interface HubFile {
  id: string;
  /** Of the sealed file. */
  bytes: number;
  removed: boolean;
}

/** How far the log reaches, and whether it is the one read before. */
export interface HubLog {
  first: number;
  /** Of the last message that can be read. */
  last: number;
}

/** The hub refused a publication because its last message on the subject is another than was thought. */
export class WrongLast extends Error {
  /** @param last sequence of the last message there, where the hub says it: one that it cannot read any more it names only here */
  constructor(
    message: string,
    readonly last: number | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** One batch is larger than the hub takes: it goes by a stick. */
export class TooLarge extends Error {}

/**
 * The hub as the sync service sees it while connected: NATS in the program, a hub with faults in the memory of a test.
 * Every call rejects when the connection is lost.
 */
export interface HubPort {
  log(): Promise<HubLog>;
  /** The message at a place; null: none there. */
  at(seq: number): Promise<HubMessage | null>;
  /** The last message on this desk's own subject. */
  lastOwn(kind: HubMessage['kind']): Promise<HubMessage | null>;
  /** The last message on another desk's subject. */
  lastOf(desk: string, kind: HubMessage['kind']): Promise<HubMessage | null>;
  /** Every relayed message there is now, of all bearers. They are few. */
  relays(): Promise<HubMessage[]>;
  /** @param expected sequence of the last message on the own subject, 0 for none. @throws WrongLast */
  publish(kind: HubMessage['kind'], data: Uint8Array, expected: number): Promise<{ seq: number }>;
  /** Every message from a place on, and each later one as it comes. */
  read(from: number): AsyncIterable<HubMessage> & { stop(): void };

  /** Puts keys that are not there; one that is there, also an erased one, is left as it is. */
  putKeys(keys: readonly WrappedKey[]): Promise<void>;
  /** Null: not there, or erased. */
  getKey(id: string): Promise<Uint8Array | null>;
  /** Sequence of the newest message of the stream of keys that can be read, 0: none. */
  keysEnd(): Promise<number>;
  /** `wrapped` null: erased. */
  readKeys(from: number): AsyncIterable<{ seq: number; id: string; wrapped: Uint8Array | null; last: boolean }> & { stop(): void };
  /** Leaves nothing of it but that it was there. */
  eraseKey(id: string): Promise<void>;

  /** Sealed files, by id: what is new since a place (0: all), and the place to ask from next time. */
  files(since: number): Promise<{ files: HubFile[]; reached: number }>;
  /** Goes on where an earlier try stopped. `between` is asked before each piece: files wait for changes. */
  putFile(id: string, path: string, between: () => Promise<void>): Promise<void>;
  /** Into a new file, from where an earlier try stopped. @throws when the hash is another */
  getFile(id: string, path: string, between: () => Promise<void>): Promise<void>;
  removeFile(id: string): Promise<void>;

  /** A sign of life to all, and those of the others. */
  sayHere(sign: SignOfLife): void;
  onSeen(heard: (desk: string, sign: SignOfLife) => void): () => void;
}

/** Tries to connect for ever, and says how it stands. */
export interface HubConnection {
  onState(told: (hub: HubPort | null, reason: string) => void): () => void;
  close(): Promise<void>;
}
