import type { VisitState } from '../domain/visit';

export interface VisitFacts {
  state: VisitState;
  heads: number;
}
/** Totals kept with every write, so that no screen counts visits. */
export interface DayTotals {
  /** 批次 that are not void. */
  visits: number;
  /** 人次 of these. */
  heads: number;
  /** Heads in the hall: until the card is back, for an evacuation list rather counts one too many. */
  inHall: number;
  /** Cards neither returned nor void; a lost one is still out. */
  cardsOut: number;
}

const NONE: DayTotals = { visits: 0, heads: 0, inHall: 0, cardsOut: 0 };
const IN_HALL: readonly VisitState[] = ['issued', 'waiting', 'interview', 'ended'];

function count(facts: VisitFacts | null): DayTotals {
  if (!facts || facts.state === 'void') return NONE;
  const here = IN_HALL.includes(facts.state);
  return { visits: 1, heads: facts.heads, inHall: here ? facts.heads : 0, cardsOut: facts.state === 'returned' ? 0 : 1 };
}

/** What a write adds to its day: after minus before. */
export function totalsDelta(before: VisitFacts | null, after: VisitFacts | null): DayTotals {
  const a = count(before);
  const b = count(after);
  return { visits: b.visits - a.visits, heads: b.heads - a.heads, inHall: b.inHall - a.inHall, cardsOut: b.cardsOut - a.cardsOut };
}
