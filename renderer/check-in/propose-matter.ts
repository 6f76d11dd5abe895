import type { MatterView } from '../../shared/domain/known-person';
import type { RuleSettings } from '../../shared/domain/settings';
import { isMarked, visitCount } from '../../shared/rules/repeat';

/** A visit may still belong to it. */
export const isUnresolved = (matter: MatterView): boolean => matter.state === 'open' || matter.state === 'answered';

/**
 * The matter that this visit most likely belongs to: the only unresolved one, as long as the field the clerk chose does
 * not say otherwise. Only a proposal: the clerk's own choice stands.
 */
export function proposeMatter(matters: readonly MatterView[], fieldCode: string): MatterView | null {
  const fitting = matters.filter((matter) => isUnresolved(matter) && (fieldCode === '' || matter.fieldCode === fieldCode));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

export interface Repeat {
  /** Which visit in the matter this would be, 1 for the first. */
  count: number;
  repeated: boolean;
  /** The 4th and later in an unresolved matter. */
  marked: boolean;
}
export function repeatOf(matter: MatterView | undefined, rules: RuleSettings): Repeat {
  if (!matter) return { count: 1, repeated: false, marked: false };
  const count = visitCount(matter.visits);
  return { count, repeated: count > 1, marked: isMarked(count, isUnresolved(matter), rules) };
}
