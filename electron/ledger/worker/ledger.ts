import { LEDGER_LINES_SHOWN, LEDGER_ROWS_SHOWN, type LedgerRefusal } from '../../../shared/contract/ledger';
import { dateOf, type LedgerCell } from '../../../shared/rules/ledger-cells';
import { headText, type LedgerMapping, NEEDED_FIELDS } from '../../../shared/rules/ledger-columns';
import { type FoundHead, findHead, headAt } from '../../../shared/rules/ledger-head';
import { FieldFinder } from '../../../shared/rules/ledger-matter';
import { byDate, judgeLine, type LedgerRecord, ledgerKey } from '../../../shared/rules/ledger-record';
import type { Book, BookRow } from '../read/book';
import type { Judgement, Judging } from './messages';
import { refusalsCsv } from './refusals-csv';
import { letters, Sheets, shownCells, topOf } from './sheets';

interface Refused {
  row: BookRow;
  reasons: string[];
}

/** The file that is open in this thread: its lines, and what each of them would become. */
export class Ledger {
  private readonly sheets: Sheets;
  private columns: string[] = [];
  private refused: Refused[] = [];
  private accepted: LedgerRecord[] = [];
  /** Lines that say the same as an earlier one of the file. */
  private repeats: { line: number; sameAs: number }[] = [];
  private shortened: { line: number; lost: number }[] = [];
  private body: readonly BookRow[] = [];
  private dates: { column: number | undefined; read(cell: LedgerCell | undefined): ReturnType<typeof dateOf> } | null = null;

  constructor(book: Book) {
    this.sheets = new Sheets(book, (top) => findHead(top) !== null);
  }

  async judge({ sheet, head, mapping, fields, today }: Judging): Promise<Judgement> {
    const { index, content } = await this.sheets.choose(sheet);
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
      sheets: this.sheets.names(),
      sheet: index,
      headRow: found ? found.row + 1 : 0,
      headRows: found?.rows ?? 1,
      columns: this.columns,
      mapping: used,
      missing,
      rows: body
        .slice(0, LEDGER_ROWS_SHOWN)
        .map((row) => ({ line: row.line, cells: shownCells(row.cells, width), refused: refusedLines.has(row.line) })),
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
    return found.map((each) => ({ ...each, cells: shownCells(rows.get(each.line)?.cells ?? [], this.columns.length) }));
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
}

const asShown = ({ row, reasons }: Refused, width: number): LedgerRefusal => ({
  line: row.line,
  reasons,
  cells: shownCells(row.cells, width),
});
