import type { HallScreen, QueueRow } from '../../../../shared/domain/hall';
import { fillNotice } from '../../../../shared/rules/notice';
import type { Host } from '../host';
import { queueRows } from '../views/queue-view';
import { openVisits } from '../visits/open-visits';
import type { LiveHandlers } from './types';

/** What can be read from the back of the hall. */
const CALLS_AT_MOST = 5;
const NEXT_AT_MOST = 6;
const TALKING_AT_MOST = 6;
const MISSED_AT_MOST = 6;

/**
 * The second display: number, masked name, room; of those not called the number alone. Built here field by field, so that
 * nothing else of a person ever leaves for that window.
 */
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
  const roomName = (id: string): string => hall.rooms.find((room) => room.id === id)?.name ?? '';
  const waiting = rows.filter((row) => row.state === 'waiting');
  const called = waiting.filter((row) => row.calledAt !== null).sort((a, b) => (b.calledAt ?? 0) - (a.calledAt ?? 0));
  const missed = waiting.filter((row) => row.absentAt !== null);
  const inTurn = waiting.filter((row) => row.calledAt === null && row.absentAt === null);
  const talking = rows.filter((row) => row.state === 'interview').sort((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0));
  return {
    unitName: unit.name,
    demo,
    calls: called.slice(0, CALLS_AT_MOST).map(({ queueNumber, nameMasked, roomId, calledAt, calls }) => ({
      queueNumber,
      nameMasked,
      roomName: roomName(roomId),
      calledAt: calledAt ?? 0,
      calls,
    })),
    next: numbers(inTurn, NEXT_AT_MOST),
    waiting: inTurn.length,
    talking: talking.slice(0, TALKING_AT_MOST).map(({ queueNumber, roomId }) => ({ queueNumber, roomName: roomName(roomId) })),
    missed: numbers(missed, MISSED_AT_MOST),
    notice: fillNotice(notice.card, { unit: unit.name, years: rules.recordingYears }),
  };
}

const numbers = (rows: readonly QueueRow[], atMost: number): string[] => rows.slice(0, atMost).map((row) => row.queueNumber);
