import { useEffect, useState } from 'react';

/** Seconds left of a delay that the program asked for; counts down to 0. */
export function useCountdown(): { left: number; begin(seconds: number): void } {
  const [until, setUntil] = useState(0);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const tick = (): void => setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1000)));
    tick();
    if (until <= performance.now()) return;
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [until]);
  return { left, begin: (seconds) => setUntil(performance.now() + seconds * 1000) };
}
