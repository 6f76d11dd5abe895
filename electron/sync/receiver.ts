import type { QuarantineReason } from '../../shared/domain/sync';
import type { InternalStorage } from '../storage/internal';
import type { HubCursor, Received } from '../storage/internal-sync';
import type { WrappedKey } from '../storage/journal';
import type { SignedBatch } from '../storage/signed-batch';
import { type Arrived, type Judged, judge, takeApart } from './judge';
import type { KnownDesks } from './known-desks';
import { type BatchHead, headOf } from './place';
import { StoredUpTo } from './stored-up-to';
import { UnderWay } from './under-way';

type Right = Extract<Judged, { right: true }>;

/** Data keys that are wanted before their batches: those that could be had. */
export type KeySource = (ids: string[]) => Promise<WrappedKey[]>;

/**
 * `past`: part of many, behind which nothing else has to wait. `beside`: they come once more in the hub's order, and whose key
 * is not known by now may be known by then: what is wrong is kept aside then, once.
 */
export type Way = 'now' | 'past' | 'beside';

export interface ReceivedCount {
  changes: number;
  known: number;
  refused: number;
}

export interface ReceiverDeps {
  storage: InternalStorage;
  hallId: string;
  desks: KnownDesks;
  /** Whether this batch is there already, without asking the storage: one's own come back from the hub. */
  isKnown(head: BatchHead): boolean;
  /** What became of each batch. */
  onBatch(head: BatchHead, received: Received): void;
  onRefused(desk: string, reason: QuarantineReason): void;
}

/** So much is applied in one go: each is worth its transaction, and what comes now gets in between two of them. */
const AT_ONCE = { batches: 400, bytes: 512 * 1024 };
/** Of the past, after something came now: an alarm is several changes, and the screens read what they brought. */
const AT_ONCE_BESIDE = { batches: 50, bytes: 64 * 1024 };
const BESIDE_FOR_MS = 3000;
/** Of the past: while one is stored the next is opened; the storage host takes them in the order in which they were asked. */
const UNDER_WAY = 2;

interface Piece {
  right: readonly Right[];
  keys: KeySource;
  cursor: HubCursor | null;
  way: Way;
}

/** Chunks in the order of the log. */
export interface PastReading {
  take(arrived: readonly Arrived[], cursor: HubCursor): Promise<void>;
  /** Everything that was taken is stored, and the cursor with it. */
  end(): Promise<void>;
}

const nothingYet = (): ReceivedCount => ({ changes: 0, known: 0, refused: 0 });

/** What came from elsewhere, by the hub or on a stick: judged here, applied by the storage, one piece after the other. */
export class Receiver {
  /** ms of the process clock when something last came beside a past. */
  private besideAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly deps: ReceiverDeps) {}

  /**
   * @param cursor where the last of them stands in the hub's log; null: it is not read in its order
   */
  async receive(arrived: readonly Arrived[], keys: KeySource, cursor: HubCursor | null, way: Way = 'now'): Promise<ReceivedCount> {
    const count = nothingYet();
    const pieces = new UnderWay(way === 'past' ? UNDER_WAY : 1);
    if (way === 'beside') this.besideAt = performance.now();
    const rest = await this.sort(arrived, way, pieces, count, (right) => this.apply({ right, keys, cursor: null, way }, count));
    // The cursor passes nothing that could not be stored.
    await pieces.all();
    if (rest.length > 0) await this.apply({ right: rest, keys, cursor, way }, count);
    else if (cursor) await this.remember(cursor);
    return count;
  }

  /**
   * A past that is read chunk by chunk: the next is judged while the last of this one is stored. A cursor is written with the
   * first piece that begins after all up to it was stored, so it stays behind, and passes nothing.
   * @param onStored in the order of the log, each when it and all before it is stored
   */
  past(keys: KeySource, onStored: (cursor: HubCursor, count: ReceivedCount) => void): PastReading {
    const pieces = new UnderWay(UNDER_WAY);
    const stored = new StoredUpTo<HubCursor>();
    return {
      take: async (arrived, cursor) => {
        const count = nothingYet();
        const apply = (right: readonly Right[]): Promise<void> => this.apply({ right, keys, cursor: stored.take(), way: 'past' }, count);
        const rest = await this.sort(arrived, 'past', pieces, count, apply);
        if (rest.length > 0) await pieces.begin(() => apply(rest));
        stored.add(cursor, pieces.soFar(), () => onStored(cursor, count));
      },
      end: async () => {
        await pieces.all();
        await stored.all();
        const cursor = stored.take();
        if (cursor) await this.remember(cursor);
      },
    };
  }

  /** Judges what arrived and begins it in pieces. @returns the right ones that no piece holds yet */
  private async sort(
    arrived: readonly Arrived[],
    way: Way,
    pieces: UnderWay,
    count: ReceivedCount,
    apply: (right: readonly Right[]) => Promise<void>,
  ): Promise<readonly Right[]> {
    const { desks, hallId } = this.deps;
    let right: Right[] = [];
    let bytes = 0;
    const flush = async (): Promise<void> => {
      const now = right;
      right = [];
      bytes = 0;
      if (now.length > 0) await pieces.begin(() => apply(now));
    };
    await desks.load();
    for (const message of arrived) {
      for (const first of await this.judgeAll(message)) {
        let judged = first;
        // The row of a new desk may stand a few messages before its first change.
        if (!judged.right && judged.batch && judged.reason === 'unknown-desk' && !(right.length === 0 && pieces.isEmpty)) {
          await flush();
          await pieces.all();
          await desks.load();
          judged = await judge(judged.batch, message, hallId, desks);
        }
        if (!judged.right) {
          if (way !== 'beside') await this.quarantine(judged, count);
        } else if (this.deps.isKnown(judged.head)) count.known++;
        else {
          right.push(judged);
          bytes += judged.batch.payload.length;
        }
        const atOnce = this.atOnce(way);
        if (right.length >= atOnce.batches || bytes >= atOnce.bytes) await flush();
      }
    }
    return right;
  }

  /** Batches that were judged before and waited. */
  async again(batches: readonly SignedBatch[], keys: KeySource): Promise<void> {
    const right = batches.map((batch): Right => ({ right: true, batch, head: headOf(batch.payload) }));
    if (right.length > 0) await this.apply({ right, keys, cursor: null, way: 'now' }, nothingYet());
  }

  private remember(cursor: HubCursor): Promise<unknown> {
    return this.deps.storage.internal('internal.sync.remember', { cursor });
  }

  private atOnce(way: Way): typeof AT_ONCE {
    return way === 'past' && performance.now() - this.besideAt < BESIDE_FOR_MS ? AT_ONCE_BESIDE : AT_ONCE;
  }

  private async judgeAll(message: Arrived): Promise<Judged[]> {
    const batches = takeApart(message);
    if (!Array.isArray(batches)) return [batches];
    return Promise.all(batches.map((batch) => judge(batch, message, this.deps.hallId, this.deps.desks)));
  }

  private async apply({ right, keys, cursor, way }: Piece, count: ReceivedCount): Promise<void> {
    const batches = right.map(({ batch }) => batch);
    const found: WrappedKey[] = [];
    const absent: string[] = [];
    for (;;) {
      const answer = await this.deps.storage.internal('internal.sync.receive', {
        batches,
        keys: found,
        absent,
        cursor,
        past: way === 'past',
      });
      if (answer.needKeys === null) {
        count.changes += answer.changes;
        for (const [i, received] of answer.received.entries()) {
          const head = right[i]?.head;
          if (received === 'known') count.known++;
          if (received === 'quarantined') this.refused(count, head?.desk ?? '', 'broken-chain');
          if (head) this.deps.onBatch(head, received);
        }
        return;
      }
      const asked = answer.needKeys.filter((id) => !absent.includes(id) && !found.some((key) => key.id === id));
      if (asked.length === 0) throw new Error('the storage asks for keys that it was given');
      const got = await keys(asked);
      found.push(...got);
      absent.push(...asked.filter((id) => !got.some((key) => key.id === id)));
    }
  }

  private async quarantine({ desk, reason, bytes }: Extract<Judged, { right: false }>, count: ReceivedCount): Promise<void> {
    await this.deps.storage.internal('internal.sync.quarantine', { desk, reason, bytes });
    this.refused(count, desk, reason);
  }

  private refused(count: ReceivedCount, desk: string, reason: QuarantineReason): void {
    count.refused++;
    this.deps.onRefused(desk, reason);
  }
}
