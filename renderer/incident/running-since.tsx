import { useRunningClock } from '../hooks/use-running-clock';
import { useTick } from '../hooks/use-tick';
import { TEXTS } from './texts';

/** How long an incident runs already. */
export function RunningSince({ id }: { id: string }) {
  return <b role="timer">{TEXTS.clock(useTick(useRunningClock('incident.clock', id, null)))}</b>;
}
