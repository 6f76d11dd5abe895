import type { QuarantineReason } from '../../shared/domain/sync';
import type { InternalStorage } from '../storage/internal';
import type { HubCursor, Received } from '../storage/internal-sync';
import type { WrappedKey } from '../storage/journal';
import type { SignedBatch } from '../storage/signed-batch';
import { type Arrived, type Judged, judge, takeApart } from './judge';
import type { KnownDesks } from './known-desks';
import { type BatchHead, headOf } from './place';

type Right = Extract<Judged, { right: true }>;

/** Data keys that are wanted before their batches: those that could be had. */
export type KeySource = (ids: string[]) => Promise<WrappedKey[]>;

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

/** So much is applied in one go: an alarm gets in after every tenth of a second, and each is worth its transaction. */
const AT_ONCE = { batches: 100, bytes: 128 * 1024 };

/** What came from elsewhere, by the hub or on a stick: judged here, applied by the storage, one piece after the other. */
export class Receiver {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly deps: ReceiverDeps) {}

  /**
   * @param cursor where the last of them stands in the hub's log; null: it is not read in its order
   * @param again they come once more in that order, and whose key is not known by now may be known by then: what is wrong
   * is kept aside then, once
   */
  async receive(arrived: readonly Arrived[], keys: KeySource, cursor: HubCursor | null, again = false): Promise<ReceivedCount> {
    const { desks, hallId } = this.deps;
    const count: ReceivedCount = { changes: 0, known: 0, refused: 0 };
    let right: Right[] = [];
    let bytes = 0;
    const flush = async (last: HubCursor | null): Promise<void> => {
      const now = right;
      right = [];
      bytes = 0;
      if (now.length > 0) await this.inTurn(() => this.apply(now, keys, last, count));
      else if (last) await this.deps.storage.internal('internal.sync.remember', { cursor: last });
    };
    await desks.load();
    for (const message of arrived) {
      for (const first of await this.judgeAll(message)) {
        let judged = first;
        // The row of a new desk may stand a few messages before its first change.
        if (!judged.right && judged.batch && judged.reason === 'unknown-desk' && right.length > 0) {
          await flush(null);
          await desks.load();
          judged = await judge(judged.batch, message, hallId, desks);
        }
        if (!judged.right) {
          if (!again) await this.quarantine(judged, count);
        } else if (this.deps.isKnown(judged.head)) count.known++;
        else {
          right.push(judged);
          bytes += judged.batch.payload.length;
        }
        if (right.length >= AT_ONCE.batches || bytes >= AT_ONCE.bytes) await flush(null);
      }
    }
    await flush(cursor);
    return count;
  }

  /** Batches that were judged before and waited. */
  async again(batches: readonly SignedBatch[], keys: KeySource): Promise<void> {
    const right = batches.map((batch): Right => ({ right: true, batch, head: headOf(batch.payload) }));
    if (right.length > 0) await this.inTurn(() => this.apply(right, keys, null, { changes: 0, known: 0, refused: 0 }));
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => {});
    return mine;
  }

  private async judgeAll(message: Arrived): Promise<Judged[]> {
    const batches = takeApart(message);
    if (!Array.isArray(batches)) return [batches];
    return Promise.all(batches.map((batch) => judge(batch, message, this.deps.hallId, this.deps.desks)));
  }

  private async apply(right: readonly Right[], keys: KeySource, cursor: HubCursor | null, count: ReceivedCount): Promise<void> {
    const batches = right.map(({ batch }) => batch);
    const found: WrappedKey[] = [];
    const absent: string[] = [];
    for (;;) {
      const answer = await this.deps.storage.internal('internal.sync.receive', { batches, keys: found, absent, cursor });
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
