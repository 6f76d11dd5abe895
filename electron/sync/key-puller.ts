import type { InternalStorage } from '../storage/internal';
import type { WrappedKey } from '../storage/journal';
import { chunked } from './chunked';
import type { HubPort } from './hub-port';
import { StoredUpTo } from './stored-up-to';
import { UnderWay } from './under-way';

export interface KeysBegin {
  from: number;
  end: number;
  restored: boolean;
}
type KeyItem = { seq: number; id: string; wrapped: Uint8Array | null };

/** A piece is worth a transaction, and an alarm waits for one of them at most. */
const LIMIT = { count: 1000, bytes: 512 * 1024, weigh: ({ wrapped }: KeyItem) => (wrapped?.length ?? 0) + 64 };
/** While one piece is stored the next is opened. */
const UNDER_WAY = 2;

/** The hub's data keys, from where this desk stopped; they go on coming for as long as the connection holds. */
export class KeyPuller {
  private reached = 0;
  private caughtUp: () => void = () => {};
  /** Every key that was there at the beginning is here. */
  readonly all = new Promise<void>((resolve) => {
    this.caughtUp = resolve;
  });

  constructor(private readonly storage: InternalStorage) {}

  /** How far the keys were read, and whether fewer are there than that: then it is another hub, or an older copy. */
  async begin(hub: HubPort): Promise<KeysBegin> {
    const { keysSeq } = await this.storage.internal('internal.sync.memory', null);
    const end = await hub.keysEnd();
    return { from: keysSeq + 1, end, restored: end < keysSeq };
  }

  /** Until the connection is lost. */
  async run(hub: HubPort, begin: KeysBegin, signal: AbortSignal): Promise<void> {
    const { end, restored } = begin;
    const from = restored ? 1 : begin.from;
    this.reached = from - 1;
    if (this.reached >= end) this.caughtUp();
    const keys = hub.readKeys(from);
    signal.addEventListener('abort', () => keys.stop(), { once: true });
    const pieces = new UnderWay(UNDER_WAY);
    const stored = new StoredUpTo<number>();
    for await (const chunk of chunked(keys, LIMIT)) {
      if (signal.aborted) break;
      const living = chunk.flatMap(({ id, wrapped }) => (wrapped ? [{ id, wrapped }] : []));
      if (living.length > 0) await pieces.begin(() => this.add(hub, living, restored));
      this.reached = chunk.at(-1)?.seq ?? this.reached;
      stored.add(this.reached, pieces.soFar());
      // Of a past the next piece is read meanwhile.
      if (this.reached >= end) await stored.all();
      await this.remember(stored.take());
      if (this.reached >= end) this.caughtUp();
    }
    await stored.all();
    await this.remember(stored.take());
  }

  private async remember(keysSeq: number | null): Promise<void> {
    if (keysSeq !== null) await this.storage.internal('internal.sync.remember', { keysSeq });
  }

  /** An older copy of the hub has keys again that were erased since: here they are refused, and there they are erased anew. */
  private async add(hub: HubPort, keys: WrappedKey[], restored: boolean): Promise<void> {
    const { erased } = await this.storage.internal('internal.sync.addKeys', { keys });
    // One that only does not open here is none of them: its generation of the hall's key may be on its way.
    if (restored) for (const id of erased) await hub.eraseKey(id);
  }
}
