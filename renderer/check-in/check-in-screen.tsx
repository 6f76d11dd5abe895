// In this order: what is asked when there is much, and on a narrow screen, has the last word.
import './check-in.css';
import './people.css';
import './paper.css';
import './reader.css';
import './saved.css';
import './known.css';
import './tight.css';
import './narrow.css';
import { dayOf } from '../../shared/rules/time';
import { useLive } from '../hooks/use-live';
import { programNow } from '../stores/session';
import { CheckIn } from './check-in';

/** 登记台. Waits for the hall's settings; afterwards it is never taken down while the same person is signed in. */
export function CheckInScreen({ active }: { active: boolean }) {
  const settings = useLive('settings.all', {}).value;
  const hall = useLive('hall.now', {}).value;
  if (!settings) return null;
  return <CheckIn active={active} settings={settings} today={hall?.date ?? dayOf(programNow())} />;
}
