import type { QueueRow } from '../../../../shared/domain/hall';
import { maskNameByLength } from '../../../../shared/rules/mask';
import { compareQueue } from '../../../../shared/rules/queue-order';
import { namedHere, presentOf } from '../../../../shared/rules/visit-flow';
import type { Host } from '../host';
import type { Opened } from '../tables';
import { heldItemsOf } from '../visits/held-items';
import { nameShown } from './person-view';

/** The rows of the queue for opened visits, in the order of the queue; names leave here masked. */
export async function queueRows(host: Host, visits: readonly Opened<'visits'>[]): Promise<QueueRow[]> {
  const { reader } = host;
  const [people, staff, held] = await Promise.all([
    reader.some(
      'persons',
      visits.flatMap((visit) => visit.personIds[0] ?? []),
    ),
    reader.some(
      'staff',
      visits.flatMap((visit) => visit.guideId || []),
    ),
    heldItemsOf(
      host,
      visits.map((visit) => visit.id),
    ),
  ]);
  return visits
    .map((visit): QueueRow => {
      const person = people.get(visit.personIds[0] ?? '');
      const present = presentOf(visit);
      return {
        id: visit.id,
        number: visit.number,
        queueNumber: visit.queueNumber,
        date: visit.date,
        deskCode: visit.deskCode,
        kind: visit.kind,
        heads: visit.heads,
        present,
        named: namedHere(visit),
        nameMasked: person ? maskNameByLength(nameShown(person)) : '',
        state: visit.state,
        areaId: visit.areaId,
        othersAreaId: visit.othersAreaId,
        roomId: visit.roomId,
        guideName: staff.get(visit.guideId)?.name ?? '',
        registeredAt: visit.registeredAt,
        waitingSince: visit.waitingSince,
        calledAt: visit.calledAt,
        calls: visit.calls,
        absentAt: visit.absentAt,
        startedAt: visit.startedAt,
        priority: visit.priority,
        needs: visit.needs,
        visitCount: visit.visitCount,
        cardLost: visit.cardLostAt !== null,
        rollAt: visit.rollAt,
        rollPresent: visit.rollPresent,
        heldItems: held.get(visit.id) ?? 0,
        appointment: visit.appointment,
        backfilled: visit.enteredAt !== null,
        canUndo: visit.undo !== null,
      };
    })
    .sort(compareQueue);
}
