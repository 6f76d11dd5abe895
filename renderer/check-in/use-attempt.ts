import { useCallback, useRef, useState } from 'react';
import { type Attempt, newAttempt } from './attempt';

/** The attempt as state for the picture, and as `current()` for what runs later and must not see an old one. */
export function useAttempt(): { attempt: Attempt; setAttempt(next: Attempt): void; current(): Attempt } {
  const [attempt, show] = useState<Attempt>(newAttempt);
  const latest = useRef(attempt);
  const setAttempt = useCallback((next: Attempt) => {
    latest.current = next;
    show(next);
  }, []);
  const current = useCallback(() => latest.current, []);
  return { attempt, setAttempt, current };
}
