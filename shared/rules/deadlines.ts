import type { Deadline, DeadlineCode, DeadlineSettings } from '../domain/deadlines';
import { START_EVENT_NAMES } from '../domain/deadlines';
import { DEADLINE_KINDS } from './deadline-kinds';
import { addDays, namedDay } from './time';
import type { WorkingDays } from './working-days';
import { addYears } from './years';

/** The length that counts here: the unit's where it may set one, never beyond the law's bound. */
export function lengthOf(code: DeadlineCode, { lengths }: DeadlineSettings): number {
  const { length, bound } = DEADLINE_KINDS[code];
  const own = lengths[code];
  if (own === undefined) return length;
  if (bound === 'at-most') return Math.min(own, length);
  return bound === 'at-least' ? Math.max(own, length) : own;
}

/**
 * Last day of a period. The day of the event is not counted and the last day counts whole (民法典 201–204 条); the
 * regulation has no clause that moves an end from a rest day, so the date stays and an earlier day is recommended.
 * @param start empty while the event is not entered: then no date is told
 */
export function deadline(code: DeadlineCode, start: string, calendar: WorkingDays, settings: DeadlineSettings = { lengths: {} }): Deadline {
  const none: Deadline = { code, start: '', due: '', provisional: false, better: '' };
  if (start === '') return none;
  const length = lengthOf(code, settings);
  const { unit } = DEADLINE_KINDS[code];
  if (unit === 'working-days') {
    const { day, provisional } = calendar.after(start, length);
    return { ...none, start, due: day, provisional };
  }
  const due = unit === 'days' ? addDays(start, length) : addYears(start, length);
  return { ...none, start, due, better: betterDay(code, due, calendar) };
}

/** The working day before, where a period of calendar days ends on a rest day; empty otherwise. */
export const betterDay = (code: DeadlineCode, due: string, calendar: WorkingDays): string =>
  DEADLINE_KINDS[code].unit !== 'days' || calendar.isWorkday(due) ? '' : calendar.before(due);

/** As paper and screen say it: 「2026年11月26日（周四）」, 「【暂定】」 behind it, or from which day it will run. */
export function deadlineText({ code, due, provisional, better }: Deadline, settings: DeadlineSettings = { lengths: {} }): string {
  if (due === '') return `自${START_EVENT_NAMES[DEADLINE_KINDS[code].start]}起 ${periodText(code, settings)}`;
  const marks = [provisional ? '暂定' : '', better ? `休息日，建议提前至${namedDay(better)}` : ''].filter(Boolean);
  return marks.length > 0 ? `${namedDay(due)}${marks.map((mark) => `【${mark}】`).join('')}` : namedDay(due);
}

const UNIT_NAMES = { 'working-days': '个工作日', days: '日', years: '年' } as const;
/** 「3 个工作日」, 「60 日」 */
export const periodText = (code: DeadlineCode, settings: DeadlineSettings = { lengths: {} }): string =>
  `${lengthOf(code, settings)} ${UNIT_NAMES[DEADLINE_KINDS[code].unit]}`;

/** First day on which something kept for so many years may be destroyed. 2024-02-29 + 2 years: 2026-03-01. */
export const destroyableFrom = (day: string, years: number): string => addDays(addYears(day, years), 1);
