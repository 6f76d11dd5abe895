import type { SoundPart } from '../../shared/domain/recordings';
import { refuse } from '../../shared/errors';
import { describe, log } from '../log';
import type { RecorderStore } from './recorder';
import type { SoundReader } from './sound-reader';

/** The recording that is being listened to at this desk; opened by whoever may, and closed when somebody else sits here. */
export class Listening {
  private open: { id: string; staffId: string | null; reader: SoundReader } | null = null;

  constructor(private readonly store: () => RecorderStore) {}

  /** Who listens is written into the audit trail before a sound is heard. @throws Refusal */
  async listen(id: string, staffId: string | null): Promise<{ mime: string; outside: boolean; parts: SoundPart[] }> {
    const { storage, sounds } = this.store();
    const { key, mime, outside, sha256, number } = await storage.internal('internal.recording.open', { id }, staffId);
    await this.close();
    const reader = await sounds.open(id, key).catch((error: unknown) => {
      log.error(`recording ${id}: ${describe(error)}`);
      refuse('damaged', { message: '录音文件无法打开，原文件仍保留。请联系系统管理员。' });
    });
    if ((await reader.verify()).sha256 !== sha256) {
      await reader.close();
      refuse('damaged', { message: '录音与存入时的校验值不符，没有播放，原文件仍保留。请联系系统管理员。' });
    }
    await storage.internal('internal.audit', { action: 'recording.listen', target: number, detail: id }, staffId);
    this.open = { id, staffId, reader };
    return { mime, outside, parts: reader.parts };
  }

  async read(id: string, n: number, staffId: string | null): Promise<Uint8Array> {
    if (!this.open || this.open.id !== id || this.open.staffId !== staffId) refuse('forbidden', { message: '请先打开这段录音再播放。' });
    return this.open.reader.read(n).catch((error: unknown) => {
      log.error(`recording ${id}, part ${n}: ${describe(error)}`);
      refuse('damaged', { message: '这一段录音无法打开，其余各段不受影响。请联系系统管理员。' });
    });
  }

  async close(): Promise<void> {
    await this.open?.reader.close();
    this.open = null;
  }
}
