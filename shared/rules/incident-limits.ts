import type { IncidentPlan } from '../domain/incident-plan';
import { minutesLate } from './incident-facts';

interface Call {
  name: string;
  when: string;
  due: number;
  toldAt: number | null;
}
interface Facts {
  plan: IncidentPlan | null;
  /** Those done, with their moment on the incident's clock. */
  stepsDone: Readonly<Record<string, number>>;
  calls: readonly Call[];
  controlledAt: number | null;
  /** Minutes; null: the level sets none. */
  controlWithin: number | null;
  /** How far the incident's clock is. */
  elapsed: number;
}

export interface Limit {
  what: string;
  /** Ms on the incident's clock. */
  due: number;
  /** When it was done; null: never. */
  doneAt: number | null;
  kept: boolean;
}

const MINUTE = 60_000;
/** So far away is what nobody asked for. */
const NEVER = Number.MAX_SAFE_INTEGER / 2;

/** Every limit that ran in an incident, the earliest first, and whether it was kept: what the review begins with (incidents 3.5). */
export function limitsOf({ plan, stepsDone, calls, controlledAt, controlWithin, elapsed }: Facts): Limit[] {
  const limits: Limit[] = [];
  const add = (what: string, due: number, doneAt: number | null): void => {
    // One that is still running at the end was not missed.
    if (doneAt !== null || minutesLate(elapsed, due) > 0)
      limits.push({ what, due, doneAt, kept: doneAt !== null && minutesLate(doneAt, due) === 0 });
  };
  for (const step of plan?.steps ?? []) if (step.within !== null) add(step.text, step.within * MINUTE, stepsDone[step.id] ?? null);
  for (const { name, when, due, toldAt } of calls) if (when === '' && due < NEVER) add(`告知${name}`, due, toldAt);
  if (controlWithin !== null) add('受控', controlWithin * MINUTE, controlledAt);
  return limits.sort((a, b) => a.due - b.due);
}

/** The limits in a sentence, for a person to go on from. */
export function limitsInWords(limits: readonly Limit[]): string {
  if (limits.length === 0) return '没有设定时限。';
  const missed = limits.filter(({ kept }) => !kept);
  if (missed.length === 0) return `${limits.length} 项时限全部做到。`;
  const each = missed.map(({ what, due, doneAt }) => (doneAt === null ? `${what}未完成` : `${what}超时 ${minutesLate(doneAt, due)} 分钟`));
  return `${limits.length} 项时限，做到 ${limits.length - missed.length} 项；${each.join('，')}。`;
}
