import { INCIDENT_CODES, type IncidentCode, type IncidentPlan, SHIPPED_EDITION } from '../../../../shared/domain/incident-plan';
import { CATALOGUE } from '../../../../shared/incidents/catalogue';
import type { PlanSurroundings } from '../../../../shared/rules/plan-check';
import type { Host } from '../host';
import type { Opened } from '../tables';

export type PlanRow = Opened<'incidentPlans'>;
export interface InForce {
  plan: IncidentPlan;
  edition: number;
}

/** The edition by which an incident of this type begins now; the first is what the program ships. */
export async function planInForce({ db, reader }: Host, code: IncidentCode): Promise<InForce> {
  return standing(code, await reader.open('incidentPlans', await db.rows('incidentPlans').where('code').equals(code).toArray())).inForce;
}

/** Of one type: what is in force, from which row (none: as shipped), and the draft that waits. */
export function standing(code: IncidentCode, rows: readonly PlanRow[]): { inForce: InForce; row: PlanRow | null; draft: PlanRow | null } {
  const newest = (state: PlanRow['state']): PlanRow | null =>
    rows.filter((row) => row.code === code && row.state === state && !row.unreadable).sort(newestFirst)[0] ?? null;
  const row = newest('in-force');
  // No more than these two: they are spread into an incident's row.
  const inForce = row ? { plan: row.plan, edition: row.edition } : { plan: CATALOGUE[code], edition: SHIPPED_EDITION };
  return { inForce, row, draft: newest('draft') };
}

/** Two desks may have approved at once, each the next edition: the later approval counts, the same everywhere. */
const newestFirst = (a: PlanRow, b: PlanRow): number =>
  b.edition - a.edition || (b.approvedAt ?? b.at) - (a.approvedAt ?? a.at) || b.id.localeCompare(a.id);

/** Those in force of all types, in their order. */
export async function plansInForce({ reader }: Pick<Host, 'reader'>): Promise<(InForce & { code: IncidentCode })[]> {
  const rows = await reader.all('incidentPlans');
  return INCIDENT_CODES.map((code) => {
    const { plan, edition } = standing(code, rows).inForce;
    return { code, plan, edition };
  });
}

/** What a plan of this type is checked against: the unit's lists, and the digits of the other types. */
export async function surroundingsOf(host: Host, code: IncidentCode): Promise<PlanSurroundings> {
  const { emergency } = await host.steady.settings();
  const others = (await plansInForce(host)).filter((each) => each.code !== code && each.plan.digit !== '');
  return {
    contacts: new Set(emergency.contacts.map(({ key }) => key)),
    conducts: new Set(emergency.conducts.map(({ id }) => id)),
    digits: new Map(others.map(({ code: other, plan }) => [plan.digit, { code: other, name: plan.name }])),
  };
}
