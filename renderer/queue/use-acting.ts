import { useState } from 'react';
import type { FlowAct, QueueRow } from '../../shared/domain/hall';
import { go } from '../stores/route';
import { useScreen } from '../stores/screen';
import type { Offered } from './acts';
import type { ActRunner } from './use-act';

export interface Asking {
  row: QueueRow;
  act: Offered['act'];
}

type ActOf = (row: QueueRow, act: Offered['act']) => FlowAct | null;

/** Acts that need nothing more are done at once; the others open their dialog. @param atOnce what a screen does without asking, too */
export function useActing(runner: ActRunner, rows: readonly QueueRow[], atOnce: ActOf = () => null) {
  const openVisit = useScreen((s) => s.openVisit);
  const beginTalk = useScreen((s) => s.begin);
  const talkOf = useScreen((s) => s.talkOf);
  const [asking, setAsking] = useState<{ id: string; act: Offered['act'] } | null>(null);
  const begin = (row: QueueRow, act: Offered['act']): void => {
    const plain = atOnce(row, act) ?? plainAct(row, act);
    if (act === 'open') openVisit(row.id);
    else if (act === 'enter') beginTalk({ visitId: row.id, from: row.state, queueNumber: row.queueNumber, roomId: row.roomId });
    // It ends with its result, on its own screen.
    else if (act === 'end') {
      talkOf(row.id);
      go('interview');
    } else if (!plain) setAsking({ id: row.id, act });
    else if (!runner.busy) void runner.run(row, plain);
  };
  // The dialog shows the row as it is now; when it has left the hall there is nothing to ask any more.
  const row = rows.find((each) => each.id === asking?.id);
  return { begin, asking: asking && row ? { act: asking.act, row } : null, close: () => setAsking(null) };
}

function plainAct(row: QueueRow, act: Offered['act']): FlowAct | null {
  switch (act) {
    case 'recall':
    case 'absent':
    case 'find':
    case 'undo':
      return { act };
    case 'return':
      // Without an interview, or with things still held, somebody is asked first.
      return row.state === 'ended' && row.heldItems === 0 ? { act } : null;
    default:
      return null;
  }
}
