import type { BackupFigures } from '../domain/backup';
import { addDays, dayOf } from './time';

/** One set at a place. */
export interface DatedSet {
  id: string;
  /** Milliseconds UTC. */
  madeAt: number;
}
type Keeping = Pick<BackupFigures, 'keepHours' | 'keepDays' | 'keepWeeks'>;

const HOUR_MS = 3_600_000;
const DAYS_A_WEEK = 7;
/** Monday of a day's week, counted from one that is known: 1970-01-05. */
const weekOf = (day: string): number => Math.floor((Date.parse(`${day}T00:00:00Z`) / 86_400_000 - 4) / DAYS_A_WEEK);
const hourOf = (at: number): number => Math.floor(at / HOUR_MS);

/**
 * Which sets stay: of each of the last hours, days and weeks the newest, and the newest of all whatever its age. Days and
 * weeks are the hall's (UTC+8). A set of the future (a clock that was set back) stays until its time has passed.
 */
export function setsToKeep(sets: readonly DatedSet[], { keepHours, keepDays, keepWeeks }: Keeping, now: number): Set<string> {
  const newestFirst = [...sets].sort((a, b) => b.madeAt - a.madeAt || (a.id < b.id ? 1 : -1));
  const kept = new Set(newestFirst.slice(0, 1).map(({ id }) => id));
  for (const { id, madeAt } of newestFirst) if (madeAt > now) kept.add(id);
  const today = dayOf(now);
  const newestOfEach = (slotOf: (at: number) => number, oldest: number): void => {
    const seen = new Set<number>();
    for (const { id, madeAt } of newestFirst) {
      const slot = slotOf(madeAt);
      if (madeAt > now || slot < oldest || seen.has(slot)) continue;
      seen.add(slot);
      kept.add(id);
    }
  };
  newestOfEach(hourOf, hourOf(now) - keepHours + 1);
  const day = (at: number): number => Date.parse(`${dayOf(at)}T00:00:00Z`) / 86_400_000;
  newestOfEach(day, Date.parse(`${addDays(today, 1 - keepDays)}T00:00:00Z`) / 86_400_000);
  if (keepWeeks > 0) newestOfEach((at) => weekOf(dayOf(at)), weekOf(today) - keepWeeks + 1);
  return kept;
}

/**
 * The last day on which a backup that was taken before `day` may still lie at a place: what is erased on a day is gone from
 * every backup after it (个人信息保护法 47 条). It holds while backups are made; a place that is put into a drawer keeps what it has.
 */
export function lastRotationDay(day: string, { keepHours, keepDays, keepWeeks }: Keeping): string {
  const longest = Math.max(Math.ceil(keepHours / 24), keepDays, keepWeeks * DAYS_A_WEEK);
  return addDays(day, longest);
}
