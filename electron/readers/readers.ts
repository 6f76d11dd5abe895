import { READ_LIMIT_MS } from '../../shared/domain/reader';
import type { ReaderAnswer } from '../../shared/rules/reader-answer';
import { type ReaderAdapter, ReaderFault, type ReaderFaultKind } from './adapter';

export type ReadOutcome = { elapsedMs: number } & (
  | { ok: true; answer: ReaderAnswer }
  | { ok: false; fault: ReaderFaultKind; about: string }
);

/** An adapter that does not end with its signal is left behind this much later. */
const GRACE_MS = 100;
/** Closing the device is nobody's to wait for, nor is it to go on for ever. */
const LEAVE_LIMIT_MS = 1000;

interface Lane {
  stop: AbortController;
}

/** One read at a time, and each over within the limit whatever the device does. Errors are values. */
export class Readers {
  private lane: Lane | null = null;
  private leaving: Promise<void> = Promise.resolve();

  constructor(
    private readonly limitMs = READ_LIMIT_MS,
    private readonly now: () => number = () => performance.now(),
  ) {}

  async read(adapter: ReaderAdapter | null): Promise<ReadOutcome> {
    const began = this.now();
    const ended = (outcome: { ok: true; answer: ReaderAnswer } | { ok: false; fault: ReaderFaultKind; about: string }): ReadOutcome => ({
      ...outcome,
      elapsedMs: Math.round(this.now() - began),
    });
    if (!adapter) return ended({ ok: false, fault: 'off', about: '' });
    if (this.lane) return ended({ ok: false, fault: 'busy', about: '' });
    const lane: Lane = { stop: new AbortController() };
    this.lane = lane;
    try {
      return ended({ ok: true, answer: await this.within(lane.stop, adapter) });
    } catch (error) {
      return ended({ ok: false, ...faultOf(error) });
    } finally {
      if (this.lane === lane) this.lane = null;
    }
  }

  /** The read under way answers `cancelled`; the next may begin at once. */
  cancel(): void {
    this.lane?.stop.abort(new ReaderFault('cancelled'));
    this.lane = null;
  }

  /** Before closing the program: no device is left open. */
  async close(): Promise<void> {
    this.cancel();
    await this.leaving;
  }

  private within(stop: AbortController, adapter: ReaderAdapter): Promise<ReaderAnswer> {
    const deviceFree = this.leaving;
    const over = new Promise<ReaderAnswer>((resolve, reject) => {
      const limit = setTimeout(() => stop.abort(new ReaderFault('silent')), this.limitMs);
      const lastWord = setTimeout(() => reject(new ReaderFault('silent')), this.limitMs + GRACE_MS);
      stop.signal.addEventListener('abort', () => {
        const why: unknown = stop.signal.reason;
        if (why instanceof ReaderFault && why.kind === 'cancelled') reject(why);
      });
      const reading = deviceFree.then(() => adapter.read(stop.signal));
      reading.then(resolve, reject).finally(() => {
        clearTimeout(limit);
        clearTimeout(lastWord);
      });
    });
    // However it ended: the device is closed, and the next read waits for that.
    this.leaving = over.then(
      () => leave(adapter),
      () => leave(adapter),
    );
    return over;
  }
}

async function leave(adapter: ReaderAdapter): Promise<void> {
  await adapter.leave(AbortSignal.timeout(LEAVE_LIMIT_MS)).catch(() => {});
}

function faultOf(error: unknown): { fault: ReaderFaultKind; about: string } {
  if (error instanceof ReaderFault) return { fault: error.kind, about: error.about };
  return { fault: 'unreadable', about: error instanceof Error ? error.name : 'error' };
}
