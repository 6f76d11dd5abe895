import { useEffect, useRef } from 'react';
import type { AlarmView } from '../../shared/domain/incident';
import { playTones } from '../components/tones';
import { useLive } from '../hooks/use-live';
import { useTick } from '../hooks/use-tick';
import { useSession } from '../stores/session';
import { unheardAlarms, useHeard } from './heard-alarms';

/** Three rising pairs: not the recorder's two tones, and not the hall's chime. */
const TONES = [0, 0.8, 1.6].flatMap((at) => [
  { at, frequency: 740, seconds: 0.25 },
  { at: at + 0.3, frequency: 988, seconds: 0.35 },
]);
const LOUDNESS = 0.5;
/** Again, for whoever was away from the desk; not for ever, for visitors hear it too. */
const AGAIN_MS = 15_000;
const TIMES = 8;

const uptime = (): number => performance.now();

/** Alarms of other desks that wait to be heard here, and their sound. */
export function useOtherAlarms(): AlarmView[] {
  // Before the hall's data is open nothing is answered, and whoever asks then hears no later answer either.
  const ready = useSession((s) => s.program?.phase === 'ready');
  const running = useLive('alarm.running', {}, ready).value ?? [];
  const own = useSession((s) => s.program?.deskCode ?? '');
  const heard = useHeard((s) => s.heard);
  const now = useTick(uptime, 5000);
  const since = useRef(new Map<string, number>());
  for (const { id } of running) if (!since.current.has(id)) since.current.set(id, now);
  const waiting = unheardAlarms(running, own, heard, (id) => now - (since.current.get(id) ?? now));

  const ids = waiting.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (ids === '') return;
    let times = 0;
    const sound = (): void => {
      playTones(TONES, LOUDNESS);
      times += 1;
      if (times >= TIMES) clearInterval(again);
    };
    const again = setInterval(sound, AGAIN_MS);
    sound();
    return () => clearInterval(again);
  }, [ids]);
  return waiting;
}
