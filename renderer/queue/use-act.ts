import { useCallback, useState } from 'react';
import type { FlowAct, QueueRow } from '../../shared/domain/hall';
import type { HallSettings } from '../../shared/domain/settings';
import type { AppError } from '../../shared/result';
import { ask } from '../bridge';
import { noteOwnAct } from './own-calls';
import { TEXTS } from './texts';

export interface ActRunner {
  /** What was done last, in a sentence. */
  done: string;
  error: AppError | undefined;
  busy: boolean;
  /** @returns the refusal, for a dialog that shows it beside its field; null when it was done */
  run(row: QueueRow, act: FlowAct): Promise<AppError | null>;
  say(sentence: string): void;
}

/** Does acts and keeps the last sentence. The state that the row showed goes along: whoever was quicker wins, and is seen. */
export function useAct(hall: HallSettings): ActRunner {
  const [done, setDone] = useState('');
  const [error, setError] = useState<AppError>();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async (row: QueueRow, act: FlowAct) => {
      setBusy(true);
      const result = await ask('visit.act', { id: row.id, from: row.state, act });
      setBusy(false);
      if (result.ok) noteOwnAct(row, act);
      setError(result.ok ? undefined : result.error);
      setDone(result.ok ? sentence(row, act, hall) : '');
      return result.ok ? null : result.error;
    },
    [hall],
  );
  const say = useCallback((text: string) => {
    setError(undefined);
    setDone(text);
  }, []);
  return { done, error, busy, run, say };
}

function sentence(row: QueueRow, act: FlowAct, { rooms }: HallSettings): string {
  const roomId = 'roomId' in act && act.roomId ? act.roomId : row.roomId;
  return TEXTS.done[act.act](row.queueNumber, rooms.find((room) => room.id === roomId)?.name ?? '');
}
