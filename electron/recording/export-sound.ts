import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { refuse } from '../../shared/errors';
import { soundExtension } from '../../shared/rules/sound-type';
import { describe, log } from '../log';
import type { Session } from '../session/session';
import { stillHere } from '../session/still-here';
import { openSound } from './open-sound';
import type { RecorderStore } from './recorder';
import { writeSound } from './write-sound';

const NOT_SAVED = { saved: false, fileName: '' };

/**
 * The file of an outside recorder leaves the seal only by a person's hand, to a place they choose, and it is written down:
 * a format that this program does not play (amr, wma) is heard elsewhere. What this program recorded itself is parts, and
 * is heard here.
 */
export async function exportSound(
  store: RecorderStore,
  window: BrowserWindow | null,
  session: Session,
  id: string,
  staffId: string | null,
): Promise<{ saved: boolean; fileName: string }> {
  const { mime, outside, name, number, heard, reader } = await openSound(store, id, staffId, '没有导出');
  try {
    if (!outside) refuse('refused', { message: '本机录的音在这里听，不能导出；可以导出的是登记的外部录音。' });
    if (heard !== null) refuse('forbidden', { message: '您中途离开了接谈组，外部录音不能整段导出。请由接谈人员或录音保管人导出。' });
    const path = await chooseTarget(window, `${number} ${name}`, soundExtension(mime));
    if (!path) return NOT_SAVED;
    stillHere(session, staffId);
    await store.storage.internal('internal.audit', { action: 'recording.export', target: number, detail: id }, staffId);
    await writeSound(reader, path).catch((error: unknown) => {
      log.error(`recording not exported: ${describe(error)}`);
      refuse('refused', { message: '所选位置不能写入，录音没有导出，存档仍在。请换一个位置。' });
    });
    return { saved: true, fileName: basename(path) };
  } finally {
    await reader.close();
  }
}

async function chooseTarget(window: BrowserWindow | null, name: string, extension: string): Promise<string | null> {
  const options = {
    title: '导出录音',
    defaultPath: `${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()}.${extension}`,
    filters: [{ name: '录音', extensions: [extension] }],
  };
  const answer = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
  if (answer.canceled || !answer.filePath) return null;
  return answer.filePath.toLowerCase().endsWith(`.${extension}`) ? answer.filePath : `${answer.filePath}.${extension}`;
}
