import { useEffect, useState } from 'react';
import type { OutputOf } from '../../shared/contract';

/**
 * A live query whose last value stays, whatever happens behind it. While the storage comes back, the hall goes on
 * reading what was last called; an error message would tell visitors nothing they can act on.
 */
type Asked = 'hall.screen' | 'hall.display';
export const useHallScreen = (): OutputOf<'hall.screen'> | null => useLatest('hall.screen');
export const useHallDisplay = (): OutputOf<'hall.display'> | null => useLatest('hall.display');

function useLatest<N extends Asked>(name: N): OutputOf<N> | null {
  const [value, setValue] = useState<OutputOf<N> | null>(null);
  useEffect(
    () =>
      window.reception.subscribe<Asked>(name, {}, (result) => {
        if (result.ok) setValue(result.value as OutputOf<N>);
      }),
    [name],
  );
  return value;
}

/** ms UTC by the program's clock, once a second. */
export function useSecond(clockOffsetMs: number): number {
  const [now, setNow] = useState(() => Date.now() + clockOffsetMs);
  useEffect(() => {
    const tick = (): void => setNow(Date.now() + clockOffsetMs);
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [clockOffsetMs]);
  return now;
}
