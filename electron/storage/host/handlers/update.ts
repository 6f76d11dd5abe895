import type { PrintState } from '../../../../shared/domain/printing';
import { dayOf } from '../../../../shared/rules/time';
import { runningIncidents } from '../incidents/running';
import { runningTalks } from '../interviews/running-talks';
import type { InternalHandlers } from './types';

/** Neither printed nor failed nor given up. */
const UNPRINTED: PrintState[] = ['queued', 'rendering', 'ready', 'spooling', 'spooled', 'unknown'];

export const updateHandlers: Pick<InternalHandlers, 'internal.update.facts'> = {
  'internal.update.facts': (host) =>
    host.db.reading(async () => {
      const { db, clock, deskCode } = host;
      const today = clock.today();
      // A draft that somebody left days ago is nobody's open registration.
      const begun = db.drafts.filter(({ id, savedAt }) => id.endsWith(`/${deskCode}/check-in`) && dayOf(savedAt) === today);
      const unprinted = db.rows('printJobs').where('state').anyOf(UNPRINTED);
      return {
        talks: (await runningTalks(host)).length,
        incidents: (await runningIncidents(host)).length,
        registrations: await begun.count(),
        printing: await unprinted.filter((row) => row.deskCode === deskCode).count(),
      };
    }),
};
