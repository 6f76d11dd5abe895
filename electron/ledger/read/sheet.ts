import type { LedgerCell } from '../../../shared/rules/ledger-cells';
import { Unreadable } from '../../files/unreadable';
import { attribute, readXml } from '../../files/xml';
import type { BookRow } from './book';
import { COLUMNS, type OnRows, ROWS, ROWS_A_WORD } from './limits';

/** `_x000D_`: how a workbook writes characters that XML has no place for. */
export const workbookText = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;

/** Texts that cells refer to by number, each stored once. */
export async function readSharedStrings(bytes: AsyncIterable<Buffer>): Promise<string[]> {
  const strings: string[] = [];
  let now: string | null = null;
  let within = false;
  let phonetic = false;
  await readXml(bytes, {
    open: (name) => {
      if (name === 'si') now = '';
      else if (name === 't') within = !phonetic;
      else if (name === 'rPh') phonetic = true;
    },
    text: (text) => {
      if (within && now !== null) now += text;
    },
    close: (name) => {
      if (name === 't') within = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') {
        strings.push(workbookText(now ?? ''));
        now = null;
      }
    },
  });
  return strings;
}

/** The rows of a sheet that hold anything, merged cells filled with what they show. */
export async function readSheet(bytes: AsyncIterable<Buffer>, strings: readonly string[], onRows: OnRows): Promise<BookRow[]> {
  const rows: BookRow[] = [];
  const merges: string[] = [];
  let row: BookRow | null = null;
  let line = 0;
  let column = 0;
  let type = '';
  let value = '';
  let within = false;
  let phonetic = false;
  await readXml(bytes, {
    open: (name, attributes) => {
      if (name === 'v' || name === 't') within = !phonetic;
      else if (name === 'c') {
        const ref = attribute(attributes, 'r');
        column = ref ? columnOf(ref) : column + 1;
        type = attribute(attributes, 't') ?? 'n';
        value = '';
      } else if (name === 'row') {
        line = Number(attribute(attributes, 'r') ?? line + 1);
        column = -1;
        row = { line, cells: [] };
      } else if (name === 'rPh') phonetic = true;
      else if (name === 'mergeCell') merges.push(attribute(attributes, 'ref') ?? '');
    },
    text: (text) => {
      if (within) value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') within = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'c' && row && value !== '' && column >= 0 && column < COLUMNS) {
        while (row.cells.length < column) row.cells.push('');
        row.cells[column] = cellOf(type, value, strings);
      } else if (name === 'row' && row) {
        if (row.cells.some((cell) => cell !== '')) rows.push(row);
        row = null;
        if (rows.length > ROWS) throw new Unreadable(`超过 ${ROWS.toLocaleString('en')} 行，没有导入。请分成几个文件。`);
        if (rows.length % ROWS_A_WORD === 0) onRows(rows.length);
      }
    },
  });
  fillMerged(rows, merges);
  return rows;
}

function cellOf(type: string, value: string, strings: readonly string[]): LedgerCell {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'n': {
      const number = Number(value);
      return Number.isFinite(number) ? number : value;
    }
    case 'b':
      return value === '1' ? '是' : '否';
    default:
      return workbookText(value);
  }
}

/** `AB12` → 27 */
export function columnOf(ref: string): number {
  let column = 0;
  for (let at = 0; at < ref.length; at++) {
    const code = ref.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

/** Merges are few; one over a whole column is a slip of the hand and fills nothing. */
const MOST_FILLED = 1000;

function fillMerged(rows: BookRow[], merges: readonly string[]): void {
  if (merges.length === 0) return;
  const byLine = new Map(rows.map((row) => [row.line, row]));
  for (const merge of merges) {
    const [from = '', to = from] = merge.split(':');
    const area = { left: columnOf(from), right: columnOf(to), top: lineOf(from), bottom: lineOf(to) };
    const shown = byLine.get(area.top)?.cells[area.left] ?? '';
    if (shown === '' || (area.right - area.left + 1) * (area.bottom - area.top + 1) > MOST_FILLED) continue;
    for (let line = area.top; line <= area.bottom; line++) {
      const row = byLine.get(line);
      if (!row) continue;
      for (let column = area.left; column <= area.right && column < COLUMNS; column++) {
        while (row.cells.length < column) row.cells.push('');
        row.cells[column] = shown;
      }
    }
  }
}

const lineOf = (ref: string): number => Number(ref.replace(/^\D+/, ''));
