import { useEffect } from 'react';
import { ask } from '../bridge';

const AT_MOST_EVERY_MS = 5000;

/** Tells the program that somebody is at the keyboard, so that the idle lock waits. */
export function useTouch(): void {
  useEffect(() => {
    let last = -AT_MOST_EVERY_MS;
    const touch = (): void => {
      const now = performance.now();
      if (now - last < AT_MOST_EVERY_MS) return;
      last = now;
      void ask('session.touch', {});
    };
    const events = ['keydown', 'pointerdown', 'wheel'] as const;
    for (const name of events) window.addEventListener(name, touch, { capture: true, passive: true });
    return () => {
      for (const name of events) window.removeEventListener(name, touch, { capture: true });
    };
  }, []);
}
