import { LEDGER_ROWS_SHOWN } from '../../../shared/contract/ledger';
import { TABLE_LINES_SHOWN } from '../../../shared/contract/table-preview';
import { dateOf, type LedgerCell } from '../../../shared/rules/ledger-cells';
import { type LedgerMapping, NEEDED_FIELDS } from '../../../shared/rules/ledger-columns';
import { LEDGER_HEADS } from '../../../shared/rules/ledger-head';
import { FieldFinder } from '../../../shared/rules/ledger-matter';
import { byDate, judgeLine, type LedgerRecord, ledgerKey } from '../../../shared/rules/ledger-record';
import type { Book } from '../read/book';
import { judgeLines, previewOf, type Refused, rowsAt } from './judged-table';
import type { Judgement, Judging } from './messages';
import { refusalsCsv } from './refusals-csv';
import { Sheets, shownCells, type Table } from './sheets';

/** The file that is open in this thread: its lines, and what each of them would become. */
export class Ledger {
  private readonly sheets: Sheets<LedgerMapping>;
  private table: Table<LedgerMapping> | null = null;
  private refused: Refused[] = [];
  private accepted: LedgerRecord[] = [];
  private dates: { column: number | undefined; read(cell: LedgerCell | undefined): ReturnType<typeof dateOf> } | null = null;

  constructor(book: Book) {
    this.sheets = new Sheets(book, LEDGER_HEADS, LEDGER_ROWS_SHOWN);
  }

  async judge({ sheet, head, mapping, fields, today }: Judging): Promise<Judgement> {
    const table = await this.sheets.table(sheet, head);
    const { date1904 } = table;
    const used: LedgerMapping = mapping ?? table.head?.mapping ?? {};
    const missing = NEEDED_FIELDS.filter((field) => used[field] === undefined);
    const context = { mapping: used, fields: new FieldFinder(fields), today, date1904, width: table.widest };
    /** How much each line loses that is too long to be kept whole. */
    const lost = new Map<number, number>();
    const lines = judgeLines<LedgerRecord>(table.body, {
      unready: missing.length > 0 ? '还没有选好姓名、来访日期和来访事由各是哪一列' : '',
      judge: ({ line, cells }) => {
        const judged = judgeLine(line, cells, context);
        if (judged.ok && judged.lost > 0) lost.set(line, judged.lost);
        return judged;
      },
      keyOf: ledgerKey,
    });
    const shortened = lines.accepted.flatMap(({ line }) => (lost.has(line) ? { line, lost: lost.get(line) ?? 0 } : []));
    this.table = table;
    this.dates = { column: used.date, read: (cell) => dateOf(cell, today, date1904) };
    this.refused = lines.refused;
    this.accepted = lines.accepted.sort(byDate);
    return {
      ...previewOf(table, lines, { mapping: used, missing, rowsShown: LEDGER_ROWS_SHOWN }),
      shortened: shortened.length,
      shortenings: this.withCells(shortened.slice(0, TABLE_LINES_SHOWN)),
    };
  }

  /** The lines with what they hold; asked for the few that a screen shows. */
  withCells<T extends { line: number }>(found: readonly T[]): (T & { cells: string[] })[] {
    const { body = [], columns = [] } = this.table ?? {};
    const rows = rowsAt(body, found);
    return found.map((each) => ({ ...each, cells: shownCells(rows.get(each.line)?.cells ?? [], columns.length) }));
  }

  records = (from: number, count: number): LedgerRecord[] => this.accepted.slice(from, from + count);
  refusals = (): string =>
    refusalsCsv(
      this.table?.columns ?? [],
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
}
