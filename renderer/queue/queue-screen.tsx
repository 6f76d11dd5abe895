import { useLive } from '../hooks/use-live';
import { Queue } from './queue';

/** 「等候」: who waits, who is called, who is talked with. */
export function QueueScreen() {
  const settings = useLive('settings.all', {}).value;
  return settings ? <Queue settings={settings} /> : null;
}
