import { morningFlags } from '../../../../shared/rules/morning';
import { seatsToday } from '../../../../shared/rules/organisation';
import { checkRoster } from '../../../../shared/rules/roster';
import { roster } from '../incidents/response-of';
import { seatsOn } from '../organisation/editions';
import { facilityDay } from '../organisation/facilities';
import { certificatesOn, membersOn } from '../organisation/roster';
import { suppliesOn } from '../organisation/supplies';
import { isConfirmed } from './roster';
import type { LiveHandlers } from './types';

/** One question for a page of the morning: people, hall and supplies together. */
export const morningLives: Pick<LiveHandlers, 'morning.flags'> = {
  'morning.flags': (host, { day }) =>
    host.db.reading(async () => {
      const settings = await host.reader.settings();
      const names = new Map((await host.reader.all('staff')).map(({ id, name }) => [id, name]));
      const saved = await host.reader.one('rosters', day);
      const members = await membersOn(host, settings, day, saved?.posts);
      const seats = await seatsOn(host, day);
      return morningFlags({
        rosterConfirmed: saved !== undefined && isConfirmed(saved),
        shortages: checkRoster(members, settings.duty.needs, settings.duty.certificates).map(({ sentence }) => sentence),
        certificates: await certificatesOn(host, settings, day),
        kinds: settings.duty.certificates,
        staffName: (id) => names.get(id) ?? '',
        facilities: await facilityDay(host, settings, day, names),
        supplies: await suppliesOn(host, settings, day, names),
        seats,
        seatsToday: seatsToday(seats, await roster(host)),
      });
    }),
};
