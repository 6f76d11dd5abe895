import { useEffect, useState } from 'react';
import type { InterviewView } from '../../../shared/contract/interviews';
import type { Settings } from '../../../shared/domain/settings';
import { proposesEscalation } from '../../../shared/rules/mood';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { useRequest } from '../../hooks/use-request';
import { TEXTS } from '../texts';

/** What the program proposes: an alarm after strong feeling, a break after a long talk. Putting it aside is in the record. */
export function Hints({ interview, settings, now }: { interview: InterviewView; settings: Settings; now: () => number }) {
  const act = useRequest('interview.act');
  const minutes = useMinutes(now);
  const { moods, escalationDismissed, longDismissed, id } = interview;
  const escalate = proposesEscalation(moods, settings.rules.moodMinutes, escalationDismissed);
  const long = !longDismissed && minutes >= settings.rules.longTalkMinutes;
  const dismiss = (hint: 'escalate' | 'long'): void => void (act.busy || act.run({ id, act: { act: 'dismiss', hint } }));
  useHotkeys({ 'Alt+0': () => dismiss(escalate ? 'escalate' : 'long') }, { enabled: escalate || long });
  return (
    <>
      {escalate && (
        <Notice
          level="error"
          actions={
            <Button hint="Alt+0" onClick={() => dismiss('escalate')}>
              {TEXTS.dismiss}
            </Button>
          }
        >
          {TEXTS.escalate}
        </Notice>
      )}
      {long && (
        <Notice
          level="warning"
          actions={
            <Button hint={escalate ? undefined : 'Alt+0'} onClick={() => dismiss('long')}>
              {TEXTS.goOn}
            </Button>
          }
        >
          {TEXTS.long(settings.rules.longTalkMinutes)}
        </Notice>
      )}
    </>
  );
}

function useMinutes(now: () => number): number {
  const [minutes, setMinutes] = useState(() => Math.floor(now() / 60_000));
  useEffect(() => {
    const timer = setInterval(() => setMinutes(Math.floor(now() / 60_000)), 5000);
    return () => clearInterval(timer);
  }, [now]);
  return minutes;
}
