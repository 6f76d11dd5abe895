import type { FlowAct, QueueRow } from '../../shared/domain/hall';
import { type Offer, offeredActs } from '../queue/acts';

/** Nobody is guided or called any more: what settles a card, and what stands in its way. */
const ACTS: ReadonlySet<string> = new Set(['end', 'return', 'lose', 'find', 'items', 'open', 'undo']);

export const DAY_END: Offer = {
  next: (row, mayTalk) => {
    if (row.state === 'interview') return mayTalk ? 'end' : null;
    return row.state === 'lost' ? 'find' : 'return';
  },
  acts: (row, mayTalk) => offeredActs(row, mayTalk).filter(({ act }) => ACTS.has(act)),
};

/** One key settles a card, and Ctrl+Z brings it back: nothing is asked but where things are still held. */
export function settlingAct(row: QueueRow, act: string): FlowAct | null {
  if (row.heldItems > 0) return null;
  if (act === 'return') return { act };
  return act === 'lose' ? { act, present: false } : null;
}

/** In which state the act leaves a visit that is settled by it; null: it is not settled. */
export function settledAs(act: FlowAct): QueueRow['state'] | null {
  if (act.act === 'return') return 'returned';
  return act.act === 'lose' && !act.present ? 'lost' : null;
}
