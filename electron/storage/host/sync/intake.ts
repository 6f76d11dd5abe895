import type { Batch, BatchBody, Change } from '../../batch';
import { type ChainPlace, isAfter } from '../../chain-place';
import type { Received } from '../../internal-sync';
import { encodeSigned, ofFrame, type SignedBatch } from '../../signed-batch';
import { batchId } from '../batch-codec';
import { base64url, own, sameBytes } from '../bytes';
import type { Chains } from '../chains';
import { type HallKeys, hashOf } from '../codec';
import type { ReceptionDb } from '../db';
import { Replaced } from '../replaced';
import type { StoredBatch, StoredWaiting } from '../stored';
import { storedBatch } from '../stored-batch';
import { isWhole, openedBody, type Place, type ReadBatch, readBatch } from './opened';
import type { Refused } from './quarantine';
import { urgentOf } from './urgent';

/** By revoked desk: the last of its changes that counts. */
export type RevokedEnds = ReadonlyMap<string, ChainPlace>;

/**
 * Finds for each batch that came in what becomes of it. Only what continues its desk's chain is accepted, in the chain's
 * order; nothing is written here.
 */
export class Intake {
  /** What is to be applied, in order. */
  readonly bodies: { batch: Batch; body: BatchBody; position: number }[] = [];
  /** The same as it will be stored, and what of one's own must give way to it. */
  readonly pending = new Map<string, StoredBatch>();
  readonly refused: Refused[] = [];
  readonly replaced: Replaced;
  /** Of those that wait: to be kept from now on, and no longer. */
  readonly kept: StoredWaiting[] = [];
  readonly settled: string[] = [];
  private readonly waiting = new Map<string, StoredWaiting>();
  /** Of those that wait from now on: what is shown at once. */
  private readonly early = new Map<string, Change[]>();
  private readonly known = new Map<string, StoredBatch>();

  constructor(
    private readonly db: ReceptionDb,
    private readonly hall: HallKeys,
    private readonly ownDesk: string,
    private readonly chains: Chains,
    private readonly startAfter: number,
    private readonly ahead: ReadonlyMap<Batch, BatchBody>,
    private readonly ends: RevokedEnds,
  ) {
    this.replaced = new Replaced(db, chains);
  }

  /** @returns what became of each, in the order given */
  async take(batches: readonly ReadBatch[]): Promise<Received[]> {
    await this.lookUp(batches.flatMap(({ batch }) => (batch && isWhole(batch) ? [batch] : [])));
    const received: Received[] = [];
    for (const { signed, batch } of batches) {
      if (!batch) received.push(this.refuse('', 'malformed', signed));
      else if (!isWhole(batch)) received.push(this.wait(signed, batch));
      else {
        const outcome = await this.place(signed, batch);
        received.push(outcome);
        if (outcome === 'applied' || outcome === 'known') await this.goOn(batch);
      }
    }
    return received;
  }

  /** In the order in which their batches came. */
  get urgent(): Change[] {
    return [...this.early.values()].flat();
  }

  /** All that the batches can meet, in two questions. */
  private async lookUp(batches: readonly Batch[]): Promise<void> {
    const there = batches.filter((batch) => batch.first <= this.chains.last(batch.desk, batch.inc)).map(batchId);
    for (const row of there.length > 0 ? await this.db.batches.bulkGet(there) : []) if (row) this.known.set(row.id, row);
    if ((await this.db.waiting.count()) === 0) return;
    const chains = new Map(batches.map((batch) => [`${batch.desk}.${batch.inc}`, batch]));
    for (const { desk, inc } of chains.values()) {
      const rows = this.db.waiting.where('[desk+inc+first]').between([desk, inc, 0], [desk, inc, Number.MAX_SAFE_INTEGER]);
      for (const row of await rows.toArray()) this.waiting.set(row.id, row);
    }
  }

  private async place(signed: SignedBatch, batch: Batch): Promise<Received> {
    // Of one's own, only what the hashes continue too: where an older self published as many changes as this one wrote since, the
    // number alone goes on, and the place where the two histories part may come later.
    const isOwn = batch.desk === this.ownDesk;
    if (isOwn ? this.chains.continues(batch) : this.chains.follows(batch)) return this.accept(signed, batch);
    if (batch.first > this.chains.last(batch.desk, batch.inc)) return this.wait(signed, batch);
    const known = this.pending.get(batchId(batch)) ?? this.known.get(batchId(batch));
    if (known && sameBytes(ofFrame(known.payload).payload, signed.payload)) return 'known';
    if (!isOwn) return this.refuse(batch.desk, 'broken-chain', signed);
    // What one's older self published: it counts from where the two histories part. That place may come later.
    return (await this.replaced.by(batch, this.pending)) ? this.accept(signed, batch) : this.wait(signed, batch);
  }

  private async accept(signed: SignedBatch, batch: Batch): Promise<Received> {
    const { desk, inc, last } = batch;
    const end = this.ends.get(desk);
    if (end && isAfter(batch, end)) return this.refuse(desk, 'revoked-desk', signed);
    if (!this.chains.continues(batch)) return this.refuse(desk, 'broken-chain', signed);
    const hash = hashOf(signed.payload);
    if ((this.chains.of(desk, inc)?.beyond ?? 0) >= last && (await this.isStored(signed, batch))) {
      this.chains.advance(batch, hash);
      return 'known';
    }
    const body = this.ahead.get(batch) ?? openedBody(this.hall, batch);
    // The hall's key was renewed, and this desk's share of it is on its way.
    if (body === 'later-key') return this.wait(signed, batch);
    if (typeof body === 'string') return this.refuse(desk, body, signed);
    this.chains.advance(batch, hash);
    const position = this.startAfter + this.bodies.length + 1;
    const row = storedBatch(batch, body, position, own(encodeSigned(signed)), this.ownDesk);
    this.pending.set(row.id, row);
    this.bodies.push({ batch, body, position });
    return 'applied';
  }

  /** Behind a gap that a damaged journal left. */
  private async isStored(signed: SignedBatch, batch: Batch): Promise<boolean> {
    const row = await this.db.batches.get(batchId(batch));
    return row !== undefined && sameBytes(ofFrame(row.payload).payload, signed.payload);
  }

  private wait({ payload, signature }: SignedBatch, batch: Batch | Place): Received {
    const { desk, inc, first } = batch;
    const id = base64url(hashOf(payload));
    // One that waits already has shown what it has to show.
    if (isWhole(batch) && !this.waiting.has(id)) this.show(id, batch);
    const row: StoredWaiting = { id, desk, inc, first, payload: own(payload), signature: own(signature) };
    this.waiting.set(id, row);
    this.kept.push(row);
    return 'waiting';
  }

  private show(id: string, batch: Batch): void {
    const body = this.ahead.get(batch) ?? openedBody(this.hall, batch);
    const changes = typeof body === 'string' ? [] : urgentOf(body.changes);
    if (changes.length > 0) this.early.set(id, changes);
  }

  /** What waited for this batch: walked in its order, so that a long past behind a hole is looked at once. */
  private async goOn({ desk, inc }: Batch): Promise<void> {
    for (let again = true; again; ) {
      const rows = [...this.waiting.values()].filter((row) => row.desk === desk && row.inc === inc).sort((a, b) => a.first - b.first);
      let [applied, left] = [false, false];
      for (const row of rows) {
        const batch = row.first <= this.chains.last(desk, inc) + 1 ? readBatch(row.payload) : null;
        if (!batch || !isWhole(batch)) break;
        const outcome = await this.place(row, batch);
        if (outcome === 'waiting') left = true;
        else this.settle(row.id);
        if (outcome === 'applied') applied = true;
      }
      again = applied && left;
    }
  }

  private settle(id: string): void {
    this.settled.push(id);
    this.waiting.delete(id);
    this.early.delete(id);
  }

  private refuse(desk: string, reason: Refused['reason'], signed: SignedBatch): Received {
    this.refused.push({ desk, reason, bytes: encodeSigned(signed) });
    return 'quarantined';
  }
}
