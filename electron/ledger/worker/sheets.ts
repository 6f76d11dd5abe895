import { type LedgerCell, plainText } from '../../../shared/rules/ledger-cells';
import { headText } from '../../../shared/rules/ledger-columns';
import { type FoundHead, findHead, HEAD_WITHIN, type HeadNames, type HeadPlace, headAt } from '../../../shared/rules/ledger-head';
import { Unreadable } from '../../files/unreadable';
import type { Book, BookRow, Sheet } from '../read/book';

/** Sheets looked at for a head before the first is taken. */
const SHEETS_TRIED = 10;
const LONGEST_SHOWN = 120;

interface ChosenSheet {
  index: number;
  content: Sheet;
}

/** A sheet as a table: its head as it was found or chosen, the names of its columns, and the lines below. */
export interface Table<M> {
  sheets: { name: string }[];
  sheet: number;
  /** Null: none was found, and the columns are named by letters. */
  head: FoundHead<M> | null;
  columns: string[];
  body: BookRow[];
  date1904: boolean;
  /** How many cells a line can have: more are a separator inside a text. Workbooks have no such limit. */
  widest: number;
}

/** Which sheet of a file is looked at: the one that was asked for, else the first that has a head, else the first with lines. */
export class Sheets<M> {
  private chosen: ChosenSheet | null = null;

  constructor(
    private readonly book: Book,
    private readonly names: HeadNames<M>,
    /** Without a head, so many lines say how wide the table is. */
    private readonly rowsShown: number,
  ) {}

  /** @param place of the head; absent: it is looked for */
  async table(wanted: number | undefined, place: HeadPlace | undefined): Promise<Table<M>> {
    const { index, content } = await this.choose(wanted);
    const { rows, date1904, separated } = content;
    const top = topOf(rows);
    const head = place ? headAt(top, place, this.names) : findHead(top, this.names);
    const width = head?.heads.length ?? Math.max(0, ...rows.slice(0, this.rowsShown).map(({ cells }) => cells.length));
    return {
      sheets: this.book.sheets.map(({ name }) => ({ name })),
      sheet: index,
      head,
      columns: Array.from({ length: width }, (_, i) => (head?.heads[i] && headText(head.heads[i])) || letters(i)),
      body: rows.filter(({ line }) => line > (head ? head.row + head.rows : 0)),
      date1904,
      widest: separated ? width : Number.POSITIVE_INFINITY,
    };
  }

  private async choose(wanted: number | undefined): Promise<ChosenSheet> {
    if (this.chosen && (wanted === undefined || wanted === this.chosen.index)) return this.chosen;
    const { sheets } = this.book;
    if (sheets.length === 0) throw new Unreadable('工作簿里没有表，没有导入。');
    const tried = wanted === undefined ? sheets.slice(0, SHEETS_TRIED).map((_, index) => index) : [wanted];
    let first: ChosenSheet | null = null;
    for (const index of tried) {
      const content = await this.book.read(index);
      const found = { index, content };
      if (content.rows.length > 0) first ??= found;
      if (wanted !== undefined || findHead(topOf(content.rows), this.names) !== null) {
        this.chosen = found;
        return found;
      }
    }
    this.chosen = first;
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

/** Cells as a screen shows them. */
export const shownCells = (cells: readonly LedgerCell[], width: number): string[] =>
  Array.from({ length: Math.max(width, 1) }, (_, i) => plainText(cells[i]).slice(0, LONGEST_SHOWN));

/** As spreadsheets name a column. */
function letters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letters(Math.floor(column / 26) - 1) + rest;
}
