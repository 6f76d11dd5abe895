import { INSTRUCTION, type PromiseStanding, type PromiseState } from '../domain/deadlines';
import type { MatterState } from '../domain/known-person';
import { DEADLINE_KINDS } from './deadline-kinds';

/** 申请复查, 申请复核: the visitor's own right to ask (条例 35、36 条). It binds nobody here, and what is not used lapses. */
const RIGHTS: ReadonlySet<string> = new Set(
  Object.entries(DEADLINE_KINDS)
    .filter(([, { who }]) => who === '信访人')
    .map(([code]) => code),
);
export const isRight = (code: string): boolean => RIGHTS.has(code);

interface Promised {
  code: string;
  state: PromiseState;
  due: string;
}

/** How a promise stands on a day. A right lapses by itself, so nothing has to be written for it. */
export function standing({ code, state, due }: Promised, today: string): PromiseStanding {
  if (state === 'kept' || state === 'void') return state;
  if (!isRight(code)) return 'open';
  return due < today ? 'lapsed' : 'right';
}

/**
 * Whether a promise ends with its matter: 办结 takes what the unit owed with it and leaves the visitor the right to ask;
 * after 复核终结, 不再受理 there is nothing more to ask (条例 36 条). A leader's instruction outlives both.
 */
export const endsWith = (becomes: MatterState | null | undefined, code: string): boolean =>
  code !== INSTRUCTION && (becomes === 'final' || (becomes === 'closed' && !isRight(code)));

/** Whether somebody may still need what a talk left behind, its sound above all. */
export function stillNeeded(matter: MatterState, promises: readonly Promised[], today: string): boolean {
  if (matter === 'open') return true;
  if (matter === 'final') return false;
  return promises.some((promise) => ['open', 'right'].includes(standing(promise, today)));
}

/** Of the unit's own: neither void nor a right of the visitor's, which is told to nobody above. */
export const isCurrentPromise = ({ code, state }: Pick<Promised, 'code' | 'state'>): boolean => state !== 'void' && !isRight(code);
