import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { DOCUMENT_KIND_NAMES } from '../shared/domain/printing';
import { refuse } from '../shared/errors';
import type { Store } from './store';

/** An archived PDF leaves the seal only by a person's hand, to a place they choose, and it is written down. */
export async function exportDocument(
  store: Store,
  window: BrowserWindow | null,
  documentId: string,
  staffId: string | null,
): Promise<{ saved: boolean; fileName: string }> {
  const document = await store.storage.internal('internal.document.export', { id: documentId }, staffId);
  if (!document) refuse('not-found', { message: '没有找到这份存档，可能尚未打印完成。' });
  const bytes = await store.files
    .read(documentId, document.fileKey)
    .catch(() => refuse('damaged', { message: '这份存档无法打开，原文件仍保留。请联系系统管理员。' }));
  if (createHash('sha256').update(bytes).digest('hex') !== document.sha256)
    refuse('damaged', { message: '这份存档与登记的校验值不符，没有导出。请联系系统管理员。' });
  const options = {
    title: '导出 PDF',
    defaultPath: `${DOCUMENT_KIND_NAMES[document.kind]} ${document.label.replace(/[\\/:*?"<>|]/g, ' ')}.pdf`,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  };
  const answer = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
  if (answer.canceled || !answer.filePath) return { saved: false, fileName: '' };
  const path = answer.filePath.toLowerCase().endsWith('.pdf') ? answer.filePath : `${answer.filePath}.pdf`;
  await store.storage.internal('internal.audit', { action: 'print.export', target: document.label, detail: '' }, staffId);
  await writeFile(path, bytes).catch(() => refuse('refused', { message: '所选位置不能写入，PDF 没有导出，存档仍在。请换一个位置。' }));
  return { saved: true, fileName: basename(path) };
}
