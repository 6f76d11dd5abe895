import type { SoundPart } from '../../shared/domain/recordings';
import { refuse } from '../../shared/errors';
import { overlaps, type Span } from '../../shared/rules/stays';
import { describe, log } from '../log';
import { type OpenedSound, openSound } from './open-sound';
import type { RecorderStore } from './recorder';

interface Open extends OpenedSound {
  id: string;
  staffId: string | null;
}

/** The recording that is being listened to at this desk; opened by whoever may, and closed when somebody else sits here. */
export class Listening {
  private open: Open | null = null;

  constructor(private readonly store: () => RecorderStore) {}

  /** Who listens is written into the audit trail before a sound is heard. @throws Refusal */
  async listen(id: string, staffId: string | null): Promise<{ mime: string; outside: boolean; parts: SoundPart[] }> {
    const store = this.store();
    await this.close();
    const sound = await openSound(store, id, staffId, '没有播放');
    const { mime, outside, number, reader, heard } = sound;
    await store.storage.internal('internal.audit', { action: 'recording.listen', target: number, detail: id }, staffId);
    this.open = { ...sound, id, staffId };
    return { mime, outside, parts: reader.parts.filter((part) => outside || within(heard, part)) };
  }

  async read(id: string, n: number, staffId: string | null): Promise<Uint8Array> {
    if (!this.open || this.open.id !== id || this.open.staffId !== staffId) refuse('forbidden', { message: '请先打开这段录音再播放。' });
    const { outside, heard, reader } = this.open;
    const part = reader.parts[n];
    if (part && !outside && !within(heard, part)) refuse('forbidden', { message: '这一段不是您在场时录的，不能听。' });
    return reader.read(n).catch((error: unknown) => {
      log.error(`recording ${id}, part ${n}: ${describe(error)}`);
      refuse('damaged', { message: '这一段录音无法打开，其余各段不受影响。请联系系统管理员。' });
    });
  }

  async close(): Promise<void> {
    await this.open?.reader.close();
    this.open = null;
  }
}

const within = (heard: readonly Span[] | null, part: SoundPart): boolean => heard === null || overlaps(heard, part);
