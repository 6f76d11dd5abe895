import type { HallNow } from '../../../../shared/contract/visits';
import type { VisitRow } from '../../../../shared/domain/visit';
import { addTotals, NO_TOTALS, totalsDelta } from '../../../../shared/rules/day-totals';
import { isCurrent } from '../../../../shared/rules/presence';
import type { Host } from '../host';
import { OPEN_DEFAULTS, type Opened } from '../tables';
import { visitDetail, visitRows } from '../views/visit-view';
import { openBefore } from '../visits/open-visits';
import type { LiveHandlers, RequestHandlers } from './types';

/** The list beside the form; older ones of a very busy day are found by searching. */
const TODAY_AT_MOST = 200;

export const todayLives: Pick<LiveHandlers, 'visit.today' | 'hall.now'> = {
  'visit.today': (host: Host) => host.db.reading(() => today(host)),

  /** The kept totals and what earlier days left open, which is mostly nothing: no visit is opened. */
  'hall.now': (host: Host) => host.db.reading(() => hallNow(host)),
};

async function hallNow(host: Host): Promise<HallNow> {
  const { db, clock } = host;
  const date = clock.today();
  const [kept, before] = await Promise.all([db.dayTotals.get(date), openBefore(host, date)]);
  // People who came before midnight and are still here count among those in the hall; forgotten cards do not.
  const stayed = before
    .map((row) => ({ ...OPEN_DEFAULTS.visits, ...row }) as unknown as Opened<'visits'>)
    .filter((visit) => isCurrent(visit, clock.now(), date));
  const here = stayed.map((visit) => totalsDelta(null, visit)).reduce(addTotals, { ...NO_TOTALS, ...kept });
  const { issued, waiting, interview, ended, inHall, cardsOut, leftEarly, returned, lost } = here;
  const { visits, heads } = { ...NO_TOTALS, ...kept };
  return {
    date,
    visits,
    heads,
    inHall,
    byState: { issued, waiting, interview, ended },
    returned,
    lost,
    leftEarly,
    cardsOut,
    earlier: before.length - stayed.length,
  };
}

async function today(host: Host): Promise<VisitRow[]> {
  // The whole day in one request: walked backwards, each row would be one, and this is asked after every save.
  const all = await host.db.rows('visits').where('date').equals(host.clock.today()).toArray();
  const visits = all.filter((row) => !row.importId);
  return visitRows(host, await host.reader.open('visits', visits.slice(-TODAY_AT_MOST).reverse()));
}

export const visitReadHandlers: Pick<RequestHandlers, 'visit.get'> = {
  'visit.get': (host, { id }, call) => host.db.reading(() => visitDetail(host, id, call.actor)),
};
