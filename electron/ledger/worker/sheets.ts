import { type LedgerCell, plainText } from '../../../shared/rules/ledger-cells';
import { HEAD_WITHIN } from '../../../shared/rules/ledger-head';
import { Unreadable } from '../../files/unreadable';
import type { Book, BookRow, Sheet } from '../read/book';

/** Sheets looked at for a head before the first is taken. */
const SHEETS_TRIED = 10;
const LONGEST_SHOWN = 120;

export interface ChosenSheet {
  index: number;
  content: Sheet;
}

/** Which sheet of a file is looked at: the one that was asked for, else the first that has a head, else the first with lines. */
export class Sheets {
  private chosen: ChosenSheet | null = null;

  constructor(
    private readonly book: Book,
    private readonly hasHead: (top: LedgerCell[][]) => boolean,
  ) {}

  names = (): { name: string }[] => this.book.sheets.map(({ name }) => ({ name }));

  async choose(wanted: number | undefined): Promise<ChosenSheet> {
    if (this.chosen && (wanted === undefined || wanted === this.chosen.index)) return this.chosen;
    const { sheets } = this.book;
    if (sheets.length === 0) throw new Unreadable('工作簿里没有表，没有导入。');
    const tried = wanted === undefined ? sheets.slice(0, SHEETS_TRIED).map((_, index) => index) : [wanted];
    let first: ChosenSheet | null = null;
    for (const index of tried) {
      const content = await this.book.read(index);
      const found = { index, content };
      if (content.rows.length > 0) first ??= found;
      if (wanted !== undefined || this.hasHead(topOf(content.rows))) {
        this.chosen = found;
        return found;
      }
    }
    this.chosen = first;
    return first ?? { index: tried[0] ?? 0, content: { rows: [], date1904: false, separated: false } };
  }
}

/** The first lines by their own numbers, the empty ones among them. */
export function topOf(rows: readonly BookRow[]): LedgerCell[][] {
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
export function letters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letters(Math.floor(column / 26) - 1) + rest;
}
