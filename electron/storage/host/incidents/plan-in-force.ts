import type { IncidentCode, IncidentPlan } from '../../../../shared/domain/incident-plan';
import { CATALOGUE } from '../../../../shared/incidents/catalogue';
import type { Host } from '../host';

/** The edition by which an incident of this type begins now; the first is what the program ships. */
export async function planInForce({ db, reader }: Host, code: IncidentCode): Promise<{ plan: IncidentPlan; edition: number }> {
  const editions = await reader.open('incidentPlans', await db.rows('incidentPlans').where('code').equals(code).toArray());
  const inForce = editions.filter(({ state, unreadable }) => state === 'in-force' && !unreadable).sort((a, b) => b.edition - a.edition)[0];
  return inForce ? { plan: inForce.plan, edition: inForce.edition } : { plan: CATALOGUE[code], edition: 1 };
}
