import type { IncidentCode } from '../../shared/domain/incident-plan';
import type { PlanSurroundings } from '../../shared/rules/plan-check';
import { useLive } from '../hooks/use-live';

/** What the rule looks at beside the plan itself, as the program has it when the plan is saved. */
export function useSurroundings(code: IncidentCode): PlanSurroundings {
  const emergency = useLive('settings.all', {}).value?.emergency;
  const standings = useLive('plan.list', {}).value ?? [];
  const others = standings.map(({ inForce }) => inForce.plan).filter((plan) => plan.code !== code && plan.digit !== '');
  return {
    contacts: new Set(emergency?.contacts.map(({ key }) => key)),
    conducts: new Set(emergency?.conducts.map(({ id }) => id)),
    digits: new Map(others.map((plan) => [plan.digit, { code: plan.code, name: plan.name }])),
  };
}
