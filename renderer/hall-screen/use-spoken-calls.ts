import { useEffect, useReducer } from 'react';
import type { HallDisplay } from '../../shared/domain/hall-screen';
import type { SpokenCall } from '../../shared/rules/spoken-call';
import { onPicture, onSpoken, onTest, SILENT, type SpokenQueue } from '../../shared/rules/spoken-queue';
import { speak } from './speaker';

type Event = { kind: 'picture'; calls: readonly SpokenCall[]; now: number } | { kind: 'test'; call: SpokenCall } | { kind: 'spoken' };

function turn(queue: SpokenQueue, event: Event): SpokenQueue {
  if (event.kind === 'picture') return onPicture(queue, event.calls, event.now);
  return event.kind === 'test' ? onTest(queue, event.call) : onSpoken(queue);
}

/** Speaks what the queue of calls says, one after the other. */
export function useSpokenCalls(calls: readonly SpokenCall[] | null, display: HallDisplay | null, test: SpokenCall | null): void {
  const [queue, tell] = useReducer(turn, SILENT);
  const ready = display !== null;
  const offset = display?.clockOffsetMs ?? 0;

  useEffect(() => {
    if (calls && ready) tell({ kind: 'picture', calls, now: Date.now() + offset });
  }, [calls, ready, offset]);

  const tested = test?.calls;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a test is spoken once, by its number; the rest of it only follows
  useEffect(() => {
    if (test) tell({ kind: 'test', call: test });
  }, [tested]);

  const { speaking } = queue;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sound is the setting's at the moment the call begins
  useEffect(() => {
    if (!speaking || !display) return;
    let left = false;
    void speak(speaking, display).finally(() => {
      if (!left) tell({ kind: 'spoken' });
    });
    return () => {
      left = true;
    };
  }, [speaking]);
}
