import { isOverdue, openMinutes } from '../../shared/rules/messages';
import { useLive } from '../hooks/use-live';
import { useNow } from '../hooks/use-now';
import { useMayAsk } from '../stores/session';
import { TEXTS } from './texts';

/** In the status bar of every screen: what some group has still to take. */
export function MessagesLine() {
  const value = useLive('message.open', {}, useMayAsk('message.open')).value;
  const now = useNow(5000);
  if (!value || value.oldest === null) return null;
  const late = isOverdue(value.oldest, now, value.taskMinutes);
  return (
    <span className={late ? 'tone-bad' : 'tone-warn'}>
      {late ? TEXTS.overdue(value.open, openMinutes(value.oldest, now)) : TEXTS.count(value.open)}
    </span>
  );
}
