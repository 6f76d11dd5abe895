import { refuse } from '../../shared/errors';
import { describe, log } from '../log';
import type { InternalRequests } from '../storage/internal';
import type { RecorderStore } from './recorder';
import type { SoundReader } from './sound-reader';

export type OpenedSound = Omit<InternalRequests['internal.recording.open']['output'], 'key'> & { reader: SoundReader };

/**
 * A kept recording, for a person who may hear it, as it was stored: its file is compared with the hash that its row holds.
 * @param undone what did not happen where it is not, in words
 * @throws Refusal
 */
export async function openSound(store: RecorderStore, id: string, staffId: string | null, undone: string): Promise<OpenedSound> {
  const { key, ...about } = await store.storage.internal('internal.recording.open', { id }, staffId);
  const reader = await store.sounds.open(id, key).catch((error: unknown) => {
    log.error(`recording ${id}: ${describe(error)}`);
    refuse('damaged', { message: '录音文件无法打开，原文件仍保留。请联系系统管理员。' });
  });
  if ((await reader.verify()).sha256 !== about.sha256) {
    await reader.close();
    refuse('damaged', { message: `录音与存入时的校验值不符，${undone}，原文件仍保留。请联系系统管理员。` });
  }
  return { ...about, reader };
}
