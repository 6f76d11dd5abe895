import { log } from '../log';
import type { FilePlaces } from './file-places';
import type { HubFile, HubPort } from './hub-port';
import { Waker } from './waker';

export interface FileSyncDeps {
  places: FilePlaces;
  /** Whether changes are on their way: files wait for them. */
  busy(): boolean;
  /** Whether the disk has room for what others keep. */
  hasRoom(): boolean;
  /** Between two pieces, ms. Default 5: half of a small line stays free. */
  restMs?: number;
}

const LOOK_MS = 30_000;
const BUSY_MS = 100;
/** However much is written, a file gets on by a piece in this time. */
const LONGEST_MS = 2000;

/**
 * Sealed files after the changes, one at a time, both ways. Also recordings are fetched in the background and not only
 * when somebody wants to hear one: a desk holds everything it needs, and what is wanted is wanted when the hub is away.
 * They stop where the disk guard begins to warn; what was not fetched then is fetched when there is room.
 */
export class FileSync {
  private readonly waker = new Waker();

  constructor(private readonly deps: FileSyncDeps) {}

  /** A document or a recording may have come to an end. */
  wake(): void {
    this.waker.wake();
  }

  /** Until the connection is lost. */
  async run(hub: HubPort, signal: AbortSignal): Promise<void> {
    const there = new Map<string, HubFile>();
    for (let reached = 0; !signal.aborted; ) {
      const news = await hub.files(reached);
      reached = news.reached;
      for (const file of news.files) there.set(file.id, file);
      const moved = await this.exchange(hub, there, signal);
      if (moved > 0) log.info(`sync: ${moved} files exchanged`);
      await this.waker.wait(LOOK_MS, signal);
    }
  }

  private async exchange(hub: HubPort, there: Map<string, HubFile>, signal: AbortSignal): Promise<number> {
    const here = await this.deps.places.here();
    const between = (): Promise<void> => this.between(signal);
    let moved = 0;
    for (const id of here) {
      const path = this.deps.places.pathOf(id);
      // What is marked as removed was erased: no desk brings it back.
      if (signal.aborted || !path || there.has(id)) continue;
      moved += await attempt(signal, async () => {
        await hub.putFile(id, path, between);
        there.set(id, { id, bytes: 0, removed: false });
      });
    }
    for (const { id, removed } of there.values()) {
      const path = this.deps.places.pathOf(id);
      if (signal.aborted || removed || !path || here.has(id) || !this.deps.hasRoom()) continue;
      moved += await attempt(signal, () => hub.getFile(id, path, between));
    }
    return moved;
  }

  private async between(signal: AbortSignal): Promise<void> {
    const began = performance.now();
    do {
      await new Promise((resolve) => setTimeout(resolve, this.deps.busy() ? BUSY_MS : (this.deps.restMs ?? 5)));
      signal.throwIfAborted();
    } while (this.deps.busy() && performance.now() - began < LONGEST_MS);
  }
}

/** A file that does not pass is tried again at the next look; the others do not wait for it. */
async function attempt(signal: AbortSignal, work: () => Promise<void>): Promise<0 | 1> {
  try {
    await work();
    return 1;
  } catch (error) {
    if (!signal.aborted) log.warn(`sync: a file was not exchanged (${error instanceof Error ? error.name : 'error'})`);
    return 0;
  }
}
