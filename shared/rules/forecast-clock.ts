import type { ForecastSettings } from '../domain/forecast';
import { instantAt } from './time';

/** The clocks of a morning: 8:30 for the channels, thirty minutes for the analysis (plan S28, S30). All instants are ms UTC. */

export type ForecastTimes = Pick<ForecastSettings, 'closeAt' | 'gradeMinutes'>;

/** When the day's channels close. */
export const closingAt = (date: string, { closeAt }: ForecastTimes): number => instantAt(date, closeAt);

/** 「晚于8:30」: at the very moment it is still in time. */
export const isLate = (item: Pick<ClockedItem, 'date' | 'createdAt'>, times: ForecastTimes): boolean =>
  item.createdAt > closingAt(item.date, times);
export const lateWords = ({ closeAt }: ForecastTimes): string => `晚于${closeAt.replace(/^0/, '')}`;

export interface ClockedItem {
  date: string;
  /** When it was typed in. */
  createdAt: number;
  gradedAt: number | null;
}

/** Until when an item is to be graded: counted from the closing, or from its entry if that was later. */
export const gradeDueAt = (item: Pick<ClockedItem, 'date' | 'createdAt'>, times: ForecastTimes): number =>
  Math.max(closingAt(item.date, times), item.createdAt) + times.gradeMinutes * 60_000;

/**
 * - `running`: not graded, the time is not up; `overdue`: not graded at the thirtieth minute;
 * - `in-time`: done within it (以内 includes the number); `late`: done after it.
 */
export type GradeClock = 'running' | 'overdue' | 'in-time' | 'late';
export function gradeClock(item: ClockedItem, now: number, times: ForecastTimes): GradeClock {
  const due = gradeDueAt(item, times);
  if (item.gradedAt !== null) return item.gradedAt <= due ? 'in-time' : 'late';
  return now >= due ? 'overdue' : 'running';
}

export interface BatchClock {
  items: number;
  graded: number;
  /** Of what was there at the closing; what came later has its own. */
  dueAt: number;
  overdue: number;
  /** When the last of all was graded; null while one is open, or where there is none. */
  doneAt: number | null;
}
/** The clock of a day's whole list. */
export function batchClock(date: string, items: readonly ClockedItem[], now: number, times: ForecastTimes): BatchClock {
  const done = items.flatMap(({ gradedAt }) => gradedAt ?? []);
  return {
    items: items.length,
    graded: done.length,
    dueAt: closingAt(date, times) + times.gradeMinutes * 60_000,
    overdue: items.filter((item) => gradeClock(item, now, times) === 'overdue').length,
    doneAt: items.length > 0 && done.length === items.length ? Math.max(...done) : null,
  };
}

/** Whole minutes left, rounded up, so that 「还剩 1 分钟」 stands until the end; 0 from then on. */
export const minutesLeft = (dueAt: number, now: number): number => Math.max(0, Math.ceil((dueAt - now) / 60_000));
