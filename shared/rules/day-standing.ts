import type { Reopened } from '../domain/day-end';

/** What keeps a day from being over: somebody was registered, a talk began, or one came to its end. Instants in ms UTC. */
export interface DayWork {
  what: 'visit' | 'talk' | 'result';
  deskCode: string;
  at: number;
}

/** The beginnings alone: a talk that was left running over the day's end, with its reason, reopens nothing when it ends. */
const begins = ({ what }: DayWork): boolean => what !== 'result';

/**
 * Whether the day's end of a desk still stands (day-and-roles 17:30). Whoever is registered, and every talk that begins, at that desk
 * after it opens the day again; nobody is ever turned away because a day was ended. It is read from the records, so that every desk
 * that has them says the same.
 * @param endings of one day and one desk @param work of that day, of all desks
 */
export function dayEndStands<E extends { at: number }>(
  endings: readonly E[],
  work: readonly DayWork[],
  deskCode: string,
): { ended: E | null; reopened: (Pick<Reopened, 'endedAt' | 'visits' | 'talks'> & { last: E }) | null } {
  const last = endings.reduce<E | null>((found, each) => (found && found.at >= each.at ? found : each), null);
  if (!last) return { ended: null, reopened: null };
  const since = work.filter((each) => begins(each) && each.deskCode === deskCode && each.at > last.at);
  if (since.length === 0) return { ended: last, reopened: null };
  const visits = since.filter(({ what }) => what === 'visit').length;
  return { ended: null, reopened: { last, endedAt: last.at, visits, talks: since.length - visits } };
}

/** Something of the day, at whatever desk, happened after the newest 日报 was made: it needs another edition. */
export const reportIsBehind = (reports: readonly { at: number }[], work: readonly Pick<DayWork, 'at'>[]): boolean => {
  const made = Math.max(...reports.map(({ at }) => at));
  return reports.length > 0 && work.some(({ at }) => at > made);
};

export const sinceWords = ({ visits, talks }: Pick<Reopened, 'visits' | 'talks'>): string =>
  [visits > 0 && `登记 ${visits} 批`, talks > 0 && `开始 ${talks} 场接谈`].filter(Boolean).join('，');
