import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '../bridge';

/**
 * Ms on the clock of something that runs, now. The program keeps that clock; here is only how far it was when last asked,
 * and how long ago that is by a clock that nobody sets.
 * @param ended where the clock stopped; null while it runs
 */
export function useRunningClock(name: 'interview.clock' | 'incident.clock', id: string, ended: number | null): () => number {
  const anchor = useRef({ elapsed: ended ?? 0, at: performance.now() });
  // Heard once: whoever shows the clock reads it anew then, and not a second later.
  const [heard, setHeard] = useState(false);
  useEffect(() => {
    let here = true;
    const asked = performance.now();
    void ask(name, { id }).then((result) => {
      if (!here || !result.ok) return;
      // It answered somewhere between asking and hearing: the middle is at most half of that off.
      anchor.current = { elapsed: result.value.elapsed, at: (asked + performance.now()) / 2 };
      setHeard(true);
    });
    return () => {
      here = false;
    };
  }, [name, id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another function is how readers learn of it
  return useCallback(() => ended ?? Math.round(anchor.current.elapsed + performance.now() - anchor.current.at), [ended, heard]);
}
