import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { MachinePolicy } from '../../shared/domain/machine-policy';
import { NO_UPDATE, type UpdateFile, type UpdateManifest, type UpdateState, type UpdateTrouble, Version } from '../../shared/domain/update';
import { refuse } from '../../shared/errors';
import { type Installed, judgeManifest, type UpdateFacts, updateBlockers } from '../../shared/rules/update';
import { updateTrouble } from '../../shared/rules/update-words';
import { describe, log } from '../log';
import { Observable } from '../observable';
import { writeFileDurably } from '../storage/journal/durable-file';
import { discardDownloads, download, hasHash } from './download';
import { readManifest } from './manifest';
import { RefusedUpdate } from './refused-update';
import { sourceAt, type UpdateSource } from './source';

const FIRST_LOOK_MS = 2 * 60_000;
const LOOK_MS = 60 * 60_000;
/** Beside the download: unpacking takes about as much again, and the disk guard wants its own. */
const SPARE_BYTES = 2 * 1024 ** 3;
const UNPACKED = 4;

/** What was begun before the program ended, to be compared with what runs after it. */
const Begun = z.object({ from: Version, to: Version });

export interface UpdateDeps {
  policy: MachinePolicy;
  installed: Installed;
  /** The vendor's public key in PEM; empty: this build has none. */
  publicKey: string;
  /** `<profile>/updates` */
  dir: string;
  fetch: Parameters<typeof sourceAt>[1];
  now(): number;
  freeBytes(): number;
  facts(): Promise<UpdateFacts>;
  /** A whole backup, read back. False: there is none. */
  backup(): Promise<boolean>;
  audit(versions: string, staffId: string | null): Promise<unknown>;
  /** Runs what was verified: answers the command for somebody else, or '' when the program ends and starts anew. @throws RefusedUpdate */
  install(file: UpdateFile, path: string, version: string): Promise<string>;
  notice(level: 'info' | 'warning', text: string): void;
}

/** What stands before anything was looked at. */
const blank = ({ installed: { version, form }, policy }: UpdateDeps): UpdateState => ({
  ...NO_UPDATE,
  ...{ current: version, form, source: policy.updateSource ?? '' },
});

/** A newer version is fetched and proved in the background; that it is installed is an administrator's own act, and only in a quiet hall. */
export class UpdateService {
  private readonly ended = new AbortController();
  private readonly source: UpdateSource | null = null;
  private readonly timers: NodeJS.Timeout[] = [];
  private running: Promise<void> | null = null;
  private ready: { file: UpdateFile; path: string; version: string } | null = null;

  /** @param view what the screens follow, also before the store was opened */
  constructor(
    private readonly deps: UpdateDeps,
    readonly view: Observable<UpdateState> = new Observable(NO_UPDATE),
  ) {
    view.set(blank(deps));
    const { updateEnabled, updateSource } = deps.policy;
    const why = !updateEnabled
      ? '管理员策略没有开启更新。程序不会自己联系任何地方，也不会自己更换版本。'
      : !updateSource
        ? '管理员策略开启了更新，但没有写更新来源。请 IT 人员补上。'
        : !deps.publicKey
          ? '这一版程序没有带供应方的更新公钥，不能核对更新，因此不更新。请 IT 人员安装正式版本。'
          : '';
    if (why === '' && updateSource) this.source = sourceAt(updateSource, deps.fetch);
    this.view.update({ why, phase: why === '' ? 'idle' : 'off' });
  }

  /** What the last start began is said; what lies about from it is gone. */
  async start(): Promise<void> {
    await this.tellBegun();
    if (!this.source) return discardDownloads(this.deps.dir);
    this.timers.push(
      setTimeout(() => void this.look(), FIRST_LOOK_MS),
      setInterval(() => void this.look(), LOOK_MS),
    );
    for (const timer of this.timers) timer.unref();
  }

  /** Never throws: `view` tells how it came out. One look at a time. */
  look(): Promise<void> {
    if (!this.source || this.view.get().phase === 'installing') return Promise.resolve();
    this.running ??= this.lookOnce(this.source).finally(() => {
      this.running = null;
    });
    return this.running;
  }

  async blockers(): Promise<string[]> {
    return updateBlockers(await this.deps.facts());
  }

  /** @throws Refusal with why not; nothing was changed then */
  async install(staffId: string | null): Promise<void> {
    await this.running;
    const { ready, deps } = this;
    const { phase } = this.view.get();
    if (!ready || (phase !== 'ready' && phase !== 'handed'))
      refuse('refused', { message: '还没有核对好的更新，什么也没有改变。请先检查更新。' });
    await this.mustBeQuiet();
    // Pressed twice, or at the same moment by a second key: the first goes on.
    if (this.view.get().phase === 'installing') refuse('conflict', { message: '安装已经开始，请等它完成。' });
    this.view.update({ phase: 'installing', trouble: null, command: '' });
    try {
      if (!(await deps.backup()))
        refuse('refused', { message: '安装前的备份没有做成，没有安装，什么也没有改变。请到「设置 · 备份」处理后再试。' });
      // The backup took its time, and the hall went on.
      await this.mustBeQuiet();
      if (!(await hasHash(ready.path, ready.file))) throw new RefusedUpdate('bad-hash', ready.file.name);
      const { version } = deps.installed;
      await deps.audit(`${version} → ${ready.version}`, staffId);
      await writeFileDurably(this.begunFile, Buffer.from(JSON.stringify({ from: version, to: ready.version })));
      const command = await deps.install(ready.file, ready.path, ready.version);
      this.view.update(command ? { phase: 'handed', command } : {});
    } catch (error) {
      if (!(error instanceof RefusedUpdate)) {
        this.view.update({ phase: 'ready' });
        throw error;
      }
      await rm(this.begunFile, { force: true });
      await this.refused(error.trouble, error);
      refuse('refused', { message: updateTrouble(error.trouble), detail: error.message });
    }
  }

  async close(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    this.ended.abort();
    await this.running;
  }

  private async mustBeQuiet(): Promise<void> {
    const why = await this.blockers();
    if (why.length > 0) refuse('refused', { message: `现在不能安装，什么也没有改变：${why.join('；')}。` });
  }

  private async lookOnce(source: UpdateSource): Promise<void> {
    const { deps, ended } = this;
    if (this.view.get().phase !== 'ready' && this.view.get().phase !== 'handed') this.view.update({ phase: 'checking' });
    try {
      const manifest = await readManifest(source, deps.publicKey, ended.signal);
      this.view.update({ trouble: null });
      await this.take(source, manifest);
      this.view.update({ checkedAt: deps.now() });
    } catch (error) {
      if (ended.signal.aborted) return;
      const trouble = error instanceof RefusedUpdate ? error.trouble : 'failed';
      await this.refused(trouble, error);
      if (trouble !== 'unreachable') this.view.update({ checkedAt: deps.now() });
    }
  }

  private async take(source: UpdateSource, manifest: UpdateManifest): Promise<void> {
    const { deps, ended } = this;
    const judged = judgeManifest(manifest, deps.installed);
    if (judged.verdict === 'older' || judged.verdict === 'no-file') throw new RefusedUpdate(judged.verdict, manifest.version);
    if (judged.verdict === 'same') {
      this.ready = null;
      await discardDownloads(deps.dir);
      this.view.update({ phase: 'idle', found: null, progress: null, command: '' });
      return;
    }
    const { version, date, notes } = manifest;
    const { file } = judged;
    if (this.ready?.file.sha512 === file.sha512) return;
    this.ready = null;
    if (deps.freeBytes() < file.bytes * UNPACKED + SPARE_BYTES) throw new RefusedUpdate('no-room');
    const found = { version, date, notes };
    this.view.update({ phase: 'downloading', found, progress: { done: 0, total: file.bytes }, command: '' });
    let shown = 0;
    const onProgress = (done: number, total: number): void => {
      if (performance.now() - shown < 200) return;
      shown = performance.now();
      this.view.update({ progress: { done, total } });
    };
    const path = await download({ source, file, dir: join(deps.dir, 'files'), signal: ended.signal, onProgress });
    this.ready = { file, path, version };
    log.info(`update: ${version} is here, ${file.bytes} bytes, hash and signature right`);
    this.view.update({ phase: 'ready', progress: null });
  }

  /** What was proved wrong leaves nothing behind; what is only away keeps what came. */
  private async refused(trouble: UpdateTrouble, error: unknown): Promise<void> {
    if (this.view.get().trouble !== trouble) log.warn(`update: ${describe(error).split('\n')[0]}`);
    const away = trouble === 'unreachable' || trouble === 'interrupted' || trouble === 'no-room';
    if (away || trouble === 'failed') {
      const phase = this.ready ? 'ready' : 'idle';
      this.view.update({ phase, trouble, progress: null });
      return;
    }
    this.ready = null;
    await discardDownloads(this.deps.dir);
    this.view.update({ phase: 'idle', trouble, found: null, progress: null, command: '' });
  }

  private get begunFile(): string {
    return `${this.deps.dir}.json`;
  }

  private async tellBegun(): Promise<void> {
    const text = await readFile(this.begunFile, 'utf8').catch(() => null);
    if (text === null) return;
    await rm(this.begunFile, { force: true });
    const { version } = this.deps.installed;
    try {
      const begun = Begun.parse(JSON.parse(text));
      if (begun.to === version) return this.deps.notice('info', `已更新到 ${version} 版（原来是 ${begun.from} 版），资料照旧。`);
      if (begun.from === version) this.view.update({ trouble: 'not-installed' });
    } catch (error) {
      log.warn(`update: ${describe(error)}`);
    }
  }
}
