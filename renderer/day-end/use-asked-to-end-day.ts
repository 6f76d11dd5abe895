import { useEffect, useRef } from 'react';
import type { SessionView } from '../../shared/contract/session';
import { useLive } from '../hooks/use-live';
import { useScreen } from '../stores/screen';
import { mayAsk } from '../stores/session';

/** The window was to be closed while the day is not ended: 日终 comes forward, over whatever stands open. */
export function useAskedToEndDay(session: SessionView): void {
  const times = useLive('dayEnd.asked', {}).value?.times;
  const endDay = useScreen((s) => s.endDay);
  const before = useRef<number>(undefined);
  const may = mayAsk(session, 'dayEnd.close') && !session.locked;
  useEffect(() => {
    if (times === undefined) return;
    if (before.current !== undefined && times > before.current && may) endDay('quit');
    before.current = times;
  }, [times, may, endDay]);
}
