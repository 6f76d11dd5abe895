import { RECORDS_A_PAGE } from '../../../../shared/contract/statistics';
import type { Figure, StatRecord } from '../../../../shared/domain/statistics';
import { refuse } from '../../../../shared/errors';
import { addDays } from '../../../../shared/rules/time';
import { unitCalendar } from '../../../../shared/rules/working-days';
import { type FactTable, tableOf } from '../../../../shared/statistics/facts';
import { countedOf } from '../day-figures';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import { type Asked, askedPeriod, figuresBetween } from './period-report';
import { recordsOfMatters, recordsOfRows } from './record-views';
import { rowsOfDay } from './rows-of-day';

interface Wanted extends Asked {
  figure: Figure;
  walkId?: string;
  page: number;
}
interface Page {
  rows: StatRecord[];
  total: number;
}

/** The records behind a figure, a page of them. Which rows count is asked of the function that counted them. */
export function recordsPage(host: Host, wanted: Wanted): Promise<Page> {
  return 'list' in wanted.figure ? listed(host, wanted, wanted.figure.list) : kept(host, wanted, wanted.figure);
}

/** The kept figures say how many each day has, so a page reads the days that it lies in and no other. */
async function kept(host: Host, asked: Wanted, { keys, before, rest }: Extract<Figure, { keys: string[] }>): Promise<Page> {
  const table = countable(keys);
  const period = askedPeriod(host, asked);
  const until = before && before <= period.until ? addDays(before, -1) : period.until;
  const workdays = unitCalendar((await host.steady.settings()).calendar);
  const days = (await figuresBetween(host, period.from, until))
    .filter(({ day }) => !rest || !workdays.isWorkday(day))
    .map(({ day, figures }) => ({ day, count: keys.reduce((sum, key) => sum + (figures[key] ?? 0), 0) }));
  const total = days.reduce((sum, { count }) => sum + count, 0);
  const [from, to] = [asked.page * RECORDS_A_PAGE, (asked.page + 1) * RECORDS_A_PAGE];
  const rows: StoredRow[] = [];
  let passed = 0;
  for (const { day, count } of days) {
    if (count > 0 && passed < to && passed + count > from) {
      const found = (await rowsOfDay(host, table, day)).filter((row) => behind(table, row, keys));
      found.sort(inTime);
      rows.push(...found.slice(Math.max(0, from - passed), to - passed));
    }
    passed += count;
  }
  return { rows: await recordsOfRows(host, table, rows.slice(0, RECORDS_A_PAGE)), total };
}

/** Only what counts rows, and rows of one table: sums of heads or of time are no lists. */
function countable(keys: readonly string[]): FactTable {
  const tables = new Set(keys.map(tableOf));
  const [table] = tables;
  if (!table || tables.size > 1 || keys.some((key) => key.startsWith('heads') || key.endsWith('.ms'))) refuse('malformed');
  return table;
}

function behind(table: FactTable, row: StoredRow, keys: readonly string[]): boolean {
  const figures = countedOf(table, row)?.figures;
  return figures !== undefined && keys.some((key) => (figures[key] ?? 0) > 0);
}

const moment = (row: StoredRow): number => Number(row.registeredAt ?? row.startedAt ?? row.raisedAt ?? row.at ?? row.createdAt ?? 0);
const inTime = (a: StoredRow, b: StoredRow): number => moment(a) - moment(b) || (a.id < b.id ? -1 : 1);

const LIST_TABLES: Readonly<Record<string, FactTable | 'matters'>> = {
  repeated: 'visits',
  first: 'visits',
  'leader-settled': 'visits',
  place: 'visits',
  'late-arrivals': 'incidents',
  'late-reports': 'incidents',
  unrated: 'matters',
  analysed: 'forecastItems',
  hit: 'forecastItems',
  prepared: 'forecastItems',
  compressed: 'forecastItems',
};

async function listed(host: Host, { walkId = '', page }: Wanted, list: string): Promise<Page> {
  const ids = host.walks.get(walkId)?.lists.get(list);
  const table = LIST_TABLES[list.split(':')[0] ?? ''];
  if (!ids || !table) refuse('refused', { message: '这次统计的名单已经不在内存里，什么也没有丢。请按「重新统计」，再查看。' });
  const some = ids.slice(page * RECORDS_A_PAGE, (page + 1) * RECORDS_A_PAGE);
  if (table === 'matters') return { rows: await recordsOfMatters(host, some), total: ids.length };
  const rows = (await host.db.rows(table).bulkGet([...some])).filter((row) => row !== undefined) as StoredRow[];
  return { rows: await recordsOfRows(host, table, rows), total: ids.length };
}
