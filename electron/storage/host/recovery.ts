import type { Batch, BatchBody } from '../batch';
import type { ToHost } from '../protocol';
import { ofFrame } from '../signed-batch';
import { RowSet } from './apply';
import { decodeBatch, openBody } from './batch-codec';
import { own, sameBytes } from './bytes';
import { Chains, NO_HASH } from './chains';
import { type HallKeys, hashOf } from './codec';
import type { DataKeys } from './data-keys';
import type { ReceptionDb } from './db';
import { nextIncarnation } from './incarnation';
import { clearForRebuild } from './opening';
import { Replaced } from './replaced';
import type { Meta, StoredBatch } from './stored';
import { storedBatch } from './stored-batch';

type Part = Pick<Extract<ToHost, { kind: 'recover' }>, 'keys' | 'frames' | 'done'>;
interface Read {
  position: number;
  frame: Uint8Array;
  /** Nothing of it where it cannot be read. */
  whole?: { payload: Uint8Array; isOwnWrite: boolean; batch: Batch; body: BatchBody };
}

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
      const { payload, signature } = ofFrame(frame.payload);
      const batch = decodeBatch(payload);
      // Another desk's batch can be there twice, or behind a gap; only one's own stands in the order it was written.
      if (signature) return true;
      const chains = new Chains(this.meta.chains);
      const end = chains.newest(batch.desk);
      return batch.inc === end?.inc ? chains.continues(batch) : batch.first === 1 && sameBytes(batch.prev, end?.hash ?? NO_HASH);
    } catch {
      return true;
    }
  }

  private async apply(frames: Part['frames']): Promise<void> {
    const rows = new RowSet(this.db, this.keys);
    const read = frames.filter((f) => f.position > this.meta.position).map((f) => this.read(f));
    await rows.load(
      read.flatMap(({ whole }) => whole?.body.changes ?? []),
      'elsewhere',
    );
    const chains = new Chains(this.meta.chains);
    const replaced = new Replaced(this.db, chains);
    const batches = new Map<string, StoredBatch>();
    let { at, hlc, inc } = this.meta;
    for (const { position, frame, whole } of read) {
      if (!whole) {
        rows.aside.push({ id: `${position}`, position, reason: 'malformed' });
        console.warn(`journal frame ${position} cannot be read; kept aside`);
        continue;
      }
      const { batch, body, payload, isOwnWrite } = whole;
      rows.applyKeeping(body, position);
      if (!isOwnWrite && batch.desk === this.deskCode && !chains.follows(batch)) await replaced.by(batch, batches);
      const row = storedBatch(batch, body, position, frame, this.deskCode);
      batches.set(row.id, row);
      if (isOwnWrite || chains.follows(batch)) chains.advance(batch, hashOf(payload));
      else chains.leaveGap(batch);
      if (isOwnWrite) at = body.at;
      if (batch.desk === this.deskCode) inc = Math.max(inc, isOwnWrite ? batch.inc : batch.inc + 1);
      const last = body.changes.at(-1)?.hlc;
      if (last && (!hlc || last > hlc)) hlc = last;
    }
    await rows.loadTotals();
    const last = read.at(-1);
    const end = last ? { position: last.position, hash: hashOf(last.frame) } : {};
    const meta = { ...this.meta, ...end, at, hlc, inc, chains: chains.stored() };
    await this.db.transaction('rw', ['batches', 'meta', ...rows.storedIn], async () => {
      await replaced.store();
      await Promise.all([rows.store(), this.db.batches.bulkPut([...batches.values()]), this.db.meta.put(meta)]);
    });
    this.meta = meta;
  }

  private read(frame: Part['frames'][number]): Read {
    const bytes = own(frame.payload);
    const read: Read = { position: frame.position, frame: bytes };
    try {
      const { payload, signature } = ofFrame(bytes);
      const batch = decodeBatch(payload);
      return { ...read, whole: { payload, isOwnWrite: signature === null, batch, body: openBody(this.hall.body, batch) } };
    } catch {
      return read;
    }
  }

  private async beginIncarnation(): Promise<void> {
    this.meta = { ...(await nextIncarnation(this.db, this.deskCode, this.meta, this.now())), rebuilding: false };
    await this.db.meta.put(this.meta);
  }
}
