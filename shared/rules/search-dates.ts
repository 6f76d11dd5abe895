/** Days as they are typed into 「查找」: 2026-11-20, 11-20, 11月20日, 20日, 昨天, 上周, 11月, 2025年, 3月1日至5日. */
import { addDays, isRealDay } from './time';

/** Both days included, `YYYY-MM-DD`. */
export interface Days {
  from: string;
  to: string;
}

const dayIn = (year: number | string, month: number | string, date: number | string): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

/** Monday is the first day of a week. */
const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

function monthDays(year: number, month: number): Days {
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return { from: dayIn(year, month, 1), to: addDays(dayIn(nextYear, next, 1), -1) };
}
const yearDays = (year: number): Days => ({ from: dayIn(year, 1, 1), to: dayIn(year, 12, 31) });

function named(word: string, today: string): Days | null {
  const one = (day: string): Days => ({ from: day, to: day });
  const monday = mondayOf(today);
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  switch (word) {
    case '今天':
    case '今日':
      return one(today);
    case '昨天':
    case '昨日':
      return one(addDays(today, -1));
    case '前天':
      return one(addDays(today, -2));
    case '本周':
    case '这周':
      return { from: monday, to: addDays(monday, 6) };
    case '上周':
      return { from: addDays(monday, -7), to: addDays(monday, -1) };
    case '本月':
    case '这个月':
      return monthDays(year, month);
    case '上月':
    case '上个月':
      return month === 1 ? monthDays(year - 1, 12) : monthDays(year, month - 1);
    case '今年':
      return yearDays(year);
    case '去年':
      return yearDays(year - 1);
    default:
      return null;
  }
}

const WHOLE = /^((?:19[7-9]|20\d)\d)[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/;
const PACKED = /^(20\d{2})(\d{2})(\d{2})$/;
const MONTH_DAY = /^(\d{1,2})[-/.月](\d{1,2})[日号]?$/;
const DAY = /^(\d{1,2})[日号]$/;
const YEAR_MONTH = /^((?:19[7-9]|20\d)\d)[-/.年](\d{1,2})月?$/;
const MONTH = /^(\d{1,2})月份?$/;
const YEAR = /^((?:19[7-9]|20\d)\d)年$/;

/** What looks like a day and is none: 2月30日. */
export type NoSuchDay = 'no-such-day';
const single = (day: string): Days | NoSuchDay => (isRealDay(day) ? { from: day, to: day } : 'no-such-day');

/** Without a year the latest one that is not to come: in January 「12月」 is last year's. */
function written(word: string, today: string): Days | NoSuchDay | null {
  const year = Number(today.slice(0, 4));
  const [, y = '', m = '', d = ''] = WHOLE.exec(word) ?? PACKED.exec(word) ?? [];
  // Eight digits that are no day may be the end of a telephone number.
  if (y) return isRealDay(dayIn(y, m, d)) || WHOLE.test(word) ? single(dayIn(y, m, d)) : null;
  const monthDay = MONTH_DAY.exec(word);
  if (monthDay) {
    const [, month = '', date = ''] = monthDay;
    const day = dayIn(year, month, date);
    return single(day > today ? dayIn(year - 1, month, date) : day);
  }
  const date = DAY.exec(word)?.[1];
  if (date) {
    const day = dayIn(year, today.slice(5, 7), date);
    if (day <= today) return single(day);
    const before = named('上月', today)?.from.slice(0, 7) ?? '';
    return single(`${before}-${date.padStart(2, '0')}`);
  }
  const yearMonth = YEAR_MONTH.exec(word);
  if (yearMonth) return monthOf(Number(yearMonth[1]), Number(yearMonth[2]));
  const month = Number(MONTH.exec(word)?.[1] ?? 0);
  if (month) return monthOf(dayIn(year, month, 1) > today ? year - 1 : year, month);
  const whole = YEAR.exec(word)?.[1];
  return whole ? yearDays(Number(whole)) : null;
}

const monthOf = (year: number, month: number): Days | NoSuchDay => (month >= 1 && month <= 12 ? monthDays(year, month) : 'no-such-day');

/**
 * @param today `YYYY-MM-DD`
 * @returns null when the word is no time at all
 */
export function readDays(word: string, today: string): Days | NoSuchDay | null {
  const [left, right, ...more] = word.split(/[至到~]/u);
  if (left && right && more.length === 0) return between(left, right, today);
  return named(word, today) ?? written(word, today);
}

/** 「3月1日至5日」: the end has the month of the beginning; a beginning after the end was last year's. */
function between(left: string, right: string, today: string): Days | NoSuchDay | null {
  const begin = readDays(left, today);
  if (begin === null || begin === 'no-such-day') return begin;
  const date = /^(\d{1,2})[日号]?$/.exec(right)?.[1];
  const end = date ? single(`${begin.from.slice(0, 7)}-${date.padStart(2, '0')}`) : readDays(right, today);
  if (end === null || end === 'no-such-day') return end;
  return begin.from <= end.to ? { from: begin.from, to: end.to } : { from: end.from, to: begin.to };
}
