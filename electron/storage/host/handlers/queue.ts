import type { QueueRow } from '../../../../shared/domain/hall';
import type { Host } from '../host';
import { queueRows } from '../views/queue-view';
import { openVisits, recentIn } from '../visits/open-visits';
import type { LiveHandlers } from './types';

/** How long a lost card is still asked for. */
const LOST_DAYS = 30;

export const queueLives: Pick<LiveHandlers, 'queue.list' | 'queue.lost'> = {
  'queue.list': (host: Host) =>
    host.db.reading(async (): Promise<QueueRow[]> => queueRows(host, await host.reader.open('visits', await openVisits(host)))),

  'queue.lost': (host: Host) =>
    host.db.reading(async (): Promise<QueueRow[]> => {
      const stored = await recentIn(host, 'lost', host.clock.today(), LOST_DAYS);
      const rows = await queueRows(host, await host.reader.open('visits', stored));
      return rows.sort((a, b) => (a.id < b.id ? 1 : -1));
    }),
};
