import type { HeadsByState } from '../domain/hall';
import type { VisitState } from '../domain/visit';
import { headsByState, NOBODY, type PresenceFlow } from './presence';

export type VisitFacts = PresenceFlow;

/**
 * Totals kept with every write, so that no screen counts visits. Everybody who came is somewhere:
 * heads = in the hall + returned + lost + left early.
 */
export interface DayTotals extends HeadsByState {
  /** 批次 that are not void. */
  visits: number;
  /** 人次 of these. */
  heads: number;
  /** Heads in the hall: until the card is back, for an evacuation list rather counts one too many. */
  inHall: number;
  /** Cards neither returned nor void; a lost one is still out. */
  cardsOut: number;
  /** Heads of visits whose card is back, and of those whose card stays lost. */
  returned: number;
  lost: number;
  /** Heads that left before the others of their visit. */
  leftEarly: number;
}

export const NO_TOTALS: DayTotals = { visits: 0, heads: 0, inHall: 0, cardsOut: 0, returned: 0, lost: 0, leftEarly: 0, ...NOBODY };

const GONE: readonly VisitState[] = ['returned', 'lost'];

function count(facts: VisitFacts | null): DayTotals {
  if (!facts || facts.state === 'void') return NO_TOTALS;
  const { state, heads, left } = facts;
  const here = headsByState(facts);
  const inHall = here.issued + here.waiting + here.interview + here.ended;
  const stayed = GONE.includes(state) ? heads - left : 0;
  return {
    ...here,
    visits: 1,
    heads,
    inHall,
    cardsOut: state === 'returned' ? 0 : 1,
    returned: state === 'returned' ? stayed : 0,
    lost: state === 'lost' ? stayed : 0,
    leftEarly: left,
  };
}

const NAMES = Object.keys(NO_TOTALS) as (keyof DayTotals)[];
const combine = (a: DayTotals, b: DayTotals, sign: 1 | -1): DayTotals =>
  // `|| 0`: rows kept before a total was counted do not have it, and a minus zero is a zero.
  Object.fromEntries(NAMES.map((name) => [name, (a[name] ?? 0) + sign * (b[name] ?? 0) || 0])) as unknown as DayTotals;

export const addTotals = (a: DayTotals, b: DayTotals): DayTotals => combine(a, b, 1);
/** What a write adds to its day: after minus before. */
export const totalsDelta = (before: VisitFacts | null, after: VisitFacts | null): DayTotals => combine(count(after), count(before), -1);
