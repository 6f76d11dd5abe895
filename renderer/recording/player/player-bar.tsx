import '../recording.css';
import { useEffect, useRef, useState } from 'react';
import type { RecordingView } from '../../../shared/domain/recordings';
import { Button } from '../../components/button';
import { ErrorNotice, Notice } from '../../components/notice';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { useRequest } from '../../hooks/use-request';
import { TEXTS as TALK } from '../../interview/texts';
import { TEXTS } from '../texts';
import { usePlayer } from './use-player';

interface Props {
  recording: RecordingView;
  /** Ms from the recording's beginning; `asked` counts, so that the same moment can be asked for twice. */
  from: { atMs: number; asked: number };
  onClose(): void;
}

const STEP_MS = 10_000;

/** One recording, played: where in the talk it is, ten seconds back and forth, stop. */
export function PlayerBar({ recording, from, onClose }: Props) {
  const { playing, position, length, problem, ready, play, pause } = usePlayer(recording.id, from.atMs);
  const asked = useRef(from.asked);
  const bar = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another moment of the same recording was asked for
  useEffect(() => {
    if (asked.current !== from.asked) play(from.atMs);
    asked.current = from.asked;
  }, [from.asked]);
  useEffect(() => {
    if (ready) bar.current?.querySelector('button')?.focus();
  }, [ready]);
  const toggle = (): void => (playing ? pause() : play(position));
  const jump = (ms: number): void => play(Math.max(0, Math.min(position + ms, length)));
  const exporting = useRequest('recording.export');
  const [exported, setExported] = useState('');
  const save = async (): Promise<void> => {
    if (exporting.busy) return;
    const result = await exporting.run({ id: recording.id });
    setExported(result.ok && result.value.saved ? result.value.fileName : '');
  };
  useHotkeys({ 'Alt+E': () => void save() }, { enabled: recording.outside });
  useHotkeys({ 'Alt+K': toggle, 'Alt+J': () => jump(-STEP_MS), 'Alt+L': () => jump(STEP_MS), Escape: onClose });
  return (
    <section className="player" ref={bar} aria-label={TEXTS.player}>
      {problem && <Notice level="error">{problem}</Notice>}
      {exporting.error && <ErrorNotice error={exporting.error} onDismiss={exporting.clear} />}
      {exported && (
        <Notice level="good" onDismiss={() => setExported('')}>
          {TEXTS.exported(exported)}
        </Notice>
      )}
      <div className="player-keys">
        <Button hint="Alt+K" disabled={!ready} onClick={toggle}>
          {playing ? TEXTS.pause : TEXTS.play}
        </Button>
        <span className="recorder-time" role="timer" aria-label={TEXTS.position}>
          {TALK.clock(recording.startedElapsed + position)}
        </span>
        <progress className="player-progress" aria-hidden="true" max={length || 1} value={position} />
        <Button kind="quiet" hint="Alt+J" disabled={!ready} onClick={() => jump(-STEP_MS)}>
          {TEXTS.back10}
        </Button>
        <Button kind="quiet" hint="Alt+L" disabled={!ready} onClick={() => jump(STEP_MS)}>
          {TEXTS.forward10}
        </Button>
        {recording.outside && (
          <Button kind="quiet" hint="Alt+E" disabled={exporting.busy} onClick={() => void save()}>
            {TEXTS.export}
          </Button>
        )}
        <Button kind="quiet" hint="Esc" onClick={onClose}>
          {TEXTS.close}
        </Button>
      </div>
    </section>
  );
}
