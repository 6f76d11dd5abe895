import type { WrappedKey } from '../storage/journal';

/** A message of the hub's log. */
export interface HubMessage {
  /** Stream sequence. */
  seq: number;
  /** The desk whose subject it came on: the author of `log`, the bearer of `relay`. */
  desk: string;
  kind: 'log' | 'relay';
  data: Uint8Array;
}

/** How far the log reaches, and whether it is the one read before. */
export interface HubLog {
  first: number;
  last: number;
}

/** The hub refused a publication because its last message on the subject is another than was thought. */
export class WrongLast extends Error {}

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
  /** @param expected sequence of the last message on the own subject, 0 for none. @throws WrongLast */
  publish(kind: HubMessage['kind'], data: Uint8Array, expected: number): Promise<{ seq: number }>;
  /** Every message from a place on, and each later one as it comes. */
  read(from: number): AsyncIterable<HubMessage> & { stop(): void };

  /** Puts keys that are not there; one that is there, also an erased one, is left as it is. */
  putKeys(keys: readonly WrappedKey[]): Promise<void>;
  /** Null: not there, or erased. */
  getKey(id: string): Promise<Uint8Array | null>;
  /** `wrapped` null: erased. */
  readKeys(from: number): AsyncIterable<{ seq: number; id: string; wrapped: Uint8Array | null; last: boolean }> & { stop(): void };
  /** Leaves nothing of it but that it was there. */
  eraseKey(id: string): Promise<void>;

  /** Sealed files, by id. */
  hasFile(id: string): Promise<boolean>;
  putFile(id: string, path: string): Promise<void>;
  /** Into a new file. @throws when the hash is another */
  getFile(id: string, path: string): Promise<void>;

  /** A sign of life to all, and those of the others. */
  sayHere(at: number): void;
  onSeen(heard: (desk: string, at: number) => void): () => void;
}

/** Tries to connect for ever, and says how it stands. */
export interface HubConnection {
  onState(told: (hub: HubPort | null, reason: string) => void): () => void;
  close(): Promise<void>;
}
