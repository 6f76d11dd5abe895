import { TABLE_LINES_SHOWN, type TablePreview } from '../../../shared/contract/table-preview';
import type { LedgerCell } from '../../../shared/rules/ledger-cells';
import { type Repeat, withoutRepeats } from '../../../shared/rules/table-repeats';
import type { BookRow } from '../read/book';
import { shownCells, type Table } from './sheets';

export interface Refused {
  row: BookRow;
  reasons: string[];
}
export interface Lines<R> {
  /** In the order of the table. */
  accepted: R[];
  refused: Refused[];
  repeats: Repeat[];
}

interface Judge<R> {
  /** What has to be chosen before any line can be taken; empty: nothing. */
  unready: string;
  judge(row: BookRow): { ok: true; record: R } | { ok: false; reasons: string[] };
  /** What two lines have in common that say the same. */
  keyOf(record: R): string;
}

/** Every line is taken, refused with its reasons, or the repeat of another. */
export function judgeLines<R extends { line: number }>(body: readonly BookRow[], { unready, judge, keyOf }: Judge<R>): Lines<R> {
  const records: R[] = [];
  const refused: Refused[] = [];
  for (const row of body) {
    const reason = row.broken || unready;
    const judged = reason ? { ok: false as const, reasons: [reason] } : judge(row);
    if (judged.ok) records.push(judged.record);
    else refused.push({ row, reasons: judged.reasons });
  }
  const { records: accepted, repeats } = withoutRepeats(records, keyOf);
  return { accepted, refused, repeats };
}

interface Shown<F extends string> {
  mapping: Partial<Record<F, number>>;
  missing: F[];
  rowsShown: number;
  /** Cells as a person reads them, where they are not what the table holds. */
  written?(cells: readonly LedgerCell[]): LedgerCell[];
}

/** What a screen is told of it: numbers, the first lines, and the first of those with which something is the matter. */
export function previewOf<F extends string, R>(
  { sheets, sheet, head, columns, body }: Table<unknown>,
  { accepted, refused, repeats }: Lines<R>,
  { mapping, missing, rowsShown, written = (cells) => [...cells] }: Shown<F>,
): Omit<TablePreview<F>, 'fileName'> {
  const cellsOf = ({ cells }: BookRow): string[] => shownCells(written(cells), columns.length);
  const repeated = repeats.slice(0, TABLE_LINES_SHOWN);
  const rows = rowsAt(body, repeated);
  const refusedLines = new Set(refused.map(({ row }) => row.line));
  return {
    ...{ sheets, sheet, columns, mapping, missing },
    ...{ headRow: head ? head.row + 1 : 0, headRows: head?.rows ?? 1 },
    rows: body.slice(0, rowsShown).map((row) => ({ line: row.line, cells: cellsOf(row), refused: refusedLines.has(row.line) })),
    ...{ lines: body.length, good: accepted.length, refused: refused.length, duplicates: repeats.length },
    refusals: refused.slice(0, TABLE_LINES_SHOWN).map(({ row, reasons }) => ({ line: row.line, reasons, cells: cellsOf(row) })),
    repeats: repeated.map(({ line, sameAs }) => ({ line, sameAs, cells: cellsOf(rows.get(line) ?? { line, cells: [] }) })),
  };
}

/** The rows of some lines; a table may have fifty thousand. */
export function rowsAt(body: readonly BookRow[], found: readonly { line: number }[]): Map<number, BookRow> {
  const wanted = new Set(found.map(({ line }) => line));
  return new Map(body.flatMap((row) => (wanted.has(row.line) ? [[row.line, row] as const] : [])));
}
