import { LEDGER_LINES_SHOWN, LEDGER_ROWS_SHOWN, type LedgerRefusal } from '../../../shared/contract/ledger';
import { dateOf, type LedgerCell, plainText } from '../../../shared/rules/ledger-cells';
import { headText, type LedgerMapping, NEEDED_FIELDS } from '../../../shared/rules/ledger-columns';
import { type FoundHead, findHead, HEAD_WITHIN, headAt } from '../../../shared/rules/ledger-head';
import { FieldFinder } from '../../../shared/rules/ledger-matter';
import { byDate, judgeLine, type LedgerRecord, ledgerKey } from '../../../shared/rules/ledger-record';
import { Unreadable } from '../../files/unreadable';
import type { Book, BookRow, Sheet } from '../read/book';
import type { Judgement, Judging } from './messages';
import { refusalsCsv } from './refusals-csv';

/** Sheets looked at for a head before the first is taken. */
const SHEETS_TRIED = 10;
const LONGEST_SHOWN = 120;

interface Refused {
  row: BookRow;
  reasons: string[];
}

/** The file that is open in this thread: its lines, and what each of them would become. */
export class Ledger {
  private sheet: { index: number; content: Sheet } | null = null;
  private columns: string[] = [];
  private refused: Refused[] = [];
  private accepted: LedgerRecord[] = [];
  /** Lines that say the same as an earlier one of the file. */
  private repeats: { line: number; sameAs: number }[] = [];
  private shortened: { line: number; lost: number }[] = [];
  private body: readonly BookRow[] = [];
  private dates: { column: number | undefined; read(cell: LedgerCell | undefined): ReturnType<typeof dateOf> } | null = null;

  constructor(private readonly book: Book) {}

  async judge({ sheet, head, mapping, fields, today }: Judging): Promise<Judgement> {
    const { index, content } = await this.choose(sheet);
    const { rows, date1904, separated } = content;
    const top = topOf(rows);
    const found: FoundHead | null = head ? headAt(top, head) : findHead(top);
    const width = found?.heads.length ?? Math.max(0, ...rows.slice(0, LEDGER_ROWS_SHOWN).map((row) => row.cells.length));
    const used: LedgerMapping = mapping ?? found?.mapping ?? {};
    const first = found ? found.row + found.rows + 1 : 1;
    const body = rows.filter((row) => row.line >= first);
    this.columns = Array.from({ length: width }, (_, i) => (found?.heads[i] && headText(found.heads[i])) || letters(i));
    const missing = NEEDED_FIELDS.filter((field) => used[field] === undefined);
    const context = {
      mapping: used,
      fields: new FieldFinder(fields),
      today,
      date1904,
      width: separated ? width : Number.POSITIVE_INFINITY,
    };
    this.dates = { column: used.date, read: (cell) => dateOf(cell, today, date1904) };
    this.body = body;
    this.sort(body, (row) =>
      row.broken
        ? { ok: false, reasons: [row.broken] }
        : missing.length > 0
          ? { ok: false, reasons: ['还没有选好姓名、来访日期和来访事由各是哪一列'] }
          : judgeLine(row.line, row.cells, context),
    );
    const refusedLines = new Set(this.refused.map(({ row }) => row.line));
    return {
      sheets: this.book.sheets.map(({ name }) => ({ name })),
      sheet: index,
      headRow: found ? found.row + 1 : 0,
      headRows: found?.rows ?? 1,
      columns: this.columns,
      mapping: used,
      missing,
      rows: body
        .slice(0, LEDGER_ROWS_SHOWN)
        .map((row) => ({ line: row.line, cells: shown(row.cells, width), refused: refusedLines.has(row.line) })),
      lines: body.length,
      good: this.accepted.length,
      refused: this.refused.length,
      duplicates: this.repeats.length,
      repeats: this.withCells(this.repeats.slice(0, LEDGER_LINES_SHOWN)),
      shortened: this.shortened.length,
      shortenings: this.withCells(this.shortened.slice(0, LEDGER_LINES_SHOWN)),
      refusals: this.refused.slice(0, LEDGER_LINES_SHOWN).map((each) => asShown(each, width)),
    };
  }

  /** The lines with what they hold; asked for the few that a screen shows. */
  withCells<T extends { line: number }>(found: readonly T[]): (T & { cells: string[] })[] {
    const wanted = new Set(found.map(({ line }) => line));
    const rows = new Map(this.body.flatMap((row) => (wanted.has(row.line) ? [[row.line, row] as const] : [])));
    return found.map((each) => ({ ...each, cells: shown(rows.get(each.line)?.cells ?? [], this.columns.length) }));
  }

  records = (from: number, count: number): LedgerRecord[] => this.accepted.slice(from, from + count);
  refusals = (): string =>
    refusalsCsv(
      this.columns,
      this.refused.map(({ row, reasons }) => ({ row: { ...row, cells: this.withWrittenDate(row.cells) }, reasons })),
    );

  /** A workbook's number means a day only in its own system: the file of refused lines says the day itself. */
  private withWrittenDate(cells: readonly LedgerCell[]): LedgerCell[] {
    const { column, read } = this.dates ?? {};
    const cell = column === undefined ? undefined : cells[column];
    const date = typeof cell === 'number' ? read?.(cell) : undefined;
    if (!date?.ok) return [...cells];
    return cells.map((each, i) => (i === column ? `${date.day} ${date.time}`.trim() : each));
  }

  private sort(body: readonly BookRow[], judge: (row: BookRow) => ReturnType<typeof judgeLine>): void {
    this.refused = [];
    this.repeats = [];
    const records: LedgerRecord[] = [];
    const long = new Map<number, number>();
    for (const row of body) {
      const judged = judge(row);
      if (judged.ok) {
        records.push(judged.record);
        if (judged.lost > 0) long.set(row.line, judged.lost);
      } else this.refused.push({ row, reasons: judged.reasons });
    }
    const seen = new Map<string, number>();
    this.accepted = records.filter((record) => {
      const key = ledgerKey(record);
      const sameAs = seen.get(key);
      if (sameAs === undefined) seen.set(key, record.line);
      else this.repeats.push({ line: record.line, sameAs });
      return sameAs === undefined;
    });
    this.shortened = this.accepted.flatMap(({ line }) => (long.has(line) ? { line, lost: long.get(line) ?? 0 } : []));
    this.accepted.sort(byDate);
  }

  private async choose(wanted: number | undefined): Promise<{ index: number; content: Sheet }> {
    if (this.sheet && (wanted === undefined || wanted === this.sheet.index)) return this.sheet;
    const { sheets } = this.book;
    if (sheets.length === 0) throw new Unreadable('工作簿里没有表，没有导入。');
    const tried = wanted === undefined ? sheets.slice(0, SHEETS_TRIED).map((_, index) => index) : [wanted];
    let first: { index: number; content: Sheet } | null = null;
    for (const index of tried) {
      const content = await this.book.read(index);
      const found = { index, content };
      if (content.rows.length > 0) first ??= found;
      if (wanted !== undefined || findHead(topOf(content.rows))) {
        this.sheet = found;
        return found;
      }
    }
    this.sheet = first;
    return first ?? { index: tried[0] ?? 0, content: { rows: [], date1904: false, separated: false } };
  }
}

/** The first lines by their own numbers, the empty ones among them. */
function topOf(rows: readonly BookRow[]): LedgerCell[][] {
  const top: LedgerCell[][] = [];
  for (const { line, cells } of rows) {
    if (line > HEAD_WITHIN + 1) break;
    while (top.length < line - 1) top.push([]);
    top[line - 1] = cells;
  }
  return top;
}

const shown = (cells: readonly LedgerCell[], width: number): string[] =>
  Array.from({ length: Math.max(width, 1) }, (_, i) => plainText(cells[i]).slice(0, LONGEST_SHOWN));
const asShown = ({ row, reasons }: Refused, width: number): LedgerRefusal => ({ line: row.line, reasons, cells: shown(row.cells, width) });

/** As spreadsheets name a column. */
function letters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letters(Math.floor(column / 26) - 1) + rest;
}
