import type { QuarantineReason, SyncView } from '../../shared/domain/sync';
import { describe, log } from '../log';
import type { Observable } from '../observable';
import type { InternalStorage } from '../storage/internal';
import { ofFrame } from '../storage/signed-batch';
import { Erasure, type ErasureDeps } from './erasure';
import type { FilePlaces } from './file-places';
import { FileSync } from './file-sync';
import { FINDINGS, type Finding, whyRefused } from './findings';
import { keysAt } from './hub-keys';
import type { HubConnection, HubPort } from './hub-port';
import { HubSession } from './hub-session';
import type { Identity } from './identity';
import { KnownDesks } from './known-desks';
import { type BatchHead, headOf, latestOf, type Place } from './place';
import { Publisher } from './publisher';
import { Puller } from './puller';
import { Receiver } from './receiver';
import { Relay } from './relay';
import { learnRenewed, type RenewalDeps } from './renewal';
import { Seen } from './seen';
import { Signer } from './sign';
import { Soon } from './soon';
import type { Standing } from './standing';
import { SyncState } from './state';

export interface SyncServiceDeps {
  storage: InternalStorage;
  keyring: ErasureDeps['keyring'];
  sounds: ErasureDeps['sounds'];
  places: FilePlaces;
  laterKeys: RenewalDeps['laterKeys'];
  hallId: string;
  identity: Identity;
  /** The way to the hub; null: alone. */
  connection: (() => HubConnection) | null;
  view: Observable<SyncView>;
  now(): number;
  /** Names of the hall's desks by their codes. */
  names(): ReadonlyMap<string, string>;
  hasRoom(): boolean;
  /** Of relaying; the defaults are for a hall. */
  relay?: { afterMs: number; pauseMs: number; lookMs: number };
}

/** What a changed byte may look like; on a desk's own subject also as another desk's. */
const DAMAGED: ReadonlySet<QuarantineReason> = new Set<QuarantineReason>(['forged', 'malformed', 'wrong-desk']);

const failed = (error: unknown): void => log.warn(`sync: ${describe(error)}`);

/** All desks of a hall are one, through a hub that may be away: nothing in the program ever waits for this. */
export class SyncService {
  readonly desks: KnownDesks;
  readonly signer: Signer;
  readonly receiver: Receiver;
  private readonly seen: Seen;
  private readonly state: SyncState;
  private readonly erasure: Erasure;
  private readonly publisher: Publisher;
  private readonly files: FileSync;
  private connection: HubConnection | null = null;
  private session: HubSession | null = null;
  private ended: Promise<void> = Promise.resolve();
  private held: Place | null = null;
  private own = new Map<number, number>();
  /** A restored profile was written in before the hub could be asked. */
  private wroteBefore = false;
  /** Desks of which something waits for what is missing before it. */
  private readonly gaps = new Set<string>();
  /** Desks of which something came damaged: it may be had again, whole. */
  private readonly damaged = new Set<string>();
  private readonly counting: Soon;
  private readonly after: Soon;
  private readonly erasing: Soon;

  constructor(private readonly deps: SyncServiceDeps) {
    const { storage, identity, hallId } = deps;
    const desk = identity.deskCode;
    this.signer = new Signer(identity.privateKey);
    this.desks = new KnownDesks(storage, [...identity.desks, { code: desk, publicKey: this.signer.publicKey }]);
    this.seen = new Seen(desk, deps.now, () => this.heard());
    this.state = new SyncState(
      deps.view,
      { now: deps.now, seen: () => this.seen, desks: this.desks, desk, names: deps.names },
      deps.connection !== null,
      identity.hub?.addresses ?? [],
    );
    this.erasure = new Erasure({ storage, keyring: deps.keyring, sounds: deps.sounds, hasHub: deps.connection !== null });
    this.receiver = new Receiver({
      storage,
      hallId,
      desks: this.desks,
      isKnown: (head) => head.desk === desk && head.last <= (this.own.get(head.inc) ?? 0),
      onBatch: (head, received) => this.onBatch(head, received),
      onRefused: (desk, reason) => {
        if (DAMAGED.has(reason)) this.damaged.add(desk);
        this.after.ask();
      },
    });
    this.publisher = new Publisher({
      storage,
      hallId,
      desk,
      signer: this.signer,
      onHeld: (place, sentNow) => this.onHeld(place, sentNow),
      allReceived: async () => this.session?.allReceived,
      onRestored: () => this.state.findings.set('incarnation', FINDINGS.newIncarnation(this.wroteBefore)),
      onTooLarge: (tooLarge) => this.state.findings.set('too-large', tooLarge ? FINDINGS.tooLarge() : null),
    });
    this.files = new FileSync({ places: deps.places, busy: () => this.isBusy(), hasRoom: deps.hasRoom });
    this.counting = new Soon(50, () => this.count(), failed);
    this.after = new Soon(20, () => this.lookAfter(), failed);
    this.erasing = new Soon(500, () => this.erase(), failed);
  }

  /** Resolves when what is known without the hub is known. */
  async start(): Promise<void> {
    const { published } = await this.deps.storage.internal('internal.sync.memory', null);
    this.held = published;
    await this.desks.load();
    await this.count();
    await this.lookAfter();
    this.connection = this.deps.connection?.() ?? null;
    this.connection?.onState((hub, reason) => this.linked(hub, reason));
  }

  /** A batch is in the journal. An alarm must be heard elsewhere within a second, so nothing is polled for it. */
  appended(frame: Uint8Array): void {
    const { payload, signature } = ofFrame(frame);
    if (signature) return;
    const { inc, last } = headOf(payload);
    this.publisher.wrote({ inc, last });
    this.counting.ask();
    this.erasing.ask();
    this.files.wake();
  }

  /** Something came on a stick, or a desk was invited or revoked. */
  changed(): void {
    this.after.ask();
  }

  async close(): Promise<void> {
    const { connection } = this;
    this.connection = null;
    this.session?.end();
    await connection?.close();
    await this.ended;
    await Promise.all([this.counting.close(), this.after.close(), this.erasing.close()]);
  }

  private linked(hub: HubPort | null, reason: string): void {
    if (this.session?.hub === hub) return;
    const was = this.session !== null;
    this.session?.end();
    this.session = null;
    this.state.findings.set('access', hub ? null : whyRefused(reason));
    this.state.connect(hub !== null);
    if (hub) {
      log.info('sync: connected');
      this.session = this.begin(hub);
      this.ended = Promise.all([this.ended, this.session.done]).then(() => {});
    } else if (was) log.info('sync: offline');
  }

  private begin(hub: HubPort): HubSession {
    const { storage, hallId, identity, now, relay } = this.deps;
    const session: HubSession = new HubSession(hub, {
      storage,
      publisher: this.publisher,
      files: this.files,
      seen: this.seen,
      erasure: this.erasure,
      lookMs: relay?.lookMs,
      puller: new Puller({
        storage,
        receiver: this.receiver,
        onProgress: (progress) => this.state.update({ progress }),
        onAllReceived: (restored) => session.received(restored),
        onReceived: (changes) => this.onReceived(changes),
        onRestored: () => this.state.findings.set('hub', FINDINGS.restoredHub()),
        onUnreadable: (messages) => this.state.findings.set('unreadable', FINDINGS.unreadable(messages)),
      }),
      relay: new Relay({
        storage,
        hallId,
        desk: identity.deskCode,
        signer: this.signer,
        lastSeen: (desk) => this.seen.lastSeen(desk),
        lacked: () => this.seen.lacked(),
        now,
        afterMs: relay?.afterMs,
        pauseMs: relay?.pauseMs,
        onMissing: (desks) => this.state.findings.setAll('missing', new Map(desks.map((desk) => [desk, FINDINGS.missing(desk)]))),
      }),
      onBegin: (standing) => this.knowOwn(standing),
      onAllReceived: () => this.afterAllReceived(),
      onSettled: () => {
        if (this.state.findings.has('hub')) this.state.findings.set('hub', FINDINGS.hubWhole());
      },
    });
    return session;
  }

  /** Own batches that come back are passed over; those of a restored profile are what it lacks, under numbers it may have used. */
  private async knowOwn({ restored }: Standing): Promise<void> {
    this.own = new Map();
    if (restored) {
      this.wroteBefore = (await this.deps.storage.internal('internal.sync.waiting', this.held)).changes > 0;
      return;
    }
    const { ends } = await this.deps.storage.internal('internal.sync.ends', null);
    this.own = new Map(ends.filter(({ desk }) => desk === this.deps.identity.deskCode).map(({ inc, last }) => [inc, last]));
  }

  /** The own row of `desks` came with the log, or nobody wrote it yet. */
  private async afterAllReceived(): Promise<void> {
    const { storage, identity } = this.deps;
    const rows = await storage.internal('internal.sync.desks', null);
    if (!rows.some(({ code }) => code === identity.deskCode))
      await storage.internal('internal.sync.putDesk', { code: identity.deskCode, publicKey: this.signer.publicKey });
    this.after.ask();
  }

  private onHeld(place: Place, sentNow: number): void {
    this.held = place;
    if (sentNow > 0) {
      this.state.update({ lastSent: this.deps.now() });
      // Only what was sent from here is known to be here: the hub may hold more of a restored profile than it has.
      this.own.set(place.inc, Math.max(place.last, this.own.get(place.inc) ?? 0));
    }
    this.deps.storage.internal('internal.sync.remember', { published: place }).catch(failed);
    this.counting.ask();
  }

  private onBatch({ desk }: BatchHead, received: string): void {
    if (received === 'waiting') this.gaps.add(desk);
    if (received === 'applied') this.gaps.delete(desk);
  }

  private onReceived(changes: number): void {
    this.state.update({ lastReceived: this.deps.now() });
    if (changes > 0) this.after.ask();
  }

  private heard(): void {
    const odd = this.seen.oddClocks().map(({ desk, aheadMs }): [string, Finding] => [desk, FINDINGS.clock(desk, aheadMs)]);
    this.state.findings.setAll('clock', new Map(odd));
    this.state.tell();
  }

  private async count(): Promise<void> {
    const { changes, since } = await this.deps.storage.internal('internal.sync.waiting', this.held);
    this.state.update({ waiting: changes, waitingSince: since });
  }

  /** What something that came in may have changed: who may write, what is erased, what stands aside. */
  private async lookAfter(): Promise<void> {
    await this.desks.load();
    await this.learnRenewed();
    const own = this.desks.get(this.deps.identity.deskCode);
    this.state.findings.set('revoked', own?.revokedAfter ? FINDINGS.revoked() : null);
    const gaps = this.session?.isWhole ? [...this.gaps] : [];
    await this.sayWhatLacks();
    this.state.findings.setAll('gap', new Map(gaps.map((desk) => [desk, FINDINGS.gap(desk)])));
    this.state.update({ quarantined: await this.deps.storage.internal('internal.sync.quarantined', null) });
    await this.erase();
  }

  /** The hall's key was renewed at another desk. @returns whether something waited for it */
  async learnRenewed(): Promise<boolean> {
    const { storage, hallId, identity, laterKeys } = this.deps;
    const waited = await learnRenewed({ storage, hallId, privateKey: identity.privateKey, laterKeys });
    const hub = this.session?.hub;
    await this.receiver.again(waited, async (ids) => (hub ? keysAt(hub, ids) : []));
    return waited.length > 0;
  }

  private async erase(): Promise<void> {
    await this.erasure.run(this.session?.hub ?? null);
  }

  /** Whoever has it, its author first, sends it again. */
  private async sayWhatLacks(): Promise<void> {
    const wanted = this.session?.isWhole ? new Set([...this.gaps, ...this.damaged]) : new Set<string>();
    wanted.delete(this.deps.identity.deskCode);
    if (wanted.size === 0) return this.seen.lack([]);
    const { ends } = await this.deps.storage.internal('internal.sync.ends', null);
    this.seen.lack([...wanted].sort().map((desk) => ({ desk, after: latestOf(ends, desk) })));
  }

  private isBusy(): boolean {
    const { waiting, progress } = this.deps.view.get();
    return waiting > 0 || progress !== null;
  }
}
