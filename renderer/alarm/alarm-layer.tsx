import { useEffect, useRef } from 'react';
import { useLive } from '../hooks/use-live';
import { AlarmDialog } from './alarm-dialog';
import { OtherAlarms } from './other-alarms';
import { useAlarmKey } from './use-alarm-key';

/**
 * 报警 over whatever is shown, whoever is signed in or not. `onOpen` hears of one that went out, also by itself, and of another
 * desk's that was taken note of here.
 */
export function AlarmLayer({ onOpen }: { onOpen(id: string): void }) {
  useAlarmKey();
  const pending = useLive('alarm.pending', {}).value;
  const id = pending?.id ?? '';
  const before = useRef('');
  const sent = useRef(onOpen);
  sent.current = onOpen;
  useEffect(() => {
    // Chosen here, or gone by itself: in both ways the program has let go of it.
    if (before.current !== '' && before.current !== id) sent.current(before.current);
    before.current = id;
  }, [id]);
  return (
    <>
      {pending && id !== '' && <AlarmDialog key={id} pending={pending} />}
      <OtherAlarms onTaken={onOpen} />
    </>
  );
}
