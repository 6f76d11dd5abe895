import type { HallScreen } from '../../../../shared/domain/hall';
import { fillNotice } from '../../../../shared/rules/notice';
import type { Host } from '../host';
import { queueRows } from '../views/queue-view';
import { openVisits } from '../visits/open-visits';
import type { LiveHandlers } from './types';

/** What can be read from the back of the hall. */
const CALLS_AT_MOST = 6;
const NEXT_AT_MOST = 8;

/** The second display: number, masked name, room; of those not called the number alone. */
export const hallScreenLives: Pick<LiveHandlers, 'hall.screen'> = {
  'hall.screen': (host: Host) => host.db.reading(() => hallScreen(host)),
};

async function hallScreen(host: Host): Promise<HallScreen> {
  const { reader, clock } = host;
  const today = clock.today();
  const stored = (await openVisits(host)).filter((row) => row.date === today);
  const [{ unit, hall, rules, notice }, demo, rows] = await Promise.all([
    reader.settings(),
    reader.demo(),
    reader.open('visits', stored).then((visits) => queueRows(host, visits)),
  ]);
  const waiting = rows.filter((row) => row.state === 'waiting');
  const called = waiting.filter((row) => row.calledAt !== null).sort((a, b) => (b.calledAt ?? 0) - (a.calledAt ?? 0));
  return {
    unitName: unit.name,
    demo,
    calls: called.slice(0, CALLS_AT_MOST).map(({ queueNumber, nameMasked, roomId, calledAt, calls }) => ({
      queueNumber,
      nameMasked,
      roomName: hall.rooms.find((room) => room.id === roomId)?.name ?? '',
      calledAt: calledAt ?? 0,
      calls,
    })),
    next: waiting
      .filter((row) => row.calledAt === null)
      .slice(0, NEXT_AT_MOST)
      .map((row) => row.queueNumber),
    notice: fillNotice(notice.card, { unit: unit.name, years: rules.recordingYears }),
  };
}
