import { useRef, useState } from 'react';

/**
 * What was chosen last is what is asked for; what was chosen while an earlier question was on its way is left out. Arrow
 * keys choose faster than fifty thousand lines are judged.
 * @returns `wanted`: chosen last and still on its way; null when everything is answered
 */
export function useNewest<C>(ask: (choice: C) => Promise<void>): { wanted: C | null; choose(choice: C): void } {
  const [wanted, setWanted] = useState<C | null>(null);
  const next = useRef<{ choice: C } | null>(null);
  const running = useRef(false);
  const latest = useRef(ask);
  latest.current = ask;
  const run = async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    while (next.current) {
      const { choice } = next.current;
      next.current = null;
      await latest.current(choice);
    }
    running.current = false;
    setWanted(null);
  };
  const choose = (choice: C): void => {
    next.current = { choice };
    setWanted(choice);
    void run();
  };
  return { wanted, choose };
}
