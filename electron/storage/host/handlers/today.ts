import type { VisitRow } from '../../../../shared/domain/visit';
import type { Host } from '../host';
import { visitDetail, visitRows } from '../views/visit-view';
import type { LiveHandlers, RequestHandlers } from './types';

/** The list beside the form; older ones of a very busy day are found by searching. */
const TODAY_AT_MOST = 200;

export const todayLives: Pick<LiveHandlers, 'visit.today' | 'hall.now'> = {
  'visit.today': (host: Host) => host.db.reading(() => today(host)),

  /** Only the kept totals: nothing is opened or counted. */
  'hall.now': async ({ db, clock }: Host) => {
    const date = clock.today();
    const { visits, heads, inHall, cardsOut } = (await db.dayTotals.get(date)) ?? { visits: 0, heads: 0, inHall: 0, cardsOut: 0 };
    return { date, visits, heads, inHall, cardsOut };
  },
};

async function today(host: Host): Promise<VisitRow[]> {
  // The whole day in one request: walked backwards, each row would be one, and this is asked after every save.
  const visits = await host.db.rows('visits').where('date').equals(host.clock.today()).toArray();
  return visitRows(host, await host.reader.open('visits', visits.slice(-TODAY_AT_MOST).reverse()));
}

export const visitReadHandlers: Pick<RequestHandlers, 'visit.get'> = {
  'visit.get': (host, { id }) => host.db.reading(() => visitDetail(host, id)),
};
