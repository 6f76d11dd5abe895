import { useCallback, useEffect, useRef, useState } from 'react';
import type { PeriodUnit, StatReport } from '../../shared/domain/statistics';
import type { AppError } from '../../shared/result';
import { ask } from '../bridge';

interface Asked {
  unit: PeriodUnit;
  day: string;
  places: boolean;
}
export interface Walking {
  /** What is known by now: first what is kept, in the end all of it. */
  report: StatReport | null;
  walkId: string;
  done: number;
  total: number;
  state: 'reading' | 'walking' | 'whole' | 'stopped' | 'failed';
  error: AppError | undefined;
}

/** So often the progress is painted, however quick the steps are. */
const PAINT_MS = 150;
const NOTHING: Walking = { report: null, walkId: '', done: 0, total: 0, state: 'reading', error: undefined };

/**
 * The figures of a period: what is kept is there with the first answer, the rest comes in steps that the storage takes
 * between whatever else the desk asks of it. Leaving, another period and 「停止」 end it by not asking on.
 */
export function useWalk({ unit, day, places }: Asked, turn: number): Walking & { stop(): void } {
  const [walking, setWalking] = useState<Walking>(NOTHING);
  const running = useRef({ on: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` is how it is begun anew
  useEffect(() => {
    const mine = { on: true };
    running.current = mine;
    const walkId = crypto.randomUUID();
    const tell = (news: Partial<Walking>): void => {
      if (mine.on) setWalking((was) => ({ ...was, ...news }));
    };
    void (async () => {
      tell({ walkId, done: 0, total: 0, state: 'reading', error: undefined });
      const first = await ask('statistics.report', { unit, day });
      if (!first.ok) return tell({ report: null, state: 'failed', error: first.error });
      tell({ report: first.value, state: 'walking' });
      for (let painted = 0; mine.on; ) {
        const step = await ask('statistics.walk', { walkId, unit, day, places });
        if (!step.ok) return tell({ state: 'failed', error: step.error });
        const { report, done, total } = step.value;
        if (report) return tell({ report, done, total, state: 'whole' });
        const now = performance.now();
        if (now - painted < PAINT_MS) continue;
        painted = now;
        tell({ done, total });
      }
    })();
    return () => {
      mine.on = false;
    };
  }, [unit, day, places, turn]);
  const stop = useCallback(() => {
    if (!running.current.on) return;
    running.current.on = false;
    setWalking((was) => (was.state === 'walking' ? { ...was, state: 'stopped' } : was));
  }, []);
  return { ...walking, stop };
}
