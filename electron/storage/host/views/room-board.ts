import type { NextVisitor, RoomOnBoard } from '../../../../shared/domain/interview';
import type { HallSettings } from '../../../../shared/domain/settings';
import { maskNameByLength } from '../../../../shared/rules/mask';
import { compareQueue } from '../../../../shared/rules/queue-order';
import { roomsFor } from '../../../../shared/rules/rooms-for';
import type { Host } from '../host';
import type { Opened } from '../tables';
import { nameShown } from './person-view';

interface Facts {
  hall: HallSettings;
  /** Visits whose people are in the hall. */
  visits: readonly Opened<'visits'>[];
  running: readonly Opened<'interviews'>[];
  untidied: readonly Opened<'interviews'>[];
}

/** Rooms and who is next, with names masked: the board hangs where visitors pass. */
export async function roomBoard(
  host: Host,
  { hall, visits, running, untidied }: Facts,
): Promise<{ rooms: RoomOnBoard[]; next: NextVisitor[] }> {
  const people = await host.reader.some(
    'persons',
    visits.flatMap((visit) => visit.personIds[0] ?? []),
  );
  const staff = await host.reader.some(
    'staff',
    running.map((each) => each.team.lead),
  );
  const masked = (visit: Opened<'visits'> | undefined): string => {
    const person = people.get(visit?.personIds[0] ?? '');
    return person ? maskNameByLength(nameShown(person)) : '';
  };

  const rooms = hall.rooms.map((room): RoomOnBoard => {
    const base = { id: room.id, name: room.name, wheelchair: room.wheelchair, leadName: '', paused: false, interviewId: '' };
    const talking = visits.find((visit) => visit.state === 'interview' && visit.roomId === room.id);
    const interview = running.find((each) => each.visitId === talking?.id);
    const left = untidied.filter((each) => each.roomId === room.id).sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0))[0];
    const called = visits.find((visit) => visit.state === 'waiting' && visit.calledAt !== null && visit.roomId === room.id);
    const of = (visit: Opened<'visits'>) => ({ visitId: visit.id, queueNumber: visit.queueNumber, maskedName: masked(visit) });
    if (talking) {
      const leadName = staff.get(interview?.team.lead ?? '')?.name ?? '';
      const more = { interviewId: interview?.id ?? '', leadName, paused: interview?.state === 'paused' };
      return { ...base, state: 'talking', ...of(talking), since: talking.startedAt, ...more };
    }
    if (called) return { ...base, state: 'called', ...of(called), since: called.calledAt };
    if (left)
      return {
        ...base,
        state: 'to-tidy',
        visitId: left.visitId,
        interviewId: left.id,
        queueNumber: '',
        maskedName: '',
        since: left.endedAt,
      };
    return { ...base, state: 'free', visitId: '', queueNumber: '', maskedName: '', since: null };
  });

  const open = new Set(rooms.filter(({ state }) => state === 'free' || state === 'to-tidy').map(({ id }) => id));
  const next = visits
    .filter((visit) => visit.state === 'issued' || visit.state === 'waiting')
    .sort(compareQueue)
    .map((visit): NextVisitor => {
      const suitable = roomsFor(visit.needs, hall.rooms).map(({ id }) => id);
      return {
        id: visit.id,
        state: visit.state,
        queueNumber: visit.queueNumber,
        maskedName: masked(visit),
        heads: visit.heads,
        priority: visit.priority,
        needs: visit.needs,
        waitingSince: visit.waitingSince ?? visit.registeredAt,
        calledTo: visit.calledAt === null ? '' : visit.roomId,
        roomIds: suitable.filter((id) => open.has(id) || (visit.calledAt !== null && visit.roomId === id)),
      };
    });
  return { rooms, next };
}
