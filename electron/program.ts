import type { SystemHealth } from '../shared/contract/session';
import type { PrinterView } from '../shared/domain/printing';
import { NO_UPDATE } from '../shared/domain/update';
import { appError, refuse } from '../shared/errors';
import { Refusal } from '../shared/result';
import { dayOf } from '../shared/rules/time';
import { ALARM_KEY_TAKEN, listenForAlarmKey, releaseAlarmKey } from './alarm/alarm-key';
import { Alarms } from './alarm/alarms';
import { followIncidents } from './alarm/follow-incidents';
import { ChainChecker } from './audit/chain-checker';
import { backupDeps } from './backup/program-deps';
import { RestoreDesk } from './backup/restore-desk';
import { isDamaged, tellDamaged } from './backup/restore-program';
import { BackupService } from './backup/service';
import { settleRestored } from './backup/settle-restored';
import { compareClock } from './compare-clock';
import { followSettings } from './follow-settings';
import { ForecastImporter } from './forecast/importer';
import { LedgerImporter } from './ledger/importer';
import { takeBackUnfinished } from './ledger/take-back';
import { describe, log } from './log';
import { Observable } from './observable';
import { PolicyImporter } from './policies/importer';
import { Managed } from './policy-file/managed';
import type { PolicyPlace } from './policy-file/read-policy';
import { connectPrinting, listPrinters, type PrintingService } from './printing';
import type { Environment } from './profile/environment';
import { folders, type Profile, saveProfile } from './profile/profile';
import { FIRST_HEALTH, ProgramStatus } from './program-state';
import { Readers } from './readers/readers';
import { recomputePromises } from './recompute-promises';
import { Listening } from './recording/listening';
import { Recorder } from './recording/recorder';
import { settleRecordings } from './recording/settle';
import { QuitGuard } from './reports/quit-guard';
import { HallKeyFile } from './security/hall-key';
import { Refusals } from './session/refusals';
import { Session } from './session/session';
import { PinChecker } from './session/sign-in';
import { FirstStart } from './setup/first-start';
import { PhraseOnPaper } from './setup/setup';
import { type HostWindow, openHostWindow } from './storage/host-window';
import type { Actor } from './storage/protocol';
import { openStore, type Store, verifyChain } from './store';
import { SyncDesk } from './sync/sync-desk';
import { syncHall } from './sync/sync-hall';
import { updateDeps } from './update/program-deps';
import { UpdateService } from './update/service';
import { HallDisplayKeeper } from './windows/hall-display';
import type { ScreenWindow } from './windows/screen-window';

/** The services of one running program and the order in which they come to life. */
export class Program {
  readonly session = new Session();
  readonly status = new ProgramStatus();
  readonly phrase = new PhraseOnPaper();
  readonly firstStart = new FirstStart(this);
  readonly health = new Observable<SystemHealth>(FIRST_HEALTH);
  readonly pins = new PinChecker(
    () => this.store().storage,
    () => this.now(),
  );
  readonly refusals = new Refusals(
    async (counts) => {
      await this.open?.storage.internal('internal.refusals', { counts });
    },
    () => dayOf(this.now()),
    () => this.now(),
  );
  readonly alarms: Alarms;
  readonly readers = new Readers();
  readonly recorder = new Recorder(
    () => this.store(),
    () => this.now(),
  );
  readonly listening = new Listening(() => this.store());
  readonly hall: HallDisplayKeeper;
  readonly ledger: LedgerImporter;
  readonly forecasts: ForecastImporter;
  readonly policies: PolicyImporter;
  readonly sync = new SyncDesk();
  readonly chain = new ChainChecker(
    () => this.store(),
    () => this.now(),
  );
  readonly backup = new BackupService();
  readonly restore = new RestoreDesk();
  /** Once the profile is open. */
  hallKey: Uint8Array | null = null;
  readonly managed: Managed;
  readonly updateView = new Observable(NO_UPDATE);
  readonly quitting = new QuitGuard(this);
  /** The hall's desks by their codes, as the settings name them. */
  deskNames: ReadonlyMap<string, string> = new Map();
  private open: Store | null = null;
  private printer: PrintingService | null = null;
  private update: UpdateService | null = null;

  constructor(
    readonly environment: Environment,
    readonly profile: Profile,
    readonly screen: ScreenWindow,
    readonly distDir: string,
    /** Opened before it is needed: a page takes a quarter of a second to come to life. */
    private preparedHost: Promise<HostWindow> | null,
    policyPlace: PolicyPlace,
  ) {
    this.managed = new Managed(policyPlace);
    this.status.view.update({ clockOffsetMs: environment.clockOffsetMs });
    this.alarms = new Alarms({
      profileDir: profile.dir,
      storage: () => this.open?.storage ?? null,
      now: () => this.now(),
      staffId: () => (this.session.locked ? null : (this.session.staff?.id ?? null)),
    });
    this.hall = new HallDisplayKeeper(distDir, screen);
    this.policies = new PolicyImporter({ distDir, store: () => this.store() });
    this.ledger = new LedgerImporter({ distDir, store: () => this.store(), now: () => this.now() });
    this.forecasts = new ForecastImporter({ distDir, store: () => this.store(), now: () => this.now() });
  }

  now(): number {
    return Date.now() + this.environment.clockOffsetMs;
  }
  isReady(): boolean {
    return this.status.view.get().phase === 'ready';
  }
  mustBe(phase: 'first-start' | 'passphrase'): void {
    if (this.status.view.get().phase !== phase) refuse('forbidden', { message: '这一步已经完成，不能重做。' });
  }
  /** @throws Refusal `store-locked` before the hall key is there */
  store(): Store {
    return this.open ?? refuse('store-locked');
  }
  storeOrNull(): Store | null {
    return this.open;
  }
  deskCode(): string {
    return this.profile.file.setUp?.deskCode ?? '';
  }
  printing(): PrintingService {
    return this.printer ?? refuse('store-locked');
  }
  updates(): UpdateService {
    return this.update ?? refuse('store-locked');
  }
  printers(): Promise<PrinterView[]> {
    return this.printer ? this.printer.listPrinters() : listPrinters();
  }

  /** Which screen comes first: the wizard, the passphrase or the sign-in. */
  async begin(): Promise<void> {
    const { setUp } = this.profile.file;
    if (this.profile.damage) return tellDamaged(this.status, this.profile.damage);
    if (!setUp) {
      if (this.profile.fresh) await saveProfile(this.profile);
      if (this.environment.demo) return this.firstStart.setUpDemo();
      return this.status.view.update({ phase: 'first-start' });
    }
    if (this.environment.demo && !setUp.demo) {
      return this.status.fail(
        '演示数据不能用在已有资料上',
        '这个资料文件夹已在使用，程序没有改动它。请去掉 RECEPTION_SEED，或另选一个空文件夹。',
        this.profile.dir,
      );
    }
    this.status.view.update({ demo: setUp.demo, deskCode: setUp.deskCode });
    const hallKey = await (await this.keyFile()).unwrap();
    if (hallKey) await this.start(hallKey, setUp.deskCode);
    else this.status.view.update({ phase: 'passphrase' });
  }

  /** @param unwrap how the key is opened this time; null means wrong words */
  async unlock(unwrap: (keys: HallKeyFile) => Promise<Uint8Array | null>, wrong: string): Promise<void> {
    const hallKey = await unwrap(await this.keyFile());
    if (!hallKey) throw new Refusal(appError('wrong-passphrase', { message: wrong }));
    await this.start(hallKey, this.deskCode());
  }

  /** How the hall key is kept; 设置 · 关于 tells it. */
  async keyFile(): Promise<HallKeyFile> {
    const keys = await HallKeyFile.open(folders(this.profile.dir).keys, this.profile.file.hallId);
    this.health.update({ keyProvider: keys.protection });
    return keys;
  }

  async start(hallKey: Uint8Array, deskCode: string): Promise<void> {
    try {
      const store = await this.openStore(hallKey, deskCode);
      if (store) await this.ready(store, hallKey);
    } catch (error) {
      if (!isDamaged(error)) throw error;
      tellDamaged(this.status, describe(error));
    }
  }

  openStore(hallKey: Uint8Array, deskCode: string): Promise<Store | null> {
    const { distDir, profile, status, health } = this;
    const hostWindow = this.preparedHost ?? openHostWindow(distDir);
    this.preparedHost = null;
    return openStore(
      {
        distDir,
        hostWindow,
        profile,
        deskCode,
        clockOffsetMs: this.environment.clockOffsetMs,
        status,
        health,
        onAppended: (frame) => this.sync.appended(frame),
      },
      hallKey,
    );
  }

  async ready(store: Store, hallKey: Uint8Array): Promise<void> {
    this.open = store;
    this.hallKey = hallKey;
    await settleRestored(this.profile, store.storage, this.status);
    await takeBackUnfinished(store.storage, (text) => this.status.notice('ledger', 'warning', text));
    // Also at a later start: a fill that was ended goes on.
    const { demo, demoVisits: visits, demoVisitsAWrite: aWrite } = this.environment;
    if (demo && visits > 0) await store.storage.internal('internal.bulk', { visits, ...(aWrite && { aWrite }) });
    await settleRecordings(store);
    if (store.disk.state !== 'read-only') await recomputePromises(store.storage, this.status);
    await compareClock(store.storage, this.now(), this.status);
    await followSettings(this, store.storage);
    await this.alarms.ready();
    followIncidents(this, store.storage);
    this.printer = connectPrinting(store);
    await this.printer.start();
    await this.startSync(store, hallKey);
    await this.backup.start(backupDeps(this, store, hallKey));
    this.update = new UpdateService(updateDeps(this, store, this.distDir), this.updateView);
    await this.update.start();
    this.status.view.update({ phase: 'ready' });
    this.hall.follow({
      storage: store.storage,
      actor: () => this.actor(),
      now: () => this.now(),
      clockOffsetMs: this.environment.clockOffsetMs,
    });
    store.keyring.warm().catch((error: unknown) => log.error(`keyring: ${describe(error)}`));
    void verifyChain(this.chain, this.status, this.health);
    void this.selfCheck();
  }

  private startSync(store: Store, hallKey: Uint8Array): Promise<void> {
    return this.sync.start(syncHall(this, store, hallKey));
  }

  /** What the surroundings keep that they should not. */
  private async selfCheck(): Promise<void> {
    for (const sentence of this.managed.view.get().refused) this.finding(sentence);
    if (await this.printer?.cupsKeepsJobFiles()) {
      this.finding('打印系统（CUPS）会保留打印文件，其中有来访人信息。请系统管理员执行：cupsctl PreserveJobFiles=No');
    }
  }

  /** F9 in front of other programs too: the desk's window comes forward with the alarm in it. */
  listenForAlarmKey(): void {
    const taken = !listenForAlarmKey(() => {
      this.screen.focus();
      void this.alarms.press();
    });
    if (taken) this.finding(ALARM_KEY_TAKEN);
  }

  /** What the self-check found, for 设置 · 关于 and the morning's page. */
  private finding(text: string): void {
    this.health.update({ findings: [...this.health.get().findings, text] });
  }

  /** Who sits at the desk now, for what the program writes in their name. */
  private actor(): Actor {
    const { staff } = this.session;
    return { staffId: staff?.id ?? null, roles: staff?.roles ?? [], deskCode: this.deskCode() };
  }

  async close(): Promise<void> {
    releaseAlarmKey();
    this.alarms.close();
    this.hall.close();
    await this.recorder.interrupt();
    await this.listening.close();
    await this.printer?.stop().catch((error: unknown) => log.error(`printing stop: ${describe(error)}`));
    await this.readers.close();
    await this.refusals.flush();
    await this.sync.close();
    this.restore.close();
    await this.update?.close();
    await this.backup.close();
    await this.open?.close();
    this.open = null;
  }
}
