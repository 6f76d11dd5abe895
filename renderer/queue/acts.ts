import type { FlowActName, QueueRow } from '../../shared/domain/hall';
import { mayAct } from '../../shared/rules/visit-flow';

/** What a screen offers for a row: acts that are done at once, and such that ask something first. */
export interface Offered {
  act: FlowActName | 'items' | 'split' | 'open';
  key: string;
}

const KEYS: readonly Offered[] = [
  { act: 'guide', key: 'G' },
  { act: 'call', key: 'C' },
  { act: 'recall', key: 'R' },
  { act: 'absent', key: 'A' },
  { act: 'enter', key: 'I' },
  { act: 'end', key: 'E' },
  { act: 'transfer', key: 'T' },
  { act: 'return', key: 'B' },
  { act: 'roll-call', key: 'D' },
  { act: 'arrive', key: 'N' },
  { act: 'lose', key: 'L' },
  { act: 'find', key: 'F' },
  { act: 'items', key: 'W' },
  { act: 'split', key: 'S' },
  { act: 'open', key: 'O' },
  { act: 'undo', key: 'Ctrl+Z' },
];

/** The one act that Enter does: the next step of the way. */
function nextAct(row: QueueRow, mayTalk: boolean): FlowActName | null {
  if (row.state === 'issued') return 'guide';
  if (row.state === 'waiting') return row.calledAt === null ? 'call' : mayTalk ? 'enter' : null;
  if (row.state === 'interview') return mayTalk ? 'end' : null;
  if (row.state === 'lost') return 'find';
  return row.state === 'ended' ? 'return' : null;
}

/** Which acts a screen offers, and which of them Enter does. */
export interface Offer {
  next(row: QueueRow, mayTalk: boolean): FlowActName | null;
  acts(row: QueueRow, mayTalk: boolean): Offered[];
}

/** Acts with their keys, in the order of the way. @param mayTalk an interview is begun and ended by those who hold it */
export function offeredActs(row: QueueRow, mayTalk: boolean): Offered[] {
  const flow = {
    state: row.state,
    calledAt: row.calledAt,
    cardLostAt: row.cardLost ? row.registeredAt : null,
    undo: row.canUndo ? {} : null,
  };
  return KEYS.filter(({ act }) => {
    if (act === 'open' || act === 'items') return true;
    if ((act === 'enter' || act === 'end') && !mayTalk) return false;
    if (act === 'split') return row.kind === 'collective' && row.named > 1 && (row.state === 'issued' || row.state === 'waiting');
    // Somebody alone is here or is not: there is nothing to count.
    if (act === 'roll-call') return row.heads > 1 && mayAct(act, flow);
    return mayAct(act, flow);
  });
}

export const WHOLE_DAY: Offer = { next: nextAct, acts: offeredActs };
