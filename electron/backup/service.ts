import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type BackupSettings, type BackupState, NO_BACKUP, type WorkProgress } from '../../shared/domain/backup';
import { describe, log } from '../log';
import { Observable } from '../observable';
import { writeFileDurably } from '../storage/journal/durable-file';
import { makeBackup } from './make-backup';
import { mustBePlace, onSameDisk } from './place';
import type { BackupSource } from './source';
import { troubleOf } from './trouble';

/** What this PC knows of its last good backup while the stick is in somebody's pocket. */
const Remembered = z.object({
  placeId: z.string(),
  lastGoodAt: z.number().int().nullable(),
  lastReadAt: z.number().int().nullable(),
  sets: z.number().int(),
});
type Remembered = z.infer<typeof Remembered>;
const NOTHING: Remembered = { placeId: '', lastGoodAt: null, lastReadAt: null, sets: 0 };

const LOOK_MS = 60_000;
/** A place that is missing costs a look at one file; anything else is tried again less often. */
const RETRY_MS = 10 * 60_000;
const SILENT_MS = 120_000;
const HOUR_MS = 3_600_000;

export interface BackupDeps {
  source: BackupSource;
  /** `<profile>/backup.json` */
  memory: string;
  now(): number;
}

/**
 * The hourly backup. It works beside everything else and holds nothing up: what goes wrong is told in `view`, the last good
 * backup stays, and the next look tries again.
 */
export class BackupService {
  readonly view = new Observable<BackupState>(NO_BACKUP);
  private deps: BackupDeps | null = null;
  private settings: BackupSettings | null = null;
  private known: Remembered = NOTHING;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private readonly ended = new AbortController();
  private making = false;
  private triedAt = 0;
  private heardAt = 0;
  private shownAt = 0;

  async start(deps: BackupDeps): Promise<void> {
    this.deps = deps;
    this.known = await remembered(deps.memory);
    this.timer = setInterval(() => void this.look(), LOOK_MS);
    this.timer.unref();
    this.show();
  }

  /** As they are set now; another place begins at once. */
  follow(settings: BackupSettings): void {
    const moved = this.settings?.placeId !== settings.placeId;
    this.settings = settings;
    this.show();
    if (moved && settings.folder) void this.look();
  }

  /** Everything is read back. One that is under way is waited for first: what was saved since belongs into this one. */
  async runNow(): Promise<BackupState> {
    await this.running;
    await this.run(true);
    return this.view.get();
  }

  /** Nobody waits for a place that does not answer: the next start's run goes on where this one was. */
  async close(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.ended.abort();
    await Promise.race([this.running, new Promise((resolve) => setTimeout(resolve, 2000))]);
  }

  private async look(): Promise<void> {
    const { deps, settings } = this;
    if (!deps || !settings?.folder || this.ended.signal.aborted) return;
    if (this.running) {
      if (performance.now() - this.heardAt > SILENT_MS) this.view.update({ trouble: 'stuck' });
      return;
    }
    const { trouble } = this.view.get();
    const { lastGoodAt, placeId } = this.known;
    const due =
      placeId !== settings.placeId ||
      lastGoodAt === null ||
      lastGoodAt > deps.now() ||
      deps.now() - lastGoodAt >= settings.everyHours * HOUR_MS;
    if (!due && (!trouble || trouble === 'damaged')) return;
    if (trouble && trouble !== 'gone' && trouble !== 'busy' && performance.now() - this.triedAt < RETRY_MS) return;
    await this.run(false);
  }

  private run(readAll: boolean): Promise<void> {
    this.running ??= this.runOnce(readAll).finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async runOnce(readAll: boolean): Promise<void> {
    const { deps, settings } = this;
    if (!deps || !settings?.folder) return;
    const { folder, placeId } = settings;
    const began = performance.now();
    this.triedAt = this.heardAt = began;
    try {
      // Before anything is shown: a stick that is away for weeks is looked for every minute.
      await mustBePlace(folder, placeId);
      this.making = true;
      this.show();
      const options = { folder, placeId, figures: settings, now: deps.now(), readAll, signal: this.ended.signal };
      const made = await makeBackup(deps.source, { ...options, onProgress: (progress) => this.heard(progress) });
      this.known = { placeId, lastGoodAt: made.madeAt, lastReadAt: made.readAt, sets: made.sets };
      await writeFileDurably(deps.memory, Buffer.from(`${JSON.stringify(this.known)}\n`)).catch(() => {});
      log.info(`backup: ${made.written} bytes new, ${made.sets} sets, ${Math.round(performance.now() - began)} ms`);
      if (made.damage.length > 0) log.warn(`backup: made in spite of ${JSON.stringify(made.damage.slice(0, 5))}`);
      this.view.update({ trouble: made.damage.length > 0 ? 'damaged' : null });
    } catch (error) {
      if (!this.ended.signal.aborted) {
        const trouble = troubleOf(error);
        if (this.view.get().trouble !== trouble) log.warn(`backup: ${trouble}: ${describe(error)}`);
        this.view.update({ trouble });
      }
    } finally {
      this.making = false;
      const sameDisk = await onSameDisk(folder, deps.source.dir).catch(() => false);
      this.view.update({ sameDisk, progress: null });
      this.show();
    }
  }

  private heard(progress: WorkProgress): void {
    this.heardAt = performance.now();
    if (this.heardAt - this.shownAt < 200) return;
    this.shownAt = this.heardAt;
    const { trouble } = this.view.get();
    this.view.update({ progress, ...(trouble === 'stuck' && { trouble: null }) });
  }

  private show(): void {
    const { settings, known } = this;
    if (!settings?.folder) {
      this.view.set(NO_BACKUP);
      return;
    }
    const here = known.placeId === settings.placeId ? known : NOTHING;
    const { lastGoodAt, lastReadAt, sets } = here;
    const phase = this.making ? 'running' : 'idle';
    this.view.update({ phase, folder: settings.folder, lastGoodAt, lastReadAt, sets, warnHours: settings.warnHours });
  }
}

async function remembered(path: string): Promise<Remembered> {
  try {
    return Remembered.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return NOTHING;
  }
}
