import { useLive } from '../hooks/use-live';
import { useMayAsk } from '../stores/session';
import { HALL_SCREEN } from './hall-screen-texts';

/** Whether the hall sees its screen: the clerk's back is turned to it. */
export function HallScreenLine() {
  const state = useLive('hallScreen.status', {}, useMayAsk('hallScreen.status')).value?.state ?? 'off';
  if (state === 'off') return null;
  return <span className={state === 'waiting' ? 'tone-warn' : ''}>{HALL_SCREEN.line[state]}</span>;
}
