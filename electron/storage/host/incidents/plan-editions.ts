import type { PlanStanding } from '../../../../shared/contract/incident-plans';
import { INCIDENT_CODES, type IncidentCode, type PlanEdition, SHIPPED_EDITION } from '../../../../shared/domain/incident-plan';
import { CATALOGUE } from '../../../../shared/incidents/catalogue';
import { type EmergencyUses, usesOfPlans } from '../../../../shared/rules/emergency-uses';
import type { Host } from '../host';
import { type PlanRow, standing } from './plan-in-force';
import { runningIncidents } from './running';

type Names = ReadonlyMap<string, string>;

const editionOf = ({ id, code, edition, state, at, staffId, approvedAt, approvedBy, plan }: PlanRow, names: Names): PlanEdition => ({
  ...{ id, code, edition, state, at, approvedAt, plan },
  byName: names.get(staffId) ?? '',
  approvedName: names.get(approvedBy) ?? '',
});

/** @param replaced one of the unit's own is in force */
const shipped = (code: IncidentCode, replaced: boolean): PlanEdition => ({
  ...{ id: '', code, edition: SHIPPED_EDITION, at: null, byName: '', approvedAt: null, approvedName: '', plan: CATALOGUE[code] },
  state: replaced ? 'replaced' : 'in-force',
});

/** Each type with what is in force and what waits. */
export async function planStandings({ reader }: Host): Promise<PlanStanding[]> {
  const [rows, names] = [await reader.all('incidentPlans'), await namesOfStaff(reader)];
  return INCIDENT_CODES.map((code) => {
    const { row, draft } = standing(code, rows);
    return { code, inForce: row ? editionOf(row, names) : shipped(code, false), draft: draft && editionOf(draft, names) };
  });
}

/** All that counted, newest first; the shipped one last. */
export async function planEditions({ db, reader }: Host, code: IncidentCode): Promise<PlanEdition[]> {
  const rows = await reader.open('incidentPlans', await db.rows('incidentPlans').where('code').equals(code).toArray());
  const names = await namesOfStaff(reader);
  const counted = rows.filter(({ state, unreadable }) => state !== 'discarded' && !unreadable).sort((a, b) => b.edition - a.edition);
  const replaced = counted.some(({ state }) => state === 'in-force');
  return [...counted.map((row) => editionOf(row, names)), shipped(code, replaced)];
}

/** The number that a draft of this type bears: of what came into force none is missing and none stands twice. */
export const nextEdition = (rows: readonly PlanRow[]): number =>
  Math.max(SHIPPED_EDITION, ...rows.filter(({ state }) => state === 'in-force' || state === 'replaced').map(({ edition }) => edition)) + 1;

/** What must stay in the unit's lists: plans in force, drafts, and the plans of incidents that run. */
export async function usesOf(host: Host): Promise<EmergencyUses> {
  const standings = await planStandings(host);
  const running = await runningIncidents(host);
  return usesOfPlans([
    ...standings.map(({ code, inForce }) => ({ plan: inForce.plan, label: `${code} ${inForce.plan.name}` })),
    ...standings.flatMap(({ code, draft }) => (draft ? [{ plan: draft.plan, label: `${code} 的草案` }] : [])),
    ...running.flatMap(({ number, plan }) => (plan ? [{ plan, label: `进行中的 ${number}` }] : [])),
  ]);
}

const namesOfStaff = async (reader: Host['reader']): Promise<Names> =>
  new Map((await reader.all('staff')).map(({ id, name }) => [id, name]));
