import type { Batch } from '../batch';
import { ofFrame } from '../signed-batch';
import { batchId, chainRange } from './batch-codec';
import { sameBytes } from './bytes';
import type { Chains } from './chains';
import { hashOf } from './codec';
import type { ReceptionDb } from './db';
import type { StoredBatch } from './stored';

const MARK = 'replaced.';
export const isReplaced = ({ id }: Pick<StoredBatch, 'id'>): boolean => id.startsWith(MARK);

/**
 * A desk restored from a copy, and writing before it could ask the hub, gives numbers a second time that its older self
 * had published. The published ones count. Its own are moved out of the chain, their rows stay, and they are written anew
 * at the end of its newest incarnation (write-anew.ts), so that every desk gets both.
 */
export class Replaced {
  private readonly moved: StoredBatch[] = [];
  private readonly left: string[] = [];

  constructor(
    private readonly db: ReceptionDb,
    private readonly chains: Chains,
  ) {}

  get isNone(): boolean {
    return this.moved.length === 0;
  }

  /**
   * @param batch of this desk, as its older self published it
   * @param pending batches that are not stored yet, by id; those that must give way are moved in it
   * @returns false when it does not continue what is here before its place, or nothing of one's own stands there
   */
  async by(batch: Batch, pending: Map<string, StoredBatch>): Promise<boolean> {
    const [from, to] = chainRange(batch.desk, batch.inc);
    const place = batchId(batch);
    const [stored, before] = await Promise.all([
      this.db.batches.where('id').between(place, to).toArray(),
      this.db.batches.where('id').between(from, place).last(),
    ]);
    const waiting = [...pending.values()].filter(({ id }) => id >= from && id < to);
    const inTheWay = [...stored.filter(({ id }) => !this.left.includes(id)), ...waiting.filter(({ id }) => id >= place)];
    const previous = [before, ...waiting.filter(({ id }) => id < place)].reduce(
      (a, b) => (a && b && a.id > b.id ? a : (b ?? a)),
      undefined,
    );
    if (inTheWay.length === 0 || inTheWay.some(({ payload }) => ofFrame(payload).signature)) return false;
    if (batch.first > 1 && !(previous?.last === batch.first - 1 && sameBytes(hashOf(ofFrame(previous.payload).payload), batch.prev)))
      return false;
    for (const row of inTheWay) {
      const moved: StoredBatch = { ...row, id: `${MARK}${String(row.position).padStart(12, '0')}`, replaced: 1 };
      if (pending.delete(row.id)) pending.set(moved.id, moved);
      else {
        this.left.push(row.id);
        this.moved.push(moved);
      }
    }
    this.chains.cutBefore(batch);
    return true;
  }

  /** Inside a transaction over `batches`, before others take the places. */
  async store(): Promise<void> {
    if (this.isNone) return;
    await this.db.batches.bulkDelete(this.left);
    await this.db.batches.bulkPut(this.moved);
  }
}
