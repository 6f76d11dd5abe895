import { v7 as uuid } from 'uuid';
import { refuse } from '../../../../shared/errors';
import { checkReceptionDay } from '../../../../shared/rules/appointment-reception';
import { type Host, writeAs } from '../host';
import type { Opened } from '../tables';
import { receptionDayView } from '../views/appointment-view';
import { appointmentsBetween, receptionDaysBetween, standingOn } from '../visits/appointments-of-day';
import { refuseFields } from './register';
import type { LiveHandlers, RequestHandlers } from './types';

/** 领导接访日: when which leader receives visitors, and where. */
export const receptionDayLives: Pick<LiveHandlers, 'day.list'> = {
  'day.list': (host, { from, to }) =>
    host.db.reading(async () => {
      const [days, appointments] = await Promise.all([receptionDaysBetween(host, from, to), appointmentsBetween(host, from, to)]);
      const booked = new Map<string, number>();
      for (const { dayId, state } of appointments) if (state !== 'cancelled') booked.set(dayId, (booked.get(dayId) ?? 0) + 1);
      return days
        .map((day) => receptionDayView(day, booked.get(day.id) ?? 0))
        .sort((a, b) => a.date.localeCompare(b.date) || a.from.localeCompare(b.from));
    }),
};

export const receptionDayHandlers: Pick<RequestHandlers, 'day.save' | 'day.cancel'> = {
  'day.save': (host, { id: known, ...typed }, call) =>
    writeAs(host, call, async (draft) => {
      const before = known ? await standing(host, known) : undefined;
      const [settings, booked, days] = await Promise.all([
        host.steady.settings(),
        before ? bookedOn(host, before) : [],
        receptionDaysBetween(host, typed.date, typed.date),
      ]);
      refuseFields(
        checkReceptionDay(typed, {
          today: host.clock.today(),
          before,
          booked: booked.map(({ time }) => time),
          others: days.filter((day) => day.id !== known && !day.cancelled),
          hasRoom: (roomId) => settings.hall.rooms.some((room) => room.id === roomId),
        }),
      );
      const id = before?.id ?? uuid({ msecs: draft.at });
      if (before) draft.put('receptionDays', id, typed);
      else draft.add('receptionDays', id, { ...typed, cancelled: false, reason: '' });
      draft.audit(call.name, `${typed.leader} ${typed.date}`, `${typed.from}–${typed.to}`);
      return { id };
    }),

  'day.cancel': (host, { id, reason }, call) =>
    writeAs(host, call, async (draft) => {
      const day = await standing(host, id);
      if (day.date < host.clock.today()) refuse('refused', { message: '这一天已经过去，不能取消，什么也没有改变。' });
      draft.put('receptionDays', id, { cancelled: true, reason });
      // Whoever was to come is to be told; the list then shows them as cancelled, with the reason.
      const told = (await bookedOn(host, day)).filter((each) => each.state === 'expected');
      for (const each of told) draft.put('appointments', each.id, { state: 'cancelled', reason: `领导接访取消：${reason}` }, each.keyId);
      draft.audit(call.name, `${day.leader} ${day.date}`, reason);
      return { cancelled: told.length };
    }),
};

async function standing({ reader }: Host, id: string): Promise<Opened<'receptionDays'>> {
  const day = (await reader.one('receptionDays', id)) ?? refuse('not-found');
  if (day.unreadable) refuse('damaged');
  if (day.cancelled) refuse('conflict', { message: '这个接访日已经取消，不能再改。需要时请另行安排。' });
  return day;
}

const bookedOn = async (host: Host, day: Opened<'receptionDays'>): Promise<Opened<'appointments'>[]> =>
  (await standingOn(host, day.date)).filter((each) => each.dayId === day.id);
