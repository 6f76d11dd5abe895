import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { type RecordingAlarm, type RecordingEnd, SOUND_TYPE, type SoundPart } from '../../shared/domain/recordings';
import { refuse } from '../../shared/errors';
import { describe, log } from '../log';
import { Observable } from '../observable';
import type { InternalStorage } from '../storage/internal';
import type { SoundFiles } from './sound-files';
import type { SoundWriter } from './sound-writer';

/** What of the opened store is needed here; a test brings its own. */
export interface RecorderStore {
  storage: InternalStorage;
  sounds: SoundFiles;
  disk: { state: string; look(): Promise<unknown> };
}

interface Running {
  id: string;
  interviewId: string;
  token: string;
  staffId: string | null;
  writer: SoundWriter;
  startedAt: number;
  /** One after the other, in the order in which they came. */
  turn: Promise<void>;
}

export interface RunningView {
  id: string;
  interviewId: string;
  startedAt: number;
  parts: number;
}

/** Last gigabyte: for registrations. */
const NO_ROOM: readonly string[] = ['no-recordings', 'read-only'];
/** As often the row says how far the sound is: a file that was cut short afterwards does not pass unnoticed. */
const PARTS_BETWEEN_MARKS = 12;

/** The one recording that this PC makes at a time. */
export class Recorder {
  readonly view = new Observable<RunningView | null>(null);
  private running: Running | null = null;
  private beginning = false;

  constructor(
    private readonly store: () => RecorderStore,
    private readonly now: () => number,
  ) {}

  async begin(interviewId: string, device: string, staffId: string | null): Promise<{ id: string; token: string; startedElapsed: number }> {
    if (this.running || this.beginning) refuse('conflict', { message: '这台电脑正在为另一次接谈录音，没有重复开始。请先停止那一段。' });
    // At once, before anything is waited for: of two who begin in the same moment one is told.
    this.beginning = true;
    try {
      return await this.create(interviewId, device, staffId);
    } finally {
      this.beginning = false;
    }
  }

  private async create(interviewId: string, device: string, staffId: string | null) {
    const { storage, sounds, disk } = this.store();
    await disk.look();
    if (NO_ROOM.includes(disk.state))
      refuse('disk-low', { message: '磁盘剩余不足 1 GB，不能开始录音；笔录照常。请用外部录音笔，并联系系统管理员清理磁盘。' });
    const id = uuid();
    const { startedElapsed, key } = await storage.internal(
      'internal.recording.begin',
      { id, interviewId, mime: SOUND_TYPE, name: device },
      staffId,
    );
    const writer = await sounds.create(id, key).catch(async (error: unknown) => {
      log.error(`recording not begun: ${describe(error)}`);
      const nothing = { parts: 0, bytes: 0, durationMs: 0, sha256: '' };
      await storage.internal('internal.recording.finish', { id, ended: 'broken', damaged: false, ...nothing }, staffId);
      refuse('refused', { message: '录音文件没有建成，没有开始录音；笔录照常。请再试一次，或用外部录音笔。' });
    });
    const token = randomBytes(16).toString('hex');
    this.running = { id, interviewId, token, staffId, writer, startedAt: this.now(), turn: Promise.resolve() };
    this.tell();
    return { id, token, startedElapsed };
  }

  /** Resolves when the part is on the disk. The same part again is taken as done: its answer may have been lost. */
  part(token: string, part: SoundPart, bytes: Uint8Array): Promise<void> {
    return this.inTurn(token, async (running) => {
      const { parts } = running.writer.summary();
      if (part.n < parts) return;
      if (part.n > parts) refuse('refused', { message: '录音的次序不对，这一段没有存入。' });
      await running.writer.append(part, bytes).catch((error: unknown) => {
        log.error(`recording part: ${describe(error)}`);
        refuse('disk-low', { message: '录音没有写入磁盘，程序会再试；笔录照常。请用外部录音笔。' });
      });
      this.tell();
      if ((part.n + 1) % PARTS_BETWEEN_MARKS === 0) this.mark(running);
    });
  }

  alarm(token: string, alarm: RecordingAlarm): Promise<void> {
    return this.inTurn(token, async ({ id, staffId }) => {
      await this.store().storage.internal('internal.recording.alarm', { id, alarm }, staffId);
    });
  }

  finish(token: string, ended: RecordingEnd): Promise<void> {
    return this.inTurn(token, (running) => this.end(running, ended));
  }

  /** Its page is gone, or the program closes. */
  async interrupt(): Promise<void> {
    const { running } = this;
    if (running) await this.finish(running.token, 'program').catch((error: unknown) => log.error(`recording end: ${describe(error)}`));
  }

  private inTurn(token: string, work: (running: Running) => Promise<void>): Promise<void> {
    const { running } = this;
    if (!running || running.token !== token) refuse('refused', { message: '这段录音已经结束。' });
    const mine = running.turn.then(() => work(running));
    running.turn = mine.catch(() => {});
    return mine;
  }

  private async end(running: Running, ended: RecordingEnd): Promise<void> {
    if (this.running !== running) return;
    this.running = null;
    this.tell();
    const { id, staffId, writer } = running;
    // Every part was flushed when it came: what a close that fails leaves behind is whole.
    await writer.close().catch((error: unknown) => log.error(`recording close: ${describe(error)}`));
    await this.store().storage.internal('internal.recording.finish', { id, ended, damaged: false, ...writer.summary() }, staffId);
    if (writer.summary().parts === 0) await this.store().sounds.destroy(id);
  }

  /** Not waited for: the next part must not. */
  private mark({ id, staffId, writer }: Running): void {
    this.store()
      .storage.internal('internal.recording.reached', { id, ...writer.summary() }, staffId)
      .catch((error: unknown) => log.error(`recording mark: ${describe(error)}`));
  }

  private tell(): void {
    const { running } = this;
    this.view.set(
      running && { id: running.id, interviewId: running.interviewId, startedAt: running.startedAt, parts: running.writer.summary().parts },
    );
  }
}
