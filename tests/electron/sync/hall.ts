import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { log } from '../../../electron/log';
import { Observable } from '../../../electron/observable';
import { FilePlaces } from '../../../electron/sync/file-places';
import { SyncService } from '../../../electron/sync/service';
import { newSigningKeys } from '../../../electron/sync/sign';
import { ALONE, type SyncView } from '../../../shared/domain/sync';
import { FakeStorage, type Said } from './fake-storage';
import { type MemoryConnection, MemoryHub } from './memory-hub';

log.transports.console.level = false;
log.transports.file.level = false;

export const HALL = '0190aaaa-0000-7000-8000-000000000001';

/** One desk of a hall in the memory of a test: the real service over a storage and a hub that are not. */
export class TestDesk {
  readonly storage: FakeStorage;
  readonly keys = newSigningKeys();
  readonly view = new Observable<SyncView>(ALONE);
  readonly destroyed: string[] = [];
  readonly soundsGone: string[] = [];
  connection: MemoryConnection;
  service: SyncService;
  clockMs = 0;
  quietFor = { afterMs: 20, pauseMs: 5, lookMs: 10 };

  constructor(
    readonly hall: TestHall,
    readonly code: string,
    readonly dir: string,
  ) {
    this.storage = new FakeStorage(code);
    this.connection = hall.hub.connection(code);
    this.service = this.newService();
  }

  /** As the program's start; the way to the hub is there as soon as `connection.up()` says so. */
  async start(): Promise<void> {
    this.connection = this.hall.hub.connection(this.code);
    this.service = this.newService();
    this.storage.onWrite = (payload) => this.service.appended(payload);
    await this.service.start();
  }
  stop(): Promise<void> {
    return this.service.close();
  }
  write(text: string, more: Omit<Said, 'text'> = {}): void {
    this.storage.write({ text, ...more });
  }
  link(): string {
    return this.view.get().link;
  }

  private newService(): SyncService {
    const { storage, code, dir } = this;
    const dirs = { files: join(dir, 'files'), sounds: join(dir, 'sounds') };
    return new SyncService({
      storage,
      keyring: { destroy: async (ids) => void this.destroyed.push(...ids) },
      sounds: { destroy: async (id) => void this.soundsGone.push(id) },
      places: new FilePlaces(dirs, () => null),
      laterKeys: { add: async () => {} },
      hallId: HALL,
      identity: {
        v: 1,
        deskCode: code,
        privateKey: this.keys.privateKey,
        hub: null,
        desks: this.hall.desks.map((desk) => ({ code: desk.code, publicKey: desk.keys.publicKey })),
        seeds: [],
      },
      connection: () => this.connection,
      view: this.view,
      now: () => Date.now() + this.clockMs,
      names: () => new Map(this.hall.desks.map((desk) => [desk.code, `登记台 ${desk.code}`])),
      hasRoom: () => true,
      relay: this.quietFor,
    });
  }
}

export class TestHall {
  readonly hub = new MemoryHub();
  readonly desks: TestDesk[] = [];
  private readonly dir = mkdtempSync(join(tmpdir(), 'reception-sync-'));

  constructor(desks: number) {
    for (let i = 1; i <= desks; i++) this.add(`0${i}`);
    for (const desk of this.desks)
      for (const other of this.desks)
        desk.storage.desks.set(other.code, { code: other.code, publicKey: other.keys.publicKey, revokedAfter: null });
  }

  add(code: string): TestDesk {
    const dir = join(this.dir, code);
    mkdirSync(dir, { recursive: true });
    const desk = new TestDesk(this, code, dir);
    this.desks.push(desk);
    return desk;
  }
  desk(n: number): TestDesk {
    const desk = this.desks[n];
    if (!desk) throw new Error(`no desk ${n}`);
    return desk;
  }
  async start(): Promise<void> {
    for (const desk of this.desks) {
      await desk.start();
      desk.connection.up();
    }
  }
  async close(): Promise<void> {
    for (const desk of this.desks) await desk.stop();
    rmSync(this.dir, { recursive: true, force: true });
  }
  /** All desks have the same, and nothing waits anywhere. */
  equal(): boolean {
    const [first, ...others] = this.desks.map(({ storage }) => JSON.stringify(storage.texts()));
    return others.every((texts) => texts === first) && this.desks.every(({ view }) => view.get().waiting === 0);
  }
}

/** Waits for what must come, however long it takes; a test that waits in vain is ended by the runner. */
export async function until(what: () => boolean): Promise<void> {
  while (!what()) await new Promise((resolve) => setTimeout(resolve, 5));
}
