import type { InternalStorage } from '../storage/internal';
import type { HubPort } from './hub-port';

export interface ErasureDeps {
  storage: InternalStorage;
  keyring: { destroy(ids: readonly string[]): Promise<void> };
  sounds: { destroy(id: string): Promise<void> };
  /** Whether a hub is set up: then a key counts as gone only when it is gone there, too. */
  hasHub: boolean;
}

/** A recording's key bears the recording's name; so does its file. */
const SOUND = 's:';

/**
 * What the log says is erased: the keys are destroyed where they lie, here and at the hub, and only then crossed off. A
 * desk without a connection destroys its own at once and the hub's on its next contact.
 */
export class Erasure {
  private readonly goneHere = new Set<string>();
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly deps: ErasureDeps) {}

  /** @returns how many keys are gone for good */
  run(hub: HubPort | null): Promise<number> {
    const mine = this.turn.then(() => this.work(hub));
    this.turn = mine.catch(() => {});
    return mine;
  }

  private async work(hub: HubPort | null): Promise<number> {
    const { storage, keyring, hasHub } = this.deps;
    const { ids } = await storage.internal('internal.sync.erasedKeys', null);
    const here = ids.filter((id) => !this.goneHere.has(id));
    if (here.length > 0) await keyring.destroy(here);
    for (const id of here) {
      if (id.startsWith(SOUND)) await this.deps.sounds.destroy(id.slice(SOUND.length));
      this.goneHere.add(id);
    }
    if (ids.length === 0 || (hasHub && !hub)) return 0;
    for (const id of hub ? ids : []) await eraseAt(hub as HubPort, id);
    await storage.internal('internal.sync.keysGone', { ids });
    for (const id of ids) this.goneHere.delete(id);
    return ids.length;
  }
}

async function eraseAt(hub: HubPort, id: string): Promise<void> {
  await hub.eraseKey(id);
  if (id.startsWith(SOUND)) await hub.removeFile(soundFile(id.slice(SOUND.length)));
}

/** Names of sealed files at the hub. */
export const soundFile = (id: string): string => `sound-${id}`;
