import { useNow } from '../hooks/use-now';
import { TEXTS as TALK } from '../interview/texts';
import { useRecorder } from './recorder-store';

/** How long it has recorded. */
export function RecordingTime() {
  useNow(1000);
  const since = useRecorder((store) => store.since);
  return <span className="recorder-time">{TALK.clock(performance.now() - since)}</span>;
}
