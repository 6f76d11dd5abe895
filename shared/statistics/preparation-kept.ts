import type { PreparationItem, PreparationStep } from '../domain/preparation';

/** How the preparing of some matters went: which were ready so many minutes before their time, and which were not. */
export interface Kept {
  /** Minutes before the planned time (plan S34, S37, S39: 60, 30, 20). */
  before: number;
  inTime: string[];
  late: string[];
}
type Steps = readonly Pick<PreparationStep, 'key' | 'minutesBefore'>[];
type Item = Pick<PreparationItem, 'id'> & {
  steps: readonly Pick<PreparationItem['steps'][number], 'key' | 'dueAt' | 'compressed' | 'state' | 'lateMinutes'>[];
};

/** The times that the hall's checklist counts back to, the earliest first. */
export const timesBefore = (steps: Steps): number[] => [...new Set(steps.map(({ minutesBefore }) => minutesBefore))].sort((a, b) => b - a);

/**
 * A matter was ready at T-60 when every step of T-60 was settled by then; it was late as soon as one was not. What had too
 * little time from the beginning, what was left out with a reason and what has no hour says nothing of either, and a matter
 * whose time is still to come is neither yet.
 */
export function preparationKept(items: readonly Item[], steps: Steps): Kept[] {
  return timesBefore(steps).map((before) => {
    const kept: Kept = { before, inTime: [], late: [] };
    const keys = new Set(steps.filter(({ minutesBefore }) => minutesBefore === before).map(({ key }) => key));
    for (const item of items) {
      const own = item.steps.filter((step) => keys.has(step.key) && step.dueAt !== null && !step.compressed && step.state !== 'omitted');
      if (own.some(({ lateMinutes }) => lateMinutes > 0)) kept.late.push(item.id);
      else if (own.length > 0 && own.every(({ state }) => state === 'done')) kept.inTime.push(item.id);
    }
    return kept;
  });
}
