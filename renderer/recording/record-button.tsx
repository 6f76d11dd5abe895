import './recording.css';
import type { Settings } from '../../shared/domain/settings';
import { Button } from '../components/button';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useMayAsk } from '../stores/session';
import { useRecorder } from './recorder-store';
import { RecordingTime } from './recording-time';
import { TEXTS } from './texts';

const WORDS = { idle: TEXTS.start, opening: TEXTS.opening, recording: TEXTS.stop, waiting: TEXTS.waiting, storing: TEXTS.storing } as const;

/** 开始录音 / 停止录音 of one interview, with its light and level. */
export function RecordButton({ interviewId, settings }: { interviewId: string; settings: Settings }) {
  const phase = useRecorder((store) => store.phase);
  const recorded = useRecorder((store) => store.interviewId);
  const { start, stop } = useRecorder.getState();
  const may = useMayAsk('recording.begin');
  const idle = phase === 'idle';
  const mine = recorded === interviewId;
  const toggle = (): void => {
    if (idle) void start(interviewId, settings.rules.silenceSeconds * 1000);
    else if (mine && phase !== 'opening' && phase !== 'storing') void stop();
  };
  useHotkeys({ 'Alt+R': toggle }, { enabled: may });
  if (!may) return null;
  if (idle || mine)
    return (
      <span className="recorder">
        {phase === 'recording' && <Level />}
        <Button hint="Alt+R" disabled={phase === 'opening' || phase === 'storing'} onClick={toggle}>
          {WORDS[phase]}
        </Button>
      </span>
    );
  return <span className="recorder tone-quiet">{TEXTS.elsewhere}</span>;
}

function Level() {
  const level = useRecorder((store) => store.level);
  return (
    <>
      <span className="recorder-light" role="img" aria-label={TEXTS.running} />
      <RecordingTime />
      <meter className="recorder-level" aria-label={TEXTS.level} min={0} max={1} low={0.2} value={level} />
    </>
  );
}
