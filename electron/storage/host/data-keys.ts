import { own } from './bytes';
import { deriveKey, type HallKeys, openBytes, type SealKey, sealBytes } from './codec';
import type { ReceptionDb } from './db';
import { GenerationKey } from './generation-key';
import { Lru } from './lru';

/** Rows of the hall itself are sealed with a key derived from the hall key; it is not in the table. */
export const HALL_KEY = 'hall';
export const personKeyId = (personId: string): string => `p:${personId}`;
/** A recording's own: destroying it destroys the sound wherever a copy of the file lies. */
export const soundKeyId = (recordingId: string): string => `s:${recordingId}`;
export const incidentKeyId = (incidentId: string): string => `i:${incidentId}`;
export const matterKeyId = (matterId: string): string => `m:${matterId}`;
/** A forecast item's own: when it is typed nobody knows whether it is of a person or a matter of this hall. */
export const forecastKeyId = (itemId: string): string => `f:${itemId}`;

/** Appointments and care notes fall due by themselves, long before the person they are of. */
export const appointmentKeyId = (appointmentId: string): string => `a:${appointmentId}`;
export const careNoteKeyId = (noteId: string): string => `c:${noteId}`;

export interface WrappedKey {
  id: string;
  wrapped: Uint8Array;
}

/** 64 bytes each with their name: a day's people and matters stay at hand, and all of the longest list that one write imports. */
const AT_HAND = 16_000;
const about = (id: string): string => `key|${id}`;

/**
 * The data keys of people and matters. Destroying one is erasure everywhere its sealed bytes stand, so no other
 * copy of a key is made: here is the wrapped one, and a cache that dies with the page.
 */
export class DataKeys {
  private readonly cache = new Lru<Uint8Array>(AT_HAND);

  constructor(
    private readonly db: ReceptionDb,
    private readonly hall: HallKeys,
  ) {}

  /** A new key; it is stored by the write that first uses it. */
  create(id: string): WrappedKey {
    const key = crypto.getRandomValues(new Uint8Array(32));
    this.cache.set(id, key);
    return { id, wrapped: sealBytes(this.hall.wrap, key, about(id)) };
  }

  /**
   * Brings keys into the cache. Missing ones (erased) are simply not there afterwards.
   * @param wrapped some that were read already
   */
  async load(ids: Iterable<string>, wrapped: ReadonlyMap<string, WrappedKey> = new Map()): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => id !== HALL_KEY && !this.cache.get(id));
    const asked = wanted.filter((id) => !wrapped.has(id));
    const rows = asked.length > 0 ? await this.db.keys.bulkGet(asked) : [];
    for (const row of [...rows, ...wanted.map((id) => wrapped.get(id))])
      if (row) this.cache.set(row.id, own(openBytes(this.hall.wrap, row.wrapped, about(row.id))));
  }

  /** Wrapped keys from elsewhere, at hand from now on. @returns those that open with this hall's key */
  learn(keys: readonly WrappedKey[]): WrappedKey[] {
    return keys.flatMap(({ id, wrapped }) => {
      try {
        this.cache.set(id, own(openBytes(this.hall.wrap, wrapped, about(id))));
        return [{ id, wrapped: own(wrapped) }];
      } catch {
        console.warn(`a data key from elsewhere does not open: ${id.slice(0, 2)}`);
        return [];
      }
    });
  }

  /** Erased between being opened and being stored. */
  unlearn(keys: readonly WrappedKey[]): void {
    for (const { id } of keys) this.cache.delete(id);
  }

  /** Synchronous, for use after `load`. */
  at(id: string): SealKey | undefined {
    return id === HALL_KEY ? this.hall.row : this.cache.get(id);
  }

  /** For sealed files: derived, so that the file's cipher never shares a key with the rows'. */
  async fileKey(id: string): Promise<Uint8Array | null> {
    await this.load([id]);
    const key = this.at(id);
    // A file's row names its key, not its generation: files of the hall itself keep the first.
    return key ? deriveKey(key instanceof GenerationKey ? key.first : key, 'file') : null;
  }

  /** Out of the database and of the memory; the keyring's copy is the main process's to destroy. */
  async erase(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.cache.delete(id);
    await this.db.keys.bulkDelete([...ids]);
  }

  forget(): void {
    this.cache.clear();
  }
}
