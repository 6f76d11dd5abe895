import { useEffect, useState } from 'react';
import { programNow } from '../stores/session';

/** The program's time, refreshed every `everyMs`; for clocks and countdowns only, never for what is stored. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(programNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(programNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
