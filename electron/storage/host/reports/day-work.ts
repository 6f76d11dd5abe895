import type { DayWork } from '../../../../shared/rules/day-standing';
import type { Host } from '../host';

/**
 * What was done on a day at every desk, by the day's indexes and without opening a row. A paper card counts when it was typed in,
 * for then the day's figures changed.
 * @param date `YYYY-MM-DD` in the hall's zone
 */
export async function dayWork({ db }: Pick<Host, 'db'>, date: string): Promise<DayWork[]> {
  const visits = await db.rows('visits').where('date').equals(date).toArray();
  const talks = await db.rows('interviews').where('date').equals(date).toArray();
  const begun = talks.filter(({ state }) => state !== 'cancelled');
  return [
    ...visits
      .filter(({ importId, state }) => !importId && state !== 'void')
      .map(({ deskCode, registeredAt, enteredAt }) => work('visit', deskCode, enteredAt ?? registeredAt)),
    ...begun.map(({ deskCode, startedAt }) => work('talk', deskCode, startedAt)),
    ...begun.filter(({ endedAt }) => Number(endedAt) > 0).map(({ deskCode, endedAt }) => work('result', deskCode, endedAt)),
  ];
}

const work = (what: DayWork['what'], deskCode: unknown, at: unknown): DayWork => ({ what, deskCode: String(deskCode), at: Number(at) });
