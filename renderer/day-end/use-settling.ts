import { useState } from 'react';
import type { FlowAct, QueueRow } from '../../shared/domain/hall';
import type { ActRunner } from '../queue/use-act';
import { settledAs } from './acts';

/** Remembers the card that was settled last: it is out of the list by then, and a slip is noticed at once. */
export function useSettling(runner: ActRunner): { runner: ActRunner; last: QueueRow | null; takeBack(): void } {
  const [last, setLast] = useState<QueueRow | null>(null);
  const run = async (row: QueueRow, act: FlowAct): ReturnType<ActRunner['run']> => {
    const refused = await runner.run(row, act);
    const state = settledAs(act);
    if (!refused && state) setLast({ ...row, state });
    return refused;
  };
  const takeBack = (): void => {
    if (!last || runner.busy) return;
    setLast(null);
    void runner.run(last, { act: 'undo' });
  };
  return { runner: { ...runner, run }, last, takeBack };
}
