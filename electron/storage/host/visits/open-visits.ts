import Dexie from 'dexie';
import { IN_HALL_STATES } from '../../../../shared/domain/hall';
import type { VisitState } from '../../../../shared/domain/visit';
import { addDays } from '../../../../shared/rules/time';
import type { Host } from '../host';
import type { StoredRow } from '../stored';

/** A hall that never settled a card for months must not make every screen read them all. */
const AT_MOST = 1000;

/** Rows of visits whose people may be in the building, of any day, the latest first: an index look-up a state, few rows each. */
export async function openVisits({ db }: Pick<Host, 'db'>): Promise<StoredRow[]> {
  const visits = db.rows('visits');
  const found = await Promise.all(
    IN_HALL_STATES.map((state) =>
      visits.where('[state+date]').between([state, Dexie.minKey], [state, Dexie.maxKey]).reverse().limit(AT_MOST).toArray(),
    ),
  );
  return found.flat().filter((row) => !row.erased);
}

/** Unsettled visits of days before the given one: mostly none, so mostly four look-ups that find nothing. */
export async function openBefore({ db }: Pick<Host, 'db'>, day: string): Promise<StoredRow[]> {
  const visits = db.rows('visits');
  const found = await Promise.all(
    IN_HALL_STATES.map((state) =>
      visits.where('[state+date]').between([state, Dexie.minKey], [state, day], true, false).limit(AT_MOST).toArray(),
    ),
  );
  return found.flat().filter((row) => !row.erased);
}

/** Visits of the last days in one state. */
export const recentIn = ({ db }: Pick<Host, 'db'>, state: VisitState, today: string, days: number): Promise<StoredRow[]> =>
  Promise.resolve(
    db
      .rows('visits')
      .where('[state+date]')
      .between([state, addDays(today, -days)], [state, Dexie.maxKey])
      .limit(AT_MOST)
      .toArray(),
  );
