import { useEffect, useState } from 'react';
import { TEXTS } from '../texts';

/** The running time, once a second, alone: nothing else is drawn again for it. */
export function Elapsed({ now }: { now: () => number }) {
  const [ms, setMs] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setMs(now()), 1000);
    setMs(now());
    return () => clearInterval(timer);
  }, [now]);
  return (
    <div role="timer" className="talk-elapsed" aria-label={TEXTS.elapsed}>
      {TEXTS.clock(ms)}
    </div>
  );
}
