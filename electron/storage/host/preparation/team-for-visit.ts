import type { PrepTeam } from '../../../../shared/domain/preparation';
import { refuse } from '../../../../shared/errors';
import { teamPreparedFor } from '../../../../shared/rules/prepared-team';
import { standingItems } from '../forecast/rows';
import type { Host } from '../host';

/**
 * 主谈, 记录, 观察 as 准备 set them for this visit's matter today; whoever is no longer in use leaves their place open.
 * @returns null where nobody was set
 */
export async function teamForVisit(host: Host, visitId: string): Promise<PrepTeam | null> {
  const { db, reader } = host;
  const visit = (await reader.one('visits', visitId)) ?? refuse('not-found');
  const items = await standingItems(host, visit.date);
  const kept = await reader.open('preparations', await db.rows('preparations').where('date').equals(visit.date).toArray());
  const teams = items.flatMap(({ id, matterId, personId }) => {
    const own = kept.find((row) => row.id === id);
    return own ? { ...own, matterId, personId } : [];
  });
  const found = teamPreparedFor(visit, teams);
  if (!found) return null;
  const staff = await reader.some('staff', [found.lead, found.recorder, found.observer]);
  const inUse = (id: string): string => (staff.get(id)?.active ? id : '');
  return { lead: inUse(found.lead), recorder: inUse(found.recorder), observer: inUse(found.observer) };
}
