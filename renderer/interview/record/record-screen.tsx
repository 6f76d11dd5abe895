import './record.css';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { InterviewView } from '../../../shared/contract/interviews';
import type { Settings } from '../../../shared/domain/settings';
import type { AppError } from '../../../shared/result';
import { Button } from '../../components/button';
import { ErrorNotice, Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { useRequest } from '../../hooks/use-request';
import { useRunningClock } from '../../hooks/use-running-clock';
import { CitationPicker } from '../../policies/citation-picker';
import { OutsideDialog } from '../../recording/outside-dialog';
import { PlayerBar } from '../../recording/player/player-bar';
import { RecordButton } from '../../recording/record-button';
import { TEXTS as RECORDING } from '../../recording/texts';
import { TEXTS } from '../texts';
import { AmendDialog, PauseDialog } from './act-dialogs';
import { BeforeEnd } from './before-end';
import { FocusPanel } from './focus-panel';
import { Hints } from './hints';
import { LettersDialog } from './letters-dialog';
import { MoodBar } from './mood-bar';
import { NoteInput } from './note-input';
import { Phrases } from './phrases';
import { RecordHead } from './record-head';
import { ResultPanel } from './result-panel';
import { SignDialog } from './sign-dialog';
import { SignedNotice } from './signed-notice';
import { JoinDialog, MoveDialog, ReplaceDialog } from './team-dialogs';
import { Timeline } from './timeline';
import { useListening } from './use-listening';
import { useNotes } from './use-notes';

/** The talk has begun in earnest: the opening phrases make room. */
const OPENING_LINES = 4;

type Asking = 'sign' | 'outside' | 'pause' | 'replace' | 'join' | 'move' | 'amend' | 'letters' | 'cite' | null;

/** The record: a timeline on the left; the four points, the mood and the result always in view on the right. */
export function RecordScreen({ interview, settings, onBack }: { interview: InterviewView; settings: Settings; onBack(): void }) {
  const { id } = interview;
  const now = useRunningClock('interview.clock', id, interview.endedElapsed);
  const notes = useNotes(id);
  const acting = useRequest('interview.act');
  const citing = useRequest('interview.cite');
  const [asking, setAsking] = useState<Asking>(null);
  const [refused, setRefused] = useState<AppError>();
  const [beforeEnd] = useState(() => new BeforeEnd());
  const listening = useListening(id);
  const running = interview.state === 'talking' || interview.state === 'paused';

  const pause = (): void => {
    if (interview.state === 'paused') void acting.run({ id, act: { act: 'resume' } });
    else setAsking('pause');
  };
  const cite = (articleId: string): void => {
    setAsking(null);
    void citing.run({ requestId: uuid(), id, articleId });
  };
  const calm = (): void => void (acting.busy || acting.run({ id, act: { act: 'calm-corner' } }));
  useHotkeys(
    {
      ...{ 'Alt+P': pause, 'Alt+C': calm, 'Alt+Y': () => setAsking('cite') },
      ...{ 'Alt+H': () => setAsking('replace'), 'Alt+I': () => setAsking('join'), 'Alt+M': () => setAsking('move') },
    },
    { enabled: running },
  );
  const listen = (): void => listening.fromNote({ elapsed: 0 });
  useHotkeys({ 'Alt+K': listen }, { enabled: listening.any && !listening.open });
  useHotkeys({
    'Alt+G': () => setAsking('outside'),
    'Alt+W': () => setAsking('letters'),
    'Alt+ArrowLeft': onBack,
    ...(!running && { 'Alt+B': () => setAsking('amend') }),
  });

  return (
    <div className="screen talk-record">
      <RecordHead
        interview={interview}
        settings={settings}
        now={now}
        onPause={pause}
        onReplace={() => setAsking('replace')}
        onJoin={() => setAsking('join')}
        onMove={() => setAsking('move')}
        onCalm={calm}
        onLetters={() => setAsking('letters')}
        onBack={onBack}
      />
      <div className="talk-main">
        <Panel
          title={TEXTS.record}
          className="talk-notes"
          aside={
            <span className="panel-end panel-acts">
              {running && <RecordButton interviewId={id} settings={settings} />}
              <Button kind="quiet" hint="Alt+G" onClick={() => setAsking('outside')}>
                {RECORDING.outside}
              </Button>
              {listening.any && (
                <Button hint="Alt+K" onClick={listen}>
                  {RECORDING.listen}
                </Button>
              )}
              {running ? (
                <Button hint="Alt+Y" onClick={() => setAsking('cite')}>
                  {TEXTS.cite}
                </Button>
              ) : (
                <Button hint="Alt+B" onClick={() => setAsking('amend')}>
                  {TEXTS.amend}
                </Button>
              )}
            </span>
          }
        >
          {running && <Phrases show={notes.total > 0 && notes.total <= OPENING_LINES} />}
          {running && <Hints interview={interview} settings={settings} now={now} />}
          {acting.error && <ErrorNotice error={acting.error} onDismiss={acting.clear} />}
          {citing.error && <ErrorNotice error={citing.error} onDismiss={citing.clear} />}
          {interview.state === 'paused' && <Notice level="warning">{TEXTS.pausedSince}</Notice>}
          <Timeline {...notes} onPlay={listening.any ? listening.fromNote : undefined} />
          {listening.problem && (
            <Notice level="warning" onDismiss={listening.close}>
              {listening.problem}
            </Notice>
          )}
          {listening.open && <PlayerBar key={listening.open.recording.id} {...listening.open} onClose={listening.close} />}
          {running ? (
            <NoteInput id={id} now={now} beforeEnd={beforeEnd} />
          ) : (
            <SignedNotice interview={interview} onSign={() => setAsking('sign')} />
          )}
        </Panel>
        <aside className="talk-side">
          <FocusPanel id={id} focus={interview.focus} readOnly={!running} errors={refused?.fields ?? {}} beforeEnd={beforeEnd} />
          <MoodBar interview={interview} readOnly={!running} />
          <ResultPanel interview={interview} settings={settings} beforeEnd={beforeEnd} onRefused={setRefused} />
        </aside>
      </div>
      {asking === 'letters' && <LettersDialog interview={interview} onClose={() => setAsking(null)} />}
      {asking === 'sign' && <SignDialog interview={interview} onClose={() => setAsking(null)} />}
      {asking === 'outside' && <OutsideDialog interviewId={id} onClose={() => setAsking(null)} />}
      {asking === 'cite' && <CitationPicker onPick={cite} onClose={() => setAsking(null)} />}
      {asking === 'pause' && <PauseDialog id={id} onClose={() => setAsking(null)} />}
      {asking === 'replace' && <ReplaceDialog interview={interview} onClose={() => setAsking(null)} />}
      {asking === 'join' && <JoinDialog interview={interview} onClose={() => setAsking(null)} />}
      {asking === 'move' && <MoveDialog interview={interview} settings={settings} onClose={() => setAsking(null)} />}
      {asking === 'amend' && <AmendDialog id={id} notes={notes} onClose={() => setAsking(null)} />}
    </div>
  );
}
