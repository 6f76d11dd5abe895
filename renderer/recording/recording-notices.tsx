import { useEffect } from 'react';
import { Button } from '../components/button';
import { Notice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { useRecorder } from './recorder-store';
import { TEXTS } from './texts';

/** What is wrong with the recording, over whichever screen is open. */
export function RecordingNotices() {
  const { alarm, problem, heard, clearProblem } = useRecorder();
  useEndWithTalk();
  useHotkeys({ 'Alt+Q': heard }, { enabled: alarm !== null, inDialog: true });
  return (
    <>
      {alarm && (
        <Notice level="error">
          {TEXTS.alarms[alarm]}
          {TEXTS.alarmNoted}{' '}
          <Button kind="quiet" hint="Alt+Q" onClick={heard}>
            {TEXTS.heard}
          </Button>
        </Notice>
      )}
      {problem && (
        <Notice level="error" onDismiss={clearProblem}>
          {problem}
        </Notice>
      )}
    </>
  );
}

/** A talk that has ended is not recorded any further, wherever it was ended. */
function useEndWithTalk(): void {
  const { phase, interviewId, stop } = useRecorder();
  const talk = useLive('interview.get', { id: interviewId }, phase !== 'idle' && interviewId !== '').value;
  const over = talk !== undefined && talk !== null && (talk.state === 'ended' || talk.state === 'cancelled');
  useEffect(() => {
    if (over && phase !== 'idle') void stop();
  }, [over, phase, stop]);
}
