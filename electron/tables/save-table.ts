import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import writeXlsxFile from 'write-excel-file/node';
import { refuse } from '../../shared/errors';
import { csvOf } from './csv';

export interface Table {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** Where to, and as what; null when it was cancelled. A person chooses both in the system's dialog. */
export async function chooseTable(window: BrowserWindow | null, name: string): Promise<string | null> {
  const options = {
    title: `导出${name}`,
    defaultPath: `${name}.xlsx`,
    filters: [
      { name: 'Excel 工作簿', extensions: ['xlsx'] },
      { name: 'CSV（UTF-8）', extensions: ['csv'] },
    ],
  };
  const answer = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
  if (answer.canceled || !answer.filePath) return null;
  return /\.(xlsx|csv)$/i.test(answer.filePath) ? answer.filePath : `${answer.filePath}.xlsx`;
}

export async function saveTable(
  path: string,
  name: string,
  { columns, rows }: Table,
): Promise<{ saved: true; fileName: string; rows: number }> {
  const bytes = /\.csv$/i.test(path) ? Buffer.from(csvOf(columns, rows)) : await workbookOf(name, columns, rows);
  await writeFile(path, bytes).catch(() => refuse('refused', { message: '所选位置不能写入，没有导出。请换一个位置。' }));
  return { saved: true, fileName: basename(path), rows: rows.length };
}

/** Every cell is text: long numbers keep their digits, and nothing is a formula. */
function workbookOf(name: string, columns: readonly string[], rows: Table['rows']): Promise<Buffer> {
  const head = columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const body = rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String, wrap: true })));
  return writeXlsxFile([head, ...body], {
    sheet: name.slice(0, 31),
    columns: columns.map(() => ({ width: 18 })),
    stickyRowsCount: 1,
  }).toBuffer();
}
