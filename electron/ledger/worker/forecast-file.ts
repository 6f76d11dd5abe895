import { FORECAST_ROWS_SHOWN } from '../../../shared/contract/forecast-import';
import { forecastDay, forecastHour } from '../../../shared/rules/forecast-cells';
import { FORECAST_HEADS, FORECAST_NEEDED, type ForecastMapping, headsKey } from '../../../shared/rules/forecast-columns';
import { sameForecast } from '../../../shared/rules/forecast-input';
import { type ForecastRecord, judgeForecast } from '../../../shared/rules/forecast-record';
import type { LedgerCell } from '../../../shared/rules/ledger-cells';
import { FieldFinder } from '../../../shared/rules/ledger-matter';
import type { Book } from '../read/book';
import { judgeLines, previewOf, rowsAt } from './judged-table';
import type { ForecastJudgement, ForecastJudging } from './messages';
import { Sheets, shownCells, type Table } from './sheets';

/** A channel's list that is open in this thread: its lines, and what each of them would become. */
export class ForecastFile {
  private readonly sheets: Sheets<ForecastMapping>;
  private table: Table<ForecastMapping> | null = null;
  private accepted: ForecastRecord[] = [];
  private mapping: ForecastMapping = {};

  constructor(book: Book) {
    this.sheets = new Sheets(book, FORECAST_HEADS, FORECAST_ROWS_SHOWN);
  }

  async judge({ sheet, head, mapping, remembered, fields, ...rest }: ForecastJudging): Promise<ForecastJudgement> {
    const table = await this.sheets.table(sheet, head);
    const heads = headsKey(table.columns);
    const before = remembered.find((each) => each.heads === heads)?.mapping;
    const used: ForecastMapping = mapping ?? before ?? table.head?.mapping ?? {};
    const missing = FORECAST_NEEDED.filter((column) => used[column] === undefined);
    const context = { ...rest, mapping: used, fields: new FieldFinder(fields), date1904: table.date1904, width: table.widest };
    const lines = judgeLines<ForecastRecord>(table.body, {
      unready: missing.length > 0 ? '还没有选好来访人或群体是哪一列' : '',
      judge: ({ line, cells }) => judgeForecast(line, cells, context),
      keyOf: sameForecast,
    });
    this.table = table;
    this.accepted = lines.accepted;
    this.mapping = used;
    return {
      ...previewOf(table, lines, { mapping: used, missing, rowsShown: FORECAST_ROWS_SHOWN, written: (cells) => this.written(cells) }),
      ...{ heads, remembered: mapping === undefined && before !== undefined },
    };
  }

  records = (): ForecastRecord[] => this.accepted;

  /** The lines with what they hold; asked for the few that a screen shows. */
  withCells(lines: readonly number[]): { line: number; cells: string[] }[] {
    const { body = [], columns = [] } = this.table ?? {};
    const rows = rowsAt(
      body,
      lines.map((line) => ({ line })),
    );
    return lines.map((line) => ({ line, cells: shownCells(this.written(rows.get(line)?.cells ?? []), columns.length) }));
  }

  /** A workbook's number of a day or an hour means nothing to whoever reads the line. */
  private written(cells: readonly LedgerCell[]): LedgerCell[] {
    const { date1904 = false } = this.table ?? {};
    return cells.map((cell, i) => {
      if (typeof cell !== 'number') return cell;
      if (i === this.mapping.date) {
        const day = forecastDay(cell, '', date1904);
        return day.ok ? `${day.value.day} ${day.value.time}`.trim() : cell;
      }
      if (i !== this.mapping.time && i !== this.mapping.received) return cell;
      const hour = forecastHour(cell, date1904);
      return hour.ok ? `${hour.value.day} ${hour.value.time}`.trim() : cell;
    });
  }
}
