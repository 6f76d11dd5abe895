import type { IncidentCode, IncidentPlan } from '../domain/incident-plan';
import { AFFAIR_PLANS } from './catalogue/affairs';
import { DANGER_PLANS } from './catalogue/danger';
import { ORDER_PLANS } from './catalogue/order';
import { NEED_PLANS } from './catalogue/people-in-need';

/**
 * Edition 1 of the plan for each type of incident (incidents 3.4), in our own words: what a hall has before its leading
 * group has approved one of its own. A type without a plan does not compile. All limits are defaults to be confirmed by
 * the unit. No article of 治安管理处罚法 is named: it was renumbered in 2026, and belongs to the policy library.
 */
export const CATALOGUE: Readonly<Record<IncidentCode, IncidentPlan>> = {
  ...ORDER_PLANS,
  ...DANGER_PLANS,
  ...NEED_PLANS,
  ...AFFAIR_PLANS,
};
