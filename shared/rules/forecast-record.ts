import type { ForecastChannel, ForecastFacts } from '../domain/forecast';
import { channelCell, countCell, forecastDay, forecastHour, resolvedCell, yesCell } from './forecast-cells';
import { columnOfHead, FORECAST_COLUMN_NAMES, FORECAST_COLUMNS, type ForecastColumn, type ForecastMapping } from './forecast-columns';
import { checkForecastDate } from './forecast-input';
import { isNothing, type LedgerCell, plainText, proseText } from './ledger-cells';
import type { FieldFinder } from './ledger-matter';
import { instantAt } from './time';

/** One line of a channel's list as it becomes an item. */
export interface ForecastRecord extends ForecastFacts {
  /** As the spreadsheet numbers it, from 1. */
  line: number;
  date: string;
  /** `HH:mm`, empty where nobody knows it. */
  time: string;
  channel: ForecastChannel;
  /** `HH:mm` of the day of the import; empty: when it is imported. */
  received: string;
  source: string;
  who: string;
  demand: string;
  field: string;
  place: string;
  history: string;
  age: string;
  health: string;
  conduct: string;
}
export type JudgedForecast = { ok: true; record: ForecastRecord } | { ok: false; reasons: string[] };

export interface ForecastFileContext {
  mapping: ForecastMapping;
  fields: FieldFinder;
  /** For lines without a day, or without a channel, of their own. */
  date: string;
  channel: ForecastChannel;
  today: string;
  /** ms UTC */
  now: number;
  date1904: boolean;
  /** Cells right of the head: a separator in an unquoted text. */
  width: number;
}

const LONGEST: Partial<Record<ForecastColumn, number>> = {
  ...{ who: 120, demand: 2000, place: 120, history: 1000, age: 20, health: 500, conduct: 500, source: 120 },
};
const NO_ITEM = /^(?:合计|总计|小计|共计|填表人?|制表人?|审核人?|负责人|备注)(?:[::].*)?$/u;

/** A line becomes an item whole, or is refused with every reason; nothing in it is cut off or guessed. */
export function judgeForecast(line: number, cells: readonly LedgerCell[], context: ForecastFileContext): JudgedForecast {
  const at = (column: ForecastColumn): LedgerCell | undefined => {
    const place = context.mapping[column];
    return place === undefined ? undefined : cells[place];
  };
  const plain = (column: ForecastColumn): string => (isNothing(plainText(at(column))) ? '' : plainText(at(column)));
  const prose = (column: ForecastColumn): string => (isNothing(proseText(at(column))) ? '' : proseText(at(column)));
  if (isHeadAgain(context.mapping, cells)) return { ok: false, reasons: ['重复的表头'] };
  const who = plain('who');
  const day = forecastDay(at('date'), context.date, context.date1904);
  const hour = forecastHour(at('time'), context.date1904);
  const received = forecastHour(at('received'), context.date1904, '收到时间');
  const heads = countCell(at('heads'), '来访人数', 9999);
  const visits = countCell(at('visits'), '来访次数', 999);
  const channel = channelCell(at('channel'), context.channel);
  const reasons = [day, hour, received, heads, visits, channel].flatMap((each) => (each.ok ? [] : [each.why]));
  if (who === '') reasons.push('缺来访人或群体');
  else if (NO_ITEM.test(who)) reasons.push('看起来是合计或签名行，没有来访人');
  const extra = cells.slice(context.width).filter((cell) => plainText(cell) !== '').length;
  if (extra > 0) reasons.push(`比表头多出 ${extra} 格内容，可能有一格里含有没加引号的分隔符`);
  if (!day.ok || !hour.ok || !received.ok || !heads.ok || !visits.ok || !channel.ok || reasons.length > 0) return { ok: false, reasons };

  // A day in the hour's own cell is of that visit; a day column is of the list.
  const date = hour.value.day && plainText(at('date')) === '' ? hour.value.day : day.value.day;
  const wrong = checkForecastDate(date, context.today);
  if (wrong) reasons.push(`来访日期 ${date}：${wrong}`);
  if (hour.value.day && hour.value.day !== date) reasons.push(`预计时间是 ${hour.value.day}，与来访日期 ${date} 不同`);
  if (received.value.time && instantAt(context.today, received.value.time) > context.now)
    reasons.push(`收到时间 ${received.value.time} 晚于现在`);
  const word = plain('field');
  const field = word === '' ? { code: '', known: true } : context.fields.find(word);
  const resolved = resolvedCell(at('resolved'));
  const interests = yesCell(at('interests'));
  const extreme = yesCell(at('extreme'));
  const history = joined([
    ['', prose('history')],
    ['化解情况', resolved.written],
    ['重大利益冲突', interests.written],
    ['预计时间（原样）', hour.value.written],
    ['类别（原样）', field.known ? '' : word],
  ]);
  const record: ForecastRecord = {
    ...{ line, date, time: hour.value.time || day.value.time, channel: channel.value, received: received.value.time },
    ...{ source: plain('source'), who, heads: heads.value, demand: prose('demand'), field: field.known ? field.code : '' },
    ...{
      place: plain('place'),
      history,
      visits: visits.value,
      resolved: resolved.resolved,
      interests: interests.yes,
      extreme: extreme.yes,
    },
    ...{ age: plain('age'), health: prose('health') },
    conduct: joined([
      ['', prose('conduct')],
      ['', extreme.written],
    ]),
  };
  for (const column of FORECAST_COLUMNS) {
    const most = LONGEST[column];
    const text = record[column];
    if (most !== undefined && typeof text === 'string' && text.length > most)
      reasons.push(`${FORECAST_COLUMN_NAMES[column]}超过 ${most} 字，请在表中改短`);
  }
  return reasons.length > 0 ? { ok: false, reasons } : { ok: true, record };
}

const joined = (parts: readonly (readonly [label: string, text: string])[]): string =>
  parts.flatMap(([label, text]) => (text === '' ? [] : [label === '' ? text : `${label}：${text}`])).join('\n');

/** Printed lists repeat their head on every page. */
function isHeadAgain(mapping: ForecastMapping, cells: readonly LedgerCell[]): boolean {
  const heads = FORECAST_COLUMNS.filter((column) => mapping[column] !== undefined);
  const same = heads.filter((column) => columnOfHead(plainText(cells[mapping[column] ?? -1])) === column);
  return same.length > 1 && same.length === heads.filter((column) => plainText(cells[mapping[column] ?? -1]) !== '').length;
}

/** A list is one write, a write travels as one message, and a hub takes messages of 8 MB (build/hub/names.mjs). */
export const LIST_BYTES_AT_MOST = 8_300_000;
/** Measured: what a row weighs beside its words, and what its restricted notes weigh. */
const ROW_BYTES = 640;
const TRAIT_BYTES = 420;
/** How much a list weighs as a write, rather too much than too little. */
export function listBytes(records: readonly ForecastRecord[]): number {
  const words = new TextEncoder();
  const weight = ({ who, demand, place, history, source, age, health, conduct }: ForecastRecord): number =>
    ROW_BYTES +
    (health || conduct ? TRAIT_BYTES : 0) +
    words.encode(who + demand + place + history + source + age + health + conduct).length;
  return records.reduce((sum, record) => sum + weight(record), 0);
}
