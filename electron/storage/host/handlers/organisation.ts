import { v7 as uuid } from 'uuid';
import type { Seat } from '../../../../shared/domain/organisation';
import { refuse } from '../../../../shared/errors';
import { checkOrganisation, editionOn, inSeatOrder, seatsToday } from '../../../../shared/rules/organisation';
import { writeAs } from '../host';
import { roster } from '../incidents/response-of';
import { editionsOf } from '../organisation/editions';
import type { LiveHandlers, RequestHandlers } from './types';

/** 组织: the leading group and its five groups, from which day on (plan S01, S02). */
export const organisationLives: Pick<LiveHandlers, 'organisation.view'> = {
  'organisation.view': (host, { day }) =>
    host.db.reading(async () => {
      const [editions, people] = [await editionsOf(host), await host.reader.all('staff')];
      const names = new Map(people.map(({ id, name }) => [id, name]));
      const named = (id: string): string => names.get(id) ?? '';
      const found = editionOn(editions, day);
      const seats = inSeatOrder(found?.seats ?? []);
      return {
        edition: found && {
          ...{ id: found.id, from: found.from, note: found.note, seats },
          ...{ recordedAt: found.recordedAt, recordedByName: named(found.recordedBy) },
        },
        editions: editions
          .sort((a, b) => b.from.localeCompare(a.from) || b.recordedAt - a.recordedAt)
          .map(({ id, from, recordedAt, recordedBy }) => ({ id, from, recordedAt, recordedByName: named(recordedBy) })),
        today: day === host.clock.today() ? seatsToday(seats, await roster(host)) : [],
      };
    }),
};

export const organisationHandlers: Pick<RequestHandlers, 'organisation.save'> = {
  'organisation.save': (host, input, call) =>
    writeAs(host, call, async (draft) => {
      const names = await host.steady.staffNames();
      const seats = input.seats.map((seat) => withNames(seat, names));
      const fields = checkOrganisation({ ...input, seats }, host.clock.today());
      if (Object.keys(fields).length > 0)
        refuse('refused', { message: fields.seats ? `${fields.seats}，尚未保存。` : '组织名单有误，尚未保存。请按提示修改。', fields });
      const id = uuid({ msecs: draft.at });
      const { from, note } = input;
      draft.add('organisations', id, { from, note, seats: inSeatOrder(seats), recordedAt: draft.at, recordedBy: call.actor.staffId ?? '' });
      draft.audit(call.name, `${from} 起`, `${seats.length} 人`);
      return { id };
    }),
};

/** The names of today go into the edition: a past day shows the people of that day, whatever they are called since. */
const withNames = (seat: Seat, names: ReadonlyMap<string, string>): Seat => ({
  ...seat,
  person: names.get(seat.staffId) ?? seat.person,
  deputyPerson: names.get(seat.deputyStaffId) ?? seat.deputyPerson,
});
