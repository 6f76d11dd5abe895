import type { PeriodUnit } from '../domain/statistics';
import { addDays, daysBetween, isRealDay, longDay } from '../rules/time';

/** Days, both included. */
export interface Range {
  from: string;
  to: string;
}
/** A day, week (from Monday), month or year with what it is compared with. Days in the hall's zone. */
export interface Period extends Range {
  unit: PeriodUnit;
  title: string;
  /** The last day that has come; before `from` in a period that has not begun. */
  until: string;
  /** 环比; null: there is none, and why. */
  previous: Compared;
  /** 同比 */
  lastYear: Compared;
}
export type Compared = { range: Range; none: '' } | { range: null; none: string };

const two = (n: number): string => String(n).padStart(2, '0');
const lastOfMonth = (year: number, month: number): string =>
  addDays(`${month === 12 ? year + 1 : year}-${two(month === 12 ? 1 : month + 1)}-01`, -1);
/** 0 on Monday. */
const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
const mondayOf = (day: string): string => addDays(day, -weekdayOf(day));

/** ISO 8601: a week belongs to the year of its Thursday. */
export function weekOf(day: string): { year: number; week: number } {
  const thursday = addDays(mondayOf(day), 3);
  const year = Number(thursday.slice(0, 4));
  return { year, week: Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1 };
}

/** Monday of the week with this number; null where the year has none (53). */
function mondayOfWeek(year: number, week: number): string | null {
  const monday = addDays(mondayOf(`${year}-01-04`), (week - 1) * 7);
  return weekOf(monday).year === year ? monday : null;
}

export function rangeOf(unit: PeriodUnit, day: string): Range {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  switch (unit) {
    case 'day':
      return { from: day, to: day };
    case 'week':
      return { from: mondayOf(day), to: addDays(mondayOf(day), 6) };
    case 'month':
      return { from: `${day.slice(0, 8)}01`, to: lastOfMonth(year, month) };
    case 'year':
      return { from: `${year}-01-01`, to: `${year}-12-31` };
  }
}

/** A day of the next (`1`) or previous (`-1`) period. */
export function step(unit: PeriodUnit, day: string, by: 1 | -1): string {
  const { from, to } = rangeOf(unit, day);
  return rangeOf(unit, addDays(by > 0 ? to : from, by)).from;
}

export function titleOf(unit: PeriodUnit, { from, to }: Range): string {
  switch (unit) {
    case 'day':
      return longDay(from);
    case 'week': {
      const { year, week } = weekOf(from);
      // The year stands in front already, but where the week goes over its end.
      const days = [from, to].map((day) => longDay(day).replace(`${year}年`, ''));
      return `${year}年第${week}周（${days.join('至')}）`;
    }
    case 'month':
      return `${from.slice(0, 4)}年${Number(from.slice(5, 7))}月`;
    case 'year':
      return `${from.slice(0, 4)}年`;
  }
}

/**
 * A period that is not over is compared with as many days of the earlier one: half a month against a whole one would
 * always have fallen.
 */
export function periodOf(unit: PeriodUnit, day: string, today: string): Period {
  const range = rangeOf(unit, day);
  const until = today < range.to ? today : range.to;
  const days = Math.max(0, daysBetween(range.from, until) + 1);
  const shortened = ({ from, to }: Range): Compared => {
    const end = until < range.to ? addDays(from, Math.max(days, 1) - 1) : to;
    return { range: { from, to: end < to ? end : to }, none: '' };
  };
  return {
    unit,
    ...range,
    title: titleOf(unit, range),
    until,
    // A year before is the same year twice: it stands under 同比.
    previous: unit === 'year' ? { range: null, none: '年报只有同比' } : shortened(rangeOf(unit, addDays(range.from, -1))),
    lastYear: yearBefore(unit, range, shortened),
  };
}

function yearBefore(unit: PeriodUnit, { from }: Range, shortened: (range: Range) => Compared): Compared {
  const year = Number(from.slice(0, 4)) - 1;
  if (unit === 'week') {
    const { year: own, week } = weekOf(from);
    const monday = mondayOfWeek(own - 1, week);
    return monday ? shortened(rangeOf('week', monday)) : { range: null, none: `去年没有第 ${week} 周` };
  }
  const day = `${year}${from.slice(4)}`;
  if (!isRealDay(day)) return { range: null, none: '去年没有 2 月 29 日' };
  return shortened(rangeOf(unit, day));
}

export const daysOf = ({ from, to }: Range): string[] =>
  from > to ? [] : Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i));
