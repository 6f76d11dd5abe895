import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { v7 as uuid } from 'uuid';
import type { OutsideInput } from '../../shared/domain/recordings';
import { refuse } from '../../shared/errors';
import { OUTSIDE_BYTES_AT_MOST, SOUND_HEAD_BYTES, soundType } from '../../shared/rules/sound-type';
import { OUTSIDE_SENTENCES, OutsideFileError, openOutside } from '../files/outside-file';
import { describe, log } from '../log';
import type { RecorderStore } from './recorder';

/** Of an outside file; one of ours is 5 s. Small enough for the memory, large enough not to be many. */
const PIECE = 4 * 1024 * 1024;

/** Only a person chooses what is read. Null when it was cancelled. */
export async function chooseSound(window: BrowserWindow | null): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    title: '选择外部录音文件',
    properties: ['openFile'],
    filters: [{ name: '录音', extensions: ['mp3', 'wav', 'm4a', 'mp4', 'aac', 'ogg', 'opus', 'webm', 'flac', 'amr', 'wma'] }],
  };
  const answer = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

/** The file of an outside recorder: looked at, copied piece by piece under a key of its own, and registered when it is whole. */
export async function registerOutside(
  store: RecorderStore,
  path: string,
  interviewId: string,
  about: OutsideInput,
  staffId: string | null,
): Promise<string> {
  const { file, size } = await openOutside(path).catch(unreadable);
  try {
    const head = Buffer.alloc(SOUND_HEAD_BYTES);
    await file.read(head, 0, head.length, 0);
    const type = soundType(head);
    if (!type)
      refuse('refused', { message: '这不是录音文件，或格式不认识，没有登记。可以登记 mp3、wav、m4a、ogg、webm、flac、amr、wma。' });
    if (size > OUTSIDE_BYTES_AT_MOST) refuse('refused', { message: '录音文件超过 1 GB，没有登记。请分段导出后再登记。' });
    await store.disk.look();
    if (store.disk.state !== 'ok' && store.disk.state !== 'low')
      refuse('disk-low', { message: '磁盘空间不足，录音没有登记，原文件仍在。请联系系统管理员清理磁盘。' });

    const id = uuid();
    const { key } = await store.storage.internal(
      'internal.recording.begin',
      { id, interviewId, mime: type.mime, name: about.device, outsideFrom: about.startedTime },
      staffId,
    );
    const finish = async (ended: 'stopped' | 'broken', summary: { parts: number; bytes: number; durationMs: number; sha256: string }) => {
      await store.storage.internal('internal.recording.finish', { id, ended, damaged: false, ...summary }, staffId);
    };
    try {
      const writer = await store.sounds.create(id, key);
      const piece = Buffer.alloc(PIECE);
      for (let n = 0, at = 0; at < size; n++) {
        const { bytesRead } = await file.read(piece, 0, PIECE, at);
        if (bytesRead === 0) throw new Error('the file became shorter');
        await writer.append({ n, startMs: 0, durationMs: 0 }, piece.subarray(0, bytesRead));
        at += bytesRead;
      }
      await writer.close();
      await finish('stopped', writer.summary());
    } catch (error) {
      log.error(`outside recording: ${describe(error)}`);
      await finish('broken', { parts: 0, bytes: 0, durationMs: 0, sha256: '' });
      await store.sounds.destroy(id);
      refuse('refused', { message: '录音文件没有存完，没有登记，原文件仍在。请检查文件和磁盘后再登记。' });
    }
    return basename(path);
  } finally {
    await file.close();
  }
}

function unreadable(error: unknown): never {
  // Not the system's sentence: it would name the file, and files are named after people.
  log.warn(`outside recording: ${error instanceof OutsideFileError ? error.message : 'error'}`);
  const why = OUTSIDE_SENTENCES[error instanceof OutsideFileError ? error.fault : 'unreadable'];
  refuse('refused', { message: `${why}，没有登记。` });
}
