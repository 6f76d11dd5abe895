import { useEffect, useState } from 'react';

/** The value of a clock, read again every so many ms: for what counts up or down on the screen. */
export function useTick(now: () => number, everyMs = 1000): number {
  const [value, setValue] = useState(now);
  useEffect(() => {
    setValue(now());
    const timer = setInterval(() => setValue(now()), everyMs);
    return () => clearInterval(timer);
  }, [now, everyMs]);
  return value;
}
