import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import writeXlsxFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import type { Cell, StatReport, StatTable } from '../../shared/domain/statistics';
import { refuse } from '../../shared/errors';
import { csvOf } from './csv';

const FORMATS: Record<Cell['kind'], string> = { count: '0', share: '0.00%', amount: '0.0" 分钟"', text: '@' };

/** A number stays one, so that it can be added up; whatever is said in words is text, and nothing is a formula. */
function cellOf({ value, kind, text }: Cell): CellObject | null {
  if (value !== null) return { value, type: Number, format: FORMATS[kind], align: 'right' };
  return text === '' ? null : { value: text, type: String };
}

const bold = (value: string): CellObject => ({ value, type: String, fontWeight: 'bold' });
const line = (value: string): CellObject[] => [{ value, type: String }];

/** Its title, its rows, and below them why a number is missing. */
function sheetOf({ id, title, columns, rows, notes }: StatTable, report: StatReport): SheetData {
  const reasons = new Set(rows.flatMap(({ cells }) => cells.flatMap(({ text, reason }) => (reason ? `「${text}」：${reason}` : []))));
  return [
    [bold(`${id} ${title}　${report.title}`)],
    columns.map(bold),
    ...rows.map(({ label, level, cells }) => [
      { value: `${level === 1 ? '　' : ''}${label}`, type: String } satisfies CellObject,
      ...cells.map(cellOf),
    ]),
    ...[...notes, ...reasons].map((note) => line(`注：${note}`)),
  ];
}

/** One sheet a table, after a sheet that says what the figures mean. */
function workbookOf(report: StatReport): Promise<Buffer> {
  const about: SheetData = [[bold(report.title)], ...report.remarks.map(line)];
  return writeXlsxFile([
    { data: about, sheet: '说明', columns: [{ width: 90 }] },
    ...report.tables.map((table) => ({
      data: sheetOf(table, report),
      sheet: `${table.id} ${table.title}`.slice(0, 31),
      columns: table.columns.map((_, i) => ({ width: i === 0 ? 34 : 14 })),
      stickyRowsCount: 2,
    })),
  ]).toBuffer();
}

function csvText(report: StatReport): string {
  const rows = report.tables.flatMap(({ id, title, columns, rows: lines }) => [
    [`${id} ${title}`],
    [...columns],
    ...lines.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)]),
    [''],
  ]);
  return csvOf([report.title], [...report.remarks.map((remark) => [remark]), [''], ...rows]);
}

export async function saveStatistics(path: string, report: StatReport): Promise<{ saved: true; fileName: string; rows: number }> {
  const bytes = /\.csv$/i.test(path) ? Buffer.from(csvText(report)) : await workbookOf(report);
  await writeFile(path, bytes).catch(() => refuse('refused', { message: '所选位置不能写入，没有导出。请换一个位置。' }));
  return { saved: true, fileName: basename(path), rows: report.tables.reduce((sum, { rows }) => sum + rows.length, 0) };
}
