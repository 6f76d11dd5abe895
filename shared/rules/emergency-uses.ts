import { type EmergencySettings, levelName } from '../domain/emergency';
import type { IncidentPlan } from '../domain/incident-plan';

/** Where a contact or a conduct is referred to, in words; by its key. What is referred to cannot be removed. */
export interface EmergencyUses {
  contacts: ReadonlyMap<string, readonly string[]>;
  conducts: ReadonlyMap<string, readonly string[]>;
}

/** A plan that counts, and how it is called: in force, waiting for approval, or of an incident that runs. */
export interface CountedPlan {
  plan: Pick<IncidentPlan, 'calls' | 'conducts'>;
  label: string;
}

export function usesOfPlans(plans: readonly CountedPlan[]): EmergencyUses {
  const uses = { contacts: new Map<string, string[]>(), conducts: new Map<string, string[]>() };
  for (const { plan, label } of plans) {
    for (const { to } of plan.calls) note(uses.contacts, to, label);
    for (const id of plan.conducts) note(uses.conducts, id, label);
  }
  return uses;
}

/** The same with the levels, as they are being edited. */
export function allUses(uses: EmergencyUses, levels: EmergencySettings['levels']): EmergencyUses {
  const contacts = new Map([...uses.contacts].map(([key, labels]) => [key, [...labels]]));
  for (const { level, commander, calls } of levels)
    for (const key of [commander, ...calls.map(({ to }) => to)]) note(contacts, key, levelName(level));
  return { contacts, conducts: uses.conducts };
}

function note(uses: Map<string, string[]>, key: string, label: string): void {
  const labels = uses.get(key) ?? [];
  if (!labels.includes(label)) labels.push(label);
  uses.set(key, labels);
}
