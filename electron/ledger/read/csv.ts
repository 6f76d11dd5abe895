import { Unreadable } from '../../files/unreadable';
import type { BookRow } from './book';
import { COLUMNS, type OnRows, ROWS, ROWS_A_WORD } from './limits';

const SEPARATORS = [',', ';', '\t'] as const;
type Separator = (typeof SEPARATORS)[number];
const SAMPLE = 30;
/** What a spreadsheet allows in a cell: a quoted text longer than this is a quote that nobody closed. */
const LONGEST_CELL = 32_767;

/** The separator that divides the first lines most evenly. */
export function separatorOf(text: string): Separator {
  const lines = text.slice(0, 100_000).split(/\r\n|\r|\n/, SAMPLE);
  const score = (separator: Separator): number => {
    const counts = lines.map((line) => outside(line).split(separator).length - 1).filter((n) => n > 0);
    if (counts.length === 0) return 0;
    const usual = counts.sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    return usual * counts.filter((n) => n === usual).length;
  };
  return SEPARATORS.reduce((best, each) => (score(each) > score(best) ? each : best));
}
const outside = (line: string): string => line.replace(/"[^"]*"/g, '');

/**
 * A table of a text, by RFC 4180 and what offices make of it. A line with a quote that is never closed is broken alone,
 * also where a later line opens one: no quote that closes a cell over several lines has anything but a separator behind it.
 */
export function readCsv(text: string, separator: Separator, onRows: OnRows = () => {}): BookRow[] {
  const rows: BookRow[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const row: BookRow = { line, cells: [] };
    const next = readRow(text, at, separator, row);
    line += next.breaks;
    at = next.at;
    if (row.broken || row.cells.some((cell) => cell !== '')) rows.push(row);
    if (rows.length > ROWS) throw new Unreadable(`超过 ${ROWS.toLocaleString('en')} 行，没有导入。请分成几个文件。`);
    if (rows.length % ROWS_A_WORD === 0) onRows(rows.length);
  }
  return rows;
}

function readRow(text: string, from: number, separator: Separator, row: BookRow): { at: number; breaks: number } {
  let at = from;
  let breaks = 0;
  for (;;) {
    const cell = text[at] === '"' ? closedAlone(text, readQuoted(text, at), separator) : null;
    if (text[at] === '"' && !cell) row.broken = '引号没有成对，这一行分不清哪些是内容';
    // What follows a closed quote up to the separator belongs to the cell, as spreadsheets have it.
    const end = endOfCell(text, cell?.end ?? at, separator);
    const value = cell ? cell.value + text.slice(cell.end, end) : text.slice(at, end);
    if (cell) breaks += count(text, at, cell.end);
    if (row.cells.length < COLUMNS) row.cells.push(value.trim());
    const stop = text[end];
    if (stop === separator) {
      at = end + 1;
      continue;
    }
    if (stop === undefined) return { at: end, breaks: breaks + 1 };
    return { at: end + (stop === '\r' && text[end + 1] === '\n' ? 2 : 1), breaks: breaks + 1 };
  }
}

/** The opening quote of a later line is not what closes this one. */
function closedAlone(text: string, cell: Quoted | null, separator: Separator): Quoted | null {
  const behind = cell && text[cell.end];
  const closes = behind === undefined || behind === separator || behind === '\r' || behind === '\n';
  return cell && (closes || !cell.value.includes('\n')) ? cell : null;
}

interface Quoted {
  value: string;
  end: number;
}

/** @returns null for a quote that is not closed within a cell's length */
function readQuoted(text: string, from: number): Quoted | null {
  let value = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote - from > LONGEST_CELL) return null;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

function endOfCell(text: string, from: number, separator: Separator): number {
  for (let at = from; at < text.length; at++) {
    const each = text[at];
    if (each === separator || each === '\n' || each === '\r') return at;
  }
  return text.length;
}

function count(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) breaks++;
  return breaks;
}
