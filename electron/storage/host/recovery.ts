import { nextBlock } from '../../../shared/rules/card-number';
import { dayOf } from '../../../shared/rules/time';
import type { Batch, BatchBody } from '../batch';
import type { ToHost } from '../protocol';
import { RowSet } from './apply';
import { isAuditedAction } from './audited';
import { batchId, decodeBatch, openBody } from './batch-codec';
import { own, sameBytes } from './bytes';
import { type HallKeys, hashOf } from './codec';
import type { DataKeys } from './data-keys';
import type { ReceptionDb } from './db';
import { lastNumbers } from './numbers';
import { clearForRebuild } from './opening';
import type { Meta, StoredBatch } from './stored';
import { tracedOf } from './write';

type Part = Pick<Extract<ToHost, { kind: 'recover' }>, 'keys' | 'frames' | 'done'>;
const NO_HASH = new Uint8Array(32);
/** Fresh blocks after a rebuild: numbers given in a lost tail must not be given again, even at a block's end. */
const CARD_BLOCK = 100;
const CARD_MARGIN = 20;
const QUEUE_BLOCK = 10;
const QUEUE_MARGIN = 5;

/**
 * Journal → database, chunk by chunk, one transaction each. Behind: the few writes whose transaction did not happen.
 * Rebuild: all of them, and then a new incarnation with fresh blocks of numbers.
 */
export class Recovery {
  /** Set when the frames do not continue this database: it was cleared, and all frames are wanted from 1. */
  private startOver = false;

  constructor(
    private readonly db: ReceptionDb,
    private readonly hall: HallKeys,
    private readonly keys: DataKeys,
    private readonly deskCode: string,
    private readonly now: () => number,
    private meta: Meta,
    private readonly blank: Meta,
  ) {}

  /** @returns the position applied; 0 for non-empty frames means: cleared, send everything from the beginning. */
  async take(part: Part): Promise<{ applied: number; finished: boolean }> {
    await this.takeKeys(part.keys);
    const first = part.frames[0];
    if (first?.position === 1 && this.startOver) this.startOver = false;
    if (first && !this.startOver && !this.meta.rebuilding && !this.continues(first)) {
      this.meta = { ...this.blank, rebuilding: true };
      await clearForRebuild(this.db, this.meta);
      this.startOver = first.position !== 1;
    }
    if (this.startOver) return { applied: 0, finished: false };
    if (part.frames.length > 0) await this.apply(part.frames);
    if (!part.done) return { applied: this.meta.position, finished: false };
    if (this.meta.rebuilding) await this.beginIncarnation();
    return { applied: this.meta.position, finished: true };
  }

  private async takeKeys(keys: Part['keys']): Promise<void> {
    if (keys.length === 0) return;
    const known = await this.db.keys.bulkGet(keys.map((k) => k.id));
    await this.db.keys.bulkPut(keys.filter((_, i) => !known[i]).map(({ id, wrapped }) => ({ id, wrapped: own(wrapped) })));
  }

  private continues(frame: Part['frames'][number]): boolean {
    if (frame.position !== this.meta.position + 1) return frame.position <= this.meta.position;
    try {
      const batch = decodeBatch(frame.payload);
      return sameBytes(batch.prev, this.meta.chains[batch.desk]?.hash ?? NO_HASH);
    } catch {
      return true;
    }
  }

  private async apply(frames: Part['frames']): Promise<void> {
    const rows = new RowSet(this.db, this.keys);
    const read = frames.filter((f) => f.position > this.meta.position).map((f) => this.read(f));
    await rows.load(read.flatMap((r) => r.body?.changes ?? []));
    const batches: StoredBatch[] = [];
    let { meta } = this;
    for (const { position, payload, batch, body } of read) {
      const hash = hashOf(payload);
      meta = { ...meta, position, hash };
      if (!batch || !body) {
        rows.aside.push({ id: `${position}`, position, reason: 'malformed' });
        console.warn(`journal frame ${position} cannot be read; kept aside`);
        continue;
      }
      rows.applyKeeping(body, position);
      batches.push(storedBatch(batch, body, position, payload));
      const hlc = body.changes.at(-1)?.hlc ?? meta.hlc;
      const later = meta.hlc && hlc && meta.hlc > hlc ? meta.hlc : hlc;
      const inc = batch.desk === this.deskCode ? Math.max(meta.inc, batch.inc) : meta.inc;
      meta = {
        ...meta,
        at: body.at,
        hlc: later,
        inc,
        chains: { ...meta.chains, [batch.desk]: { inc: batch.inc, last: batch.last, hash } },
      };
    }
    await rows.loadTotals();
    const tables = ['batches', 'meta', 'dayTotals', 'aside', ...rows.tableNames];
    await this.db.transaction('rw', tables, async () => {
      await Promise.all([rows.store(), this.db.batches.bulkPut(batches), this.db.meta.put(meta)]);
    });
    this.meta = meta;
  }

  private read(frame: Part['frames'][number]): { position: number; payload: Uint8Array; batch?: Batch; body?: BatchBody } {
    const payload = own(frame.payload);
    try {
      const batch = decodeBatch(payload);
      return { position: frame.position, payload, batch, body: openBody(this.hall.body, batch) };
    } catch {
      return { position: frame.position, payload };
    }
  }

  private async beginIncarnation(): Promise<void> {
    const days = new Set([dayOf(this.now()), ...(this.meta.at ? [dayOf(this.meta.at)] : [])]);
    const floors: Meta['floors'] = {};
    for (const day of days) {
      const last = await lastNumbers(this.db, day, this.deskCode);
      floors[day] = { card: nextBlock(last.card + CARD_MARGIN, CARD_BLOCK), queue: nextBlock(last.queue + QUEUE_MARGIN, QUEUE_BLOCK) };
    }
    const inc = (this.meta.chains[this.deskCode]?.inc ?? 0) + 1;
    this.meta = { ...this.meta, inc, floors, rebuilding: false };
    await this.db.meta.put(this.meta);
  }
}

function storedBatch(batch: Batch, body: BatchBody, position: number, payload: Uint8Array): StoredBatch {
  const { desk, inc, first, last } = batch;
  const { at, who, action, requestId } = body;
  const row: StoredBatch = {
    id: batchId(batch),
    desk,
    inc,
    first,
    last,
    at,
    who,
    action,
    requestId,
    position,
    touched: tracedOf(body.changes),
    payload,
  };
  return isAuditedAction(action) ? { ...row, audit: position } : row;
}
