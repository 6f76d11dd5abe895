import { useEffect } from 'react';
import { Button } from '../components/button';
import { Notice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { useRecorder } from './recorder-store';
import { TEXTS } from './texts';

/** What is wrong with the recording, over whichever screen is open. */
export function RecordingNotices() {
  const { alarm, noted, problem, heard, clearProblem } = useRecorder();
  useEndWithTalk();
  useHotkeys({ 'Alt+Q': heard }, { enabled: alarm !== null, inDialog: true });
  return (
    <>
      {alarm && (
        <Notice level="error">
          {TEXTS.alarms[alarm]}
          {noted ? TEXTS.alarmNoted : TEXTS.alarmNotNoted}{' '}
          <Button kind="quiet" hint="Alt+Q" onClick={heard}>
            {TEXTS.heard}
          </Button>
        </Notice>
      )}
      <Unstored />
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
    if (over && phase !== 'idle' && phase !== 'storing') void stop();
  }, [over, phase, stop]);
}

/** Told while the disk refuses the sound; once the recording has stopped, what waits may be let go. */
function Unstored() {
  const { phase, unstored, giveUp } = useRecorder();
  const stopped = phase !== 'recording' && phase !== 'opening' && unstored > 0;
  useHotkeys({ 'Alt+X': giveUp }, { enabled: stopped, inDialog: true });
  if (unstored === 0) return null;
  return (
    <Notice
      level="warning"
      actions={
        stopped && (
          <Button kind="quiet" hint="Alt+X" onClick={giveUp}>
            {TEXTS.giveUp}
          </Button>
        )
      }
    >
      {TEXTS.unstored(Math.ceil(unstored / 1000))}
    </Notice>
  );
}
