import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { refuse } from '../../shared/errors';

/** Only a person chooses what is read: the path comes from the system's dialog, never from a screen. Null when it was cancelled. */
export async function chooseLedger(window: BrowserWindow | null): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    title: '选择旧台账',
    properties: ['openFile'],
    filters: [{ name: '表格（.xlsx、.csv）', extensions: ['xlsx', 'csv', 'txt'] }],
  };
  const answer = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

export async function saveRefusals(window: BrowserWindow | null, csv: string): Promise<{ saved: boolean; fileName: string }> {
  const options = { title: '导出不能导入的行', defaultPath: '旧台账-不能导入的行.csv', filters: [{ name: 'CSV', extensions: ['csv'] }] };
  const answer = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
  if (answer.canceled || !answer.filePath) return { saved: false, fileName: '' };
  const path = answer.filePath.toLowerCase().endsWith('.csv') ? answer.filePath : `${answer.filePath}.csv`;
  await writeFile(path, csv).catch(() => refuse('refused', { message: '所选位置不能写入，没有导出。请换一个位置。' }));
  return { saved: true, fileName: basename(path) };
}
