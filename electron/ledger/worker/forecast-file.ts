import { FORECAST_LINES_SHOWN, FORECAST_ROWS_SHOWN } from '../../../shared/contract/forecast-import';
import { forecastDay, forecastHour } from '../../../shared/rules/forecast-cells';
import { FORECAST_HEADS, FORECAST_NEEDED, type ForecastMapping, headsKey } from '../../../shared/rules/forecast-columns';
import { type ForecastRecord, judgeForecast, withoutRepeats } from '../../../shared/rules/forecast-record';
import type { LedgerCell } from '../../../shared/rules/ledger-cells';
import { headText } from '../../../shared/rules/ledger-columns';
import { type FoundHead, findHeadBy, headBy } from '../../../shared/rules/ledger-head';
import { FieldFinder } from '../../../shared/rules/ledger-matter';
import type { Book, BookRow } from '../read/book';
import type { ForecastJudgement, ForecastJudging } from './messages';
import { letters, Sheets, shownCells, topOf } from './sheets';

/** A channel's list that is open in this thread: its lines, and what each of them would become. */
export class ForecastFile {
  private readonly sheets: Sheets;
  private accepted: ForecastRecord[] = [];
  private body = new Map<number, BookRow>();
  private width = 0;
  private mapping: ForecastMapping = {};
  private date1904 = false;

  constructor(book: Book) {
    this.sheets = new Sheets(book, (top) => findHeadBy(top, FORECAST_HEADS) !== null);
  }

  async judge({ sheet, head, mapping, remembered, fields, ...rest }: ForecastJudging): Promise<ForecastJudgement> {
    const { index, content } = await this.sheets.choose(sheet);
    const { rows, date1904, separated } = content;
    const top = topOf(rows);
    const found: FoundHead<ForecastMapping> | null = head ? headBy(top, head, FORECAST_HEADS) : findHeadBy(top, FORECAST_HEADS);
    const width = found?.heads.length ?? Math.max(0, ...rows.slice(0, FORECAST_ROWS_SHOWN).map((row) => row.cells.length));
    const columns = Array.from({ length: width }, (_, i) => (found?.heads[i] && headText(found.heads[i])) || letters(i));
    const heads = headsKey(columns);
    const before = remembered.find((each) => each.heads === heads)?.mapping;
    const used: ForecastMapping = mapping ?? before ?? found?.mapping ?? {};
    const missing = FORECAST_NEEDED.filter((column) => used[column] === undefined);
    const body = rows.filter((row) => row.line >= (found ? found.row + found.rows + 1 : 1));
    const context = {
      ...rest,
      ...{ mapping: used, fields: new FieldFinder(fields), date1904, width: separated ? width : Number.POSITIVE_INFINITY },
    };
    const refused: { row: BookRow; reasons: string[] }[] = [];
    const records: ForecastRecord[] = [];
    for (const row of body) {
      if (row.broken) refused.push({ row, reasons: [row.broken] });
      else if (missing.length > 0) refused.push({ row, reasons: ['还没有选好来访人或群体是哪一列'] });
      else {
        const judged = judgeForecast(row.line, row.cells, context);
        if (judged.ok) records.push(judged.record);
        else refused.push({ row, reasons: judged.reasons });
      }
    }
    const { records: accepted, repeats } = withoutRepeats(records);
    this.accepted = accepted;
    this.body = new Map(body.map((row) => [row.line, row]));
    this.width = width;
    this.mapping = used;
    this.date1904 = date1904;
    const refusedLines = new Set(refused.map(({ row }) => row.line));
    return {
      ...{ sheets: this.sheets.names(), sheet: index, headRow: found ? found.row + 1 : 0, headRows: found?.rows ?? 1, columns, heads },
      ...{ mapping: used, remembered: mapping === undefined && before !== undefined, missing: [...missing] },
      rows: body
        .slice(0, FORECAST_ROWS_SHOWN)
        .map((row) => ({ line: row.line, cells: this.cellsOf(row.line), refused: refusedLines.has(row.line) })),
      ...{ lines: body.length, good: accepted.length, refused: refused.length, duplicates: repeats.length },
      refusals: refused
        .slice(0, FORECAST_LINES_SHOWN)
        .map(({ row, reasons }) => ({ line: row.line, reasons, cells: this.cellsOf(row.line) })),
      repeats: repeats.slice(0, FORECAST_LINES_SHOWN).map(({ line, sameAs }) => ({ line, sameAs, cells: this.cellsOf(line) })),
    };
  }

  records = (): ForecastRecord[] => this.accepted;
  withCells = (lines: readonly number[]): { line: number; cells: string[] }[] => lines.map((line) => ({ line, cells: this.cellsOf(line) }));

  private cellsOf = (line: number): string[] => shownCells(this.written(this.body.get(line)?.cells ?? []), this.width);

  /** A workbook's number of a day or an hour means nothing to whoever reads the line. */
  private written(cells: readonly LedgerCell[]): LedgerCell[] {
    return cells.map((cell, i) => {
      if (typeof cell !== 'number') return cell;
      if (i === this.mapping.date) {
        const day = forecastDay(cell, '', this.date1904);
        return day.ok ? `${day.value.day} ${day.value.time}`.trim() : cell;
      }
      if (i !== this.mapping.time && i !== this.mapping.received) return cell;
      const hour = forecastHour(cell, this.date1904);
      return hour.ok ? `${hour.value.day} ${hour.value.time}`.trim() : cell;
    });
  }
}
