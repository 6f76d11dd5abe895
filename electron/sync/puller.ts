import { log } from '../log';
import type { InternalStorage } from '../storage/internal';
import type { HubCursor } from '../storage/internal-sync';
import { chunked } from './chunked';
import { keysAt } from './hub-keys';
import type { HubLog, HubMessage, HubPort } from './hub-port';
import type { Arrived } from './judge';
import { KeyPuller } from './key-puller';
import { sameBytes, sha256 } from './place';
import type { Receiver, Way } from './receiver';

export interface PullerDeps {
  storage: InternalStorage;
  receiver: Receiver;
  onProgress(progress: { done: number; total: number } | null): void;
  /** Everything that was at the hub when this connection began is here. */
  onAllReceived(restored: boolean): void;
  onReceived(changes: number): void;
  /** The hub is another than the one read before, or an older copy of it: all of it is read again. */
  onRestored(): void;
  /** So many messages between those that came were not given out: the hub cannot read them. */
  onUnreadable(messages: number): void;
}

/** So much is in memory at a time; the receiver stores it in pieces. */
const LIMIT = { count: 300, bytes: 4 * 1024 * 1024, weigh: ({ data }: HubMessage) => data.length + 64 };
/** With more than one message of a past, which may be a thousand batches, what comes now is taken beside it. */
const PAST = 1;
/** From so many on the screen shows how far it is. */
const LONG = 5;

interface Begin {
  from: number;
  log: HubLog;
  restored: boolean;
}

/** Reads what all desks wrote, in the hub's order, from where this desk stopped. */
export class Puller {
  constructor(private readonly deps: PullerDeps) {}

  /** Until the connection is lost. */
  async run(hub: HubPort, signal: AbortSignal): Promise<void> {
    const keys = new KeyPuller(this.deps.storage);
    const keysBegin = await keys.begin(hub);
    const begin = await this.begin(hub);
    const restored = begin.restored || keysBegin.restored;
    if (restored) {
      log.warn('sync: the hub is another or an older one; its log is read from the start');
      this.deps.onRestored();
    }
    await Promise.all([keys.run(hub, { ...keysBegin, restored }, signal), this.pull(hub, { ...begin, restored }, keys.all, signal)]);
  }

  private async begin(hub: HubPort): Promise<Begin> {
    const [{ cursor }, log_] = await Promise.all([this.deps.storage.internal('internal.sync.memory', null), hub.log()]);
    const start = Math.max(1, log_.first);
    if (!cursor) return { from: start, log: log_, restored: false };
    const there = cursor.seq <= log_.last ? await hub.at(cursor.seq) : null;
    const same = there !== null && sameBytes(hashOf(there), cursor.hash);
    return same ? { from: cursor.seq + 1, log: log_, restored: false } : { from: start, log: log_, restored: true };
  }

  private async pull(hub: HubPort, { from, log: { last }, restored }: Begin, keysThere: Promise<void>, signal: AbortSignal): Promise<void> {
    const total = last - from + 1;
    const long = total >= LONG;
    const live = total > PAST ? this.live(hub, last + 1, signal) : null;
    if (long) this.deps.onProgress({ done: 0, total });
    try {
      await Promise.race([keysThere, aborted(signal)]);
      if (signal.aborted) return;
      await this.inOrder(hub, from, last, signal, (seq) => {
        if (seq < last) this.deps.onProgress(long ? { done: seq - from + 1, total } : null);
        else {
          live?.stop();
          this.deps.onProgress(null);
          this.deps.onAllReceived(restored);
        }
      });
      await live?.done;
    } finally {
      live?.stop();
      this.deps.onProgress(null);
    }
  }

  /** The log in its order, with the cursor; `reached` hears how far it is until that is `last` for the first time. */
  private async inOrder(hub: HubPort, from: number, last: number, signal: AbortSignal, reached: (seq: number) => void): Promise<void> {
    const past = this.deps.receiver.past(
      (ids) => keysAt(hub, ids),
      ({ seq }, { changes }) => {
        this.deps.onReceived(changes);
        if (seq < last) reached(seq);
      },
    );
    let isPast = last - from + 1 > PAST;
    let next = from;
    if (from > last) reached(last);
    const messages = hub.read(from);
    const stop = (): void => messages.stop();
    signal.addEventListener('abort', stop, { once: true });
    for await (const chunk of chunked(messages, LIMIT)) {
      const end = chunk.at(-1);
      if (signal.aborted || !end) break;
      // Nothing is ever deleted in the log.
      const unreadable = end.seq + 1 - next - chunk.length;
      const begun = next;
      next = end.seq + 1;
      if (unreadable > 0) this.deps.onUnreadable(unreadable);
      const cursor = { seq: end.seq, hash: hashOf(end) };
      if (isPast) await past.take(chunk.map(arrived), cursor);
      else await this.receive(hub, chunk, cursor, 'now');
      if (begun > last || end.seq < last) continue;
      if (isPast) await past.end();
      isPast = false;
      reached(last);
    }
    await past.end();
  }

  /** What comes while a long past is read: an alarm does not queue behind a hundred thousand changes. Read again in its order. */
  private live(hub: HubPort, from: number, signal: AbortSignal): { stop(): void; done: Promise<void> } {
    const messages = hub.read(from);
    const stop = (): void => messages.stop();
    signal.addEventListener('abort', stop, { once: true });
    const work = async (): Promise<void> => {
      for await (const chunk of chunked(messages, LIMIT)) if (!signal.aborted) await this.receive(hub, chunk, null, 'beside');
    };
    const done = work();
    done.catch(() => {});
    return { stop, done };
  }

  private async receive(hub: HubPort, chunk: readonly HubMessage[], cursor: HubCursor | null, way: Way): Promise<void> {
    const { changes } = await this.deps.receiver.receive(chunk.map(arrived), (ids) => keysAt(hub, ids), cursor, way);
    this.deps.onReceived(changes);
  }
}

/** Which message it is, and not only what it says. */
const hashOf = ({ time, data }: HubMessage): Uint8Array => sha256(Buffer.concat([Buffer.from(`${time}|`), data]));

const arrived = ({ kind, desk, data }: HubMessage): Arrived => ({ data, from: desk, subject: kind === 'log' ? desk : null });

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })));
