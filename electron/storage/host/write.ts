import { appError, refuse } from '../../../shared/errors';
import { Refusal } from '../../../shared/result';
import { decodeHlc, encodeHlc, tick } from '../../../shared/rules/hlc';
import type { BatchBody, Change } from '../batch';
import type { Actor } from '../protocol';
import { RowSet } from './apply';
import { encodeBatch } from './batch-codec';
import { Chains, NO_HASH } from './chains';
import type { Clock } from './clock';
import { aboutRow, type HallKeys, hashOf, sealValue } from './codec';
import type { DataKeys, WrappedKey } from './data-keys';
import type { ReceptionDb } from './db';
import { Draft } from './draft';
import { Lock } from './lock';
import { Signal } from './signal';
import type { Meta, StoredBatch } from './stored';
import { bodyOf, storedBatch } from './stored-batch';
import type { TableName } from './tables';

/** Appends to the journal and flushes; the last position once all are on the disk. @throws Refusal when they are not. */
export type AppendToJournal = (frames: Uint8Array[], keys: WrappedKey[]) => Promise<number>;

export interface WriteAs {
  actor: Actor;
  requestId: string;
  /** Contract name of what is done. */
  action: string;
}
/** Batches with all they bring into the database. */
export interface Prepared {
  /** In the journal's order; none: only what this desk keeps for itself changes. */
  batches: StoredBatch[];
  rows: RowSet;
  keys: WrappedKey[];
  meta: Meta;
  /** What else belongs into the same transaction. */
  beside?: { tables: string[]; store(): Promise<unknown> };
}

/**
 * THE write function. Under one lock: (1) the handler gathers rows, a batch is made and sealed; (2) the main process
 * appends it to the journal and flushes; (3) one strict transaction stores rows, batch, new keys, totals and the
 * journal's position; (4) only then the caller hears of it.
 */
export class Writer {
  private readonly lock = new Lock();
  /** Journaled, but the database did not take it: nothing may pass it. */
  private stuck: Prepared | null = null;
  /** Journal and database disagree in a way that only a new start with a new comparison can mend. */
  private broken = false;
  private handedOver = Signal.given();

  constructor(
    private readonly db: ReceptionDb,
    private readonly hall: HallKeys,
    private readonly keys: DataKeys,
    private readonly clock: Clock,
    private readonly deskCode: string,
    private meta: Meta,
    private readonly append: AppendToJournal,
    private readonly onBroken: (detail: string) => void,
    private readonly onStored: (tables: readonly TableName[]) => void,
  ) {}

  get state(): Readonly<Meta> {
    return this.meta;
  }

  /**
   * @param build gathers the rows and answers the receipt: ids and numbers only, for it is kept under the hall's
   * key, which an erasure does not destroy. The same request id again answers the same receipt and writes nothing.
   */
  write<R>(as: WriteAs, build: (draft: Draft) => Promise<R>): Promise<R> {
    // All reading in one transaction: it saves a millisecond for each of a dozen reads.
    return this.take(() => this.db.reading(() => this.prepare(as, build)));
  }

  /**
   * The same way for what is no act of this desk: one lock, one journal, one transaction.
   * @param how `canWait`: whatever else is asked for goes first
   */
  take<R>(prepare: (meta: Meta) => Promise<{ reply: R; prepared: Prepared | null }>, how?: { canWait: boolean }): Promise<R> {
    return this.lock.run(async () => {
      this.handedOver = new Signal();
      try {
        if (this.broken) refuse('store-unavailable');
        await this.unstick();
        const { reply, prepared } = await prepare(this.meta);
        if (prepared) await this.commit(prepared);
        return reply;
      } finally {
        this.handedOver.give();
      }
    }, how);
  }

  /** Resolves when the running write has handed its rows to the database, which then works alone, or when none runs. */
  whileStoring(): Promise<void> {
    return this.handedOver.given;
  }

  /** Everything that can fail is done here: once the journal has the batch there is no way back. */
  private async prepare<R>(as: WriteAs, build: (draft: Draft) => Promise<R>): Promise<{ reply: R; prepared: Prepared | null }> {
    const draft = new Draft(this.keys, this.clock.now());
    // Side by side: what was done already is rare, and a refusal of its repetition is not heard.
    const [done, built] = await Promise.all([this.done(as.requestId), settled(build(draft))]);
    if (done) return { reply: done.reply as R, prepared: null };
    if (built.status === 'rejected') throw built.reason;
    const reply = built.value;
    if (draft.intents.length === 0) return { reply, prepared: null };
    await this.keys.load(draft.intents.map((intent) => intent.keyId).filter((id) => id !== ''));
    const { batch, body, meta } = this.seal(as, draft, reply);
    const rows = new RowSet(this.db, this.keys);
    await rows.load(body.changes, 'own');
    rows.apply(body, batch.position);
    await rows.loadTotals();
    return { reply, prepared: { batches: [batch], rows, keys: draft.newKeys, meta } };
  }

  private async done(requestId: string): Promise<BatchBody | null> {
    const row = await this.db.batches.where('requestId').equals(requestId).first();
    return row ? bodyOf(this.hall, row) : null;
  }

  private seal(as: WriteAs, draft: Draft, reply: unknown): { batch: StoredBatch; body: BatchBody; meta: Meta } {
    const { meta } = this;
    let hlc = meta.hlc ? decodeHlc(meta.hlc) : null;
    const changes = draft.intents.map((intent): Change => {
      const { table, rowId, op, open, keyId } = intent;
      hlc = tick(hlc, draft.at, this.deskCode);
      const change: Change = { hlc: encodeHlc(hlc), table, rowId, op, open };
      if (Object.keys(intent.sealed).length === 0) return keyId ? { ...change, keyId } : change;
      const key = this.keys.at(keyId);
      if (!key) refuse('damaged', { detail: `no key for ${table}` });
      return { ...change, sealed: sealValue(key, intent.sealed, aboutRow(table, rowId)), keyId };
    });
    const who = as.actor.staffId ?? 'program';
    const body: BatchBody = { requestId: as.requestId, at: draft.at, who, action: as.action, reply, changes };
    const { batch, meta: next } = this.link(body, meta);
    return { batch, body, meta: { ...next, at: draft.at, hlc: hlc ? encodeHlc(hlc) : meta.hlc } };
  }

  /** The body at the end of this desk's chain, and of the journal. */
  link(body: BatchBody, meta: Meta): { batch: StoredBatch; meta: Meta } {
    const chains = new Chains(meta.chains);
    const first = chains.last(this.deskCode, meta.inc) + 1;
    const prev = chains.newest(this.deskCode)?.hash ?? NO_HASH;
    const place = { desk: this.deskCode, inc: meta.inc, first, last: first + body.changes.length - 1, prev };
    const { batch, payload } = encodeBatch(this.hall.body, place, body);
    const hash = hashOf(payload);
    const position = meta.position + 1;
    chains.advance(place, hash);
    return {
      batch: storedBatch(batch, body, position, payload, this.deskCode),
      meta: { ...meta, position, hash, chains: chains.stored() },
    };
  }

  private async commit(prepared: Prepared): Promise<void> {
    const { batches, keys, meta } = prepared;
    if (batches.length > 0 || keys.length > 0) {
      const frames = batches.map(({ payload }) => payload);
      const journaled = await this.append(frames, keys);
      if (journaled !== meta.position) {
        this.broken = true;
        this.onBroken(`journal answered position ${journaled}, expected ${meta.position}`);
        refuse('store-unavailable');
      }
    }
    this.stuck = prepared;
    await this.unstick();
  }

  /** The transaction of a journaled batch; tried again before the next write when the disk did not take it. */
  private async unstick(): Promise<void> {
    if (!this.stuck) return;
    const { batches, rows, keys, meta, beside } = this.stuck;
    const { handedOver } = this;
    const names = new Set(['batches', 'meta', ...rows.storedIn, ...(beside?.tables ?? [])]);
    if (keys.length > 0) names.add('keys');
    try {
      await this.db.transaction('rw', [...names], async () => {
        // What is beside may move a stored batch out of the way of a new one.
        await beside?.store();
        const stored = Promise.all([
          rows.store(),
          batches.length > 0 ? this.db.batches.bulkPut(batches) : null,
          this.db.meta.put(meta),
          keys.length > 0 ? this.db.keys.bulkPut(keys) : null,
        ]);
        // Not from in here: who waits for it would go on inside this transaction.
        setTimeout(() => handedOver.give());
        await stored;
      });
    } catch (error) {
      const detail = `journaled at ${meta.position}, database: ${error instanceof Error ? error.name : 'error'}`;
      throw new Refusal(appError('read-only', { detail }));
    }
    this.meta = meta;
    this.stuck = null;
    this.onStored(rows.tableNames);
  }
}

const settled = async <R>(work: Promise<R>): Promise<PromiseSettledResult<R>> => (await Promise.allSettled([work]))[0];
