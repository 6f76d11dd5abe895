import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { log } from '../../../electron/log';
import { Observable } from '../../../electron/observable';
import type { InternalName, InternalRequests, InternalStorage } from '../../../electron/storage/internal';
import { FilePlaces } from '../../../electron/sync/file-places';
import { NatsConnection } from '../../../electron/sync/nats-connection';
import { SyncService } from '../../../electron/sync/service';
import { newSigningKeys } from '../../../electron/sync/sign';
import { ALONE, type SyncView } from '../../../shared/domain/sync';
import { Desk, type Disk } from '../../storage/host/desk';
import { Cable } from './cable';
import type { FaultyHub } from './hub';

log.transports.console.level = false;
log.transports.file.level = false;

/** Shorter than in a hall: a round does not wait a minute for a desk that is gone. */
const RELAY = { afterMs: 1500, pauseMs: 100, lookMs: 300 };

/** One run of the program: the real storage host and the real service, until it is closed or killed. */
export class Life implements InternalStorage {
  readonly desk: Desk;
  readonly cable: Cable;
  readonly service: SyncService;
  readonly view = new Observable<SyncView>(ALONE);
  /** Everything that the panel said in this life. */
  readonly said = new Set<string>();
  /** Hears what the storage was asked, when it was done. */
  afterCall: (name: InternalName, input: unknown) => void = () => {};
  dead = false;
  private end: (error: Error) => void = () => {};
  private readonly ended = new Promise<never>((_, reject) => {
    this.end = reject;
  });

  constructor(
    of: FaultyDesk,
    readonly disk: Disk,
    plugged: boolean,
  ) {
    this.ended.catch(() => {});
    const { code, hub } = of;
    this.desk = new Desk(disk, code);
    const access = { addresses: [hub.server.url], ca: hub.server.ca, seed: hub.server.desks.get(code) ?? '', deskCode: code };
    this.cable = new Cable(() => new NatsConnection(access), plugged);
    this.service = new SyncService({
      storage: this,
      keyring: { destroy: async (ids) => ids.forEach((id) => void disk.keyring.delete(id)) },
      sounds: { destroy: async () => {} },
      places: new FilePlaces({ files: join(of.dir, 'files'), sounds: join(of.dir, 'sounds') }, () => null),
      laterKeys: { add: async () => {} },
      hallId: disk.hallId,
      identity: { v: 1, deskCode: code, privateKey: of.keys.privateKey, hub: null, desks: of.known(), seeds: [] },
      connection: () => this.cable,
      view: this.view,
      now: () => Date.now() + disk.clockOffsetMs,
      names: () => new Map(),
      hasRoom: () => true,
      relay: RELAY,
    });
    this.view.subscribe(({ findings }) => findings.forEach((text) => void this.said.add(text)));
  }

  async start(): Promise<void> {
    await this.desk.open();
    this.desk.onJournal = (frame) => {
      if (!this.dead) this.service.appended(frame);
    };
    await this.service.start();
  }

  async internal<N extends InternalName>(name: N, input: InternalRequests[N]['input']): Promise<InternalRequests[N]['output']> {
    const answer = await this.unlessKilled(this.desk.internal(name, input));
    this.afterCall(name, input);
    return this.unlessKilled(Promise.resolve(answer));
  }

  /** @throws when the program was killed before the answer came */
  async unlessKilled<T>(work: Promise<T>): Promise<T> {
    if (this.dead) return this.ended;
    return Promise.race([work, this.ended]);
  }

  /** kill -9: from here on nothing reaches disk or hub. What is left in the memory of this process is put away behind that wall. */
  kill(): void {
    if (this.dead) return;
    this.dead = true;
    this.cable.kill();
    this.desk.kill();
    this.end(new Error('killed'));
    this.service.close().catch(() => {});
  }
  async close(): Promise<void> {
    if (this.dead) return;
    await this.service.close();
    this.dead = true;
    this.desk.kill();
    this.end(new Error('closed'));
  }
}

/** A PC of the hall: its disk and its key outlive the program. */
export class FaultyDesk {
  readonly keys = newSigningKeys();
  readonly dir = mkdtempSync(join(tmpdir(), 'reception-desk-'));
  private running: Life | null = null;

  constructor(
    readonly code: string,
    readonly hub: FaultyHub,
    public disk: Disk,
    /** Keys of the hall's desks, as a joining file brings them. */
    readonly known: () => { code: string; publicKey: string }[],
  ) {}

  get life(): Life {
    if (!this.running) throw new Error(`desk ${this.code} does not run`);
    return this.running;
  }
  get isRunning(): boolean {
    return this.running !== null && !this.running.dead;
  }
  async open({ plugged = true } = {}): Promise<Life> {
    const life = new Life(this, this.disk, plugged);
    await life.start();
    this.running = life;
    return life;
  }
  async reopen(): Promise<Life> {
    this.running?.kill();
    return this.open();
  }
}
