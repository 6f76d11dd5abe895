import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { AttachmentType } from '../../shared/domain/attachments';
import { refuse } from '../../shared/errors';
import type { OpenedAttachment } from './archive';

const EXTENSIONS: Record<AttachmentType, { name: string; extensions: string[] }> = {
  'image/jpeg': { name: 'JPEG 图片', extensions: ['jpg', 'jpeg'] },
  'image/png': { name: 'PNG 图片', extensions: ['png'] },
  'application/pdf': { name: 'PDF', extensions: ['pdf'] },
};

/** Only a person chooses what is read: paths come from the system's dialog, never from a screen. Empty when it was cancelled. */
export async function chooseFiles(window: BrowserWindow | null): Promise<string[]> {
  const options: Electron.OpenDialogOptions = {
    title: '选择材料文件（可多选）',
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: '图片和 PDF', extensions: Object.values(EXTENSIONS).flatMap(({ extensions }) => extensions) }],
  };
  const answer = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
  return answer.canceled ? [] : answer.filePaths;
}

/** Where to; null when it was cancelled. */
export async function chooseTarget(window: BrowserWindow | null, type: AttachmentType, name: string): Promise<string | null> {
  const { extensions } = EXTENSIONS[type];
  const [extension = ''] = extensions;
  const options = {
    title: '导出材料',
    defaultPath: `${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()}.${extension}`,
    filters: [EXTENSIONS[type]],
  };
  const answer = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
  if (answer.canceled || !answer.filePath) return null;
  return extensions.some((each) => answer.filePath.toLowerCase().endsWith(`.${each}`))
    ? answer.filePath
    : `${answer.filePath}.${extension}`;
}

export async function saveTo(path: string, { bytes }: OpenedAttachment): Promise<{ saved: boolean; fileName: string }> {
  await writeFile(path, bytes).catch(() => refuse('refused', { message: '所选位置不能写入，材料没有导出，存档仍在。请换一个位置。' }));
  return { saved: true, fileName: basename(path) };
}
