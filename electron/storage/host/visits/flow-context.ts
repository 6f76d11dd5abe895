import Dexie from 'dexie';
import type { FlowAct } from '../../../../shared/domain/hall';
import { roomsFor } from '../../../../shared/rules/rooms-for';
import { dayOf } from '../../../../shared/rules/time';
import type { FlowContext } from '../../../../shared/rules/visit-flow';
import type { Call, Host } from '../host';
import type { Opened } from '../tables';
import { heldItemsOf } from './held-items';

type Visit = Opened<'visits'>;

/** What the rules of rules/visit-flow ask about the hall besides the visit itself. */
export async function flowContext(host: Host, visit: Visit, act: FlowAct, call: Call, at: number): Promise<FlowContext> {
  const { rules, hall } = await host.steady.settings();
  const rooms = await occupiedRooms(host, visit.id);
  return {
    at,
    staffId: call.actor.staffId ?? '',
    rules,
    hasArea: (id) => hall.areas.some((area) => area.id === id),
    hasRoom: (id) => hall.rooms.some((room) => room.id === id),
    suits: (roomId) => roomsFor(visit.needs, hall.rooms).some(({ id }) => id === roomId),
    occupant: (roomId) => rooms.get(roomId) ?? null,
    isNamed: (personId) => visit.personIds.includes(personId),
    heldItems: act.act === 'return' || act.act === 'lose' ? ((await heldItemsOf(host, [visit.id])).get(visit.id) ?? 0) : 0,
    sameDay: (a, b) => dayOf(a) === dayOf(b),
  };
}

/** Room → queue number of the visit that is talked with in it, whatever the day: a talk may go on past midnight. */
async function occupiedRooms({ db }: Host, besides: string): Promise<Map<string, string>> {
  const visits = db.rows('visits').where('[state+date]');
  const talking = await visits.between(['interview', Dexie.minKey], ['interview', Dexie.maxKey]).toArray();
  return new Map(talking.filter((row) => row.id !== besides).map((row) => [String(row.roomId), String(row.queueNumber)]));
}
