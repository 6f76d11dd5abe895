import type { ForecastGrade } from '../domain/forecast';
import type { PreparationSettings, PreparationStep, StepState, StepView } from '../domain/preparation';
import { gradeRank } from './forecast-grade';

const MINUTE = 60_000;

/** What a checklist is counted back from. Instants are ms UTC. */
export interface Prepared {
  grade: ForecastGrade;
  /** Null: the hour is not known, and nothing is due by it. */
  plannedAt: number | null;
  /** Since when it is known that the hall prepares for it. */
  knownAt: number;
}

export interface PlannedStep {
  step: PreparationStep;
  dueAt: number | null;
  compressed: boolean;
}

/**
 * The checklist of a matter (plan S34, S37, S39): each step so many minutes before the planned time, none for 一般. A step
 * whose time had passed when the matter became known is compressed: it is due before the talk begins, never silently done.
 */
export function planSteps({ grade, plannedAt, knownAt }: Prepared, { steps }: Pick<PreparationSettings, 'steps'>): PlannedStep[] {
  return steps
    .filter((step) => gradeRank(grade) >= gradeRank(step.from))
    .map((step) => {
      if (plannedAt === null) return { step, dueAt: null, compressed: false };
      const due = plannedAt - step.minutesBefore * MINUTE;
      // Exactly so many minutes are enough: 60 left for T-60 is in time, 59 is not.
      return due < knownAt ? { step, dueAt: plannedAt, compressed: true } : { step, dueAt: due, compressed: false };
    })
    .sort((a, b) => b.step.minutesBefore - a.step.minutesBefore);
}

export const isCompressed = (steps: readonly { compressed: boolean }[]): boolean => steps.some(({ compressed }) => compressed);
export const COMPRESSED = '准备时间不足，按压缩流程执行';

/** Whole minutes past its time, at `at`: begun minutes count. */
export const minutesLate = (dueAt: number | null, at: number): number =>
  dueAt === null || at <= dueAt ? 0 : Math.ceil((at - dueAt) / MINUTE);

interface Turn {
  at: number;
  needs: boolean;
}
/**
 * Since when the hall prepares for a matter without interruption.
 * @param first when it was entered, and whether it was to be prepared for by the suggestion of then
 * @param gradings later decisions, oldest first
 */
export function knownSince(first: Turn, gradings: readonly Turn[]): number {
  let since = first.at;
  let was = first.needs;
  for (const { at, needs } of gradings) {
    if (needs && !was) since = at;
    was = needs;
  }
  return since;
}

/** How a step stands by itself: what settled it, or what it still wants. */
export interface Settled {
  state: StepState;
  at: number | null;
  byName: string;
  note: string;
  missing: string;
}
export const OPEN = (missing: string): Settled => ({ state: 'open', at: null, byName: '', note: '', missing });

export function stepView({ step, dueAt, compressed }: PlannedStep, settled: Settled, now: number): StepView {
  const { key, name, kind, mayOmit } = step;
  return {
    ...{ key, name, kind, mayOmit, dueAt, compressed },
    ...{ state: settled.state, doneAt: settled.at, byName: settled.byName, note: settled.note, missing: settled.missing },
    lateMinutes: settled.state === 'omitted' ? 0 : minutesLate(dueAt, settled.at ?? now),
  };
}

/** How many rounds a day wants: as many as its gravest matter (plan S15: more when one is 高风险). */
export const roundsNeeded = (grades: readonly ForecastGrade[], { rounds }: Pick<PreparationSettings, 'rounds'>): number =>
  Math.max(rounds.general, ...grades.map((grade) => rounds[grade]));
