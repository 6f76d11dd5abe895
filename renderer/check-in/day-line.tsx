import { sinceWords } from '../../shared/rules/day-standing';
import { timeOf } from '../../shared/rules/time';
import { KeyHint } from '../components/button';
import { useLive } from '../hooks/use-live';
import { useMayAsk } from '../stores/session';
import { TEXTS } from './texts';

/** The day was not opened, or it was ended and somebody came after that: one quiet line, and nothing waits for it. */
export function DayLine() {
  const day = useLive('day.standing', {}).value;
  const mayOpen = useMayAsk('roster.view');
  const mayEnd = useMayAsk('dayEnd.look');
  if (!day || (day.opened && !day.reopened)) return null;
  return (
    <div className="day-line" role="note">
      {day.reopened ? (
        <>
          {TEXTS.reopened(timeOf(day.reopened.endedAt), sinceWords(day.reopened))} {mayEnd && <KeyHint keys="Ctrl+7" />}
        </>
      ) : (
        <>
          {TEXTS.notOpened} {mayOpen && <KeyHint keys="Ctrl+D" />}
        </>
      )}
    </div>
  );
}
