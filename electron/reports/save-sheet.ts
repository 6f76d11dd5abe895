import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { PrintContent } from '../../shared/documents/content';
import type { SheetModel } from '../../shared/documents/sheet';
import { refuse } from '../../shared/errors';
import type { PrintingService } from '../printing';
import { docxOf } from './docx';

export type SheetFormat = 'pdf' | 'docx';
const FILTERS: Record<SheetFormat, Electron.FileFilter> = {
  pdf: { name: 'PDF', extensions: ['pdf'] },
  docx: { name: 'Word 文档', extensions: ['docx'] },
};

/** Where to; null when it was cancelled. */
export async function chooseSheet(window: BrowserWindow | null, name: string, format: SheetFormat): Promise<string | null> {
  const options = { title: `导出${name}`, defaultPath: `${name.replace(/[\\/:*?"<>|]/g, ' ')}.${format}`, filters: [FILTERS[format]] };
  const answer = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
  if (answer.canceled || !answer.filePath) return null;
  return answer.filePath.toLowerCase().endsWith(`.${format}`) ? answer.filePath : `${answer.filePath}.${format}`;
}

/** Made as it is on paper, with no printer needed, and written whole. @returns the file's name */
export async function saveSheet(
  printing: PrintingService,
  path: string,
  format: SheetFormat,
  kind: Extract<PrintContent, { model: SheetModel }>['kind'],
  model: SheetModel,
): Promise<string> {
  const bytes = format === 'docx' ? docxOf(model) : await printing.renderPdf({ kind, model } as PrintContent);
  await writeFile(path, bytes).catch(() => refuse('refused', { message: '所选位置不能写入，没有导出，内容仍在。请换一个位置。' }));
  return basename(path);
}
