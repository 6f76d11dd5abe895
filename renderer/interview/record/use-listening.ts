import { useCallback, useState } from 'react';
import type { InterviewNote } from '../../../shared/domain/interview';
import type { RecordingView } from '../../../shared/domain/recordings';
import { soundAt } from '../../../shared/rules/recordings';
import { useLive } from '../../hooks/use-live';
import { useRecorder } from '../../recording/recorder-store';
import { TEXTS } from '../../recording/texts';

export interface Listening {
  /** There is something to hear. */
  any: boolean;
  open: { recording: RecordingView; from: { atMs: number; asked: number } } | null;
  /** Why nothing is heard; a sentence. */
  problem: string;
  fromNote(note: Pick<InterviewNote, 'elapsed'>): void;
  close(): void;
}

/** The sound of one interview, from the moment of a note. Not while it is recorded: what is heard would be recorded again. */
export function useListening(interviewId: string): Listening {
  const recordings = useLive('recording.ofInterview', { interviewId }).value;
  const recording = useRecorder((store) => store.phase === 'recording');
  const [from, setFrom] = useState<{ id: string; atMs: number; asked: number } | null>(null);
  const [problem, setProblem] = useState('');
  const fromNote = useCallback(
    ({ elapsed }: Pick<InterviewNote, 'elapsed'>): void => {
      const found = recording ? null : soundAt(recordings ?? [], elapsed);
      setProblem(found ? '' : recording ? TEXTS.notWhileRecording : TEXTS.nothingThere);
      if (found) setFrom((before) => ({ ...found, asked: (before?.asked ?? 0) + 1 }));
    },
    [recordings, recording],
  );
  const chosen = recordings?.find(({ id }) => id === from?.id);
  return {
    any: recordings?.some(({ state }) => state === 'done') ?? false,
    open: from && chosen ? { recording: chosen, from } : null,
    problem,
    fromNote,
    close: () => {
      setFrom(null);
      setProblem('');
    },
  };
}
