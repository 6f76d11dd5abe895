import './supervision.css';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../components/button';
import { ErrorNotice, Notice } from '../components/notice';
import { Panel } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { useRequest } from '../hooks/use-request';
import { useMayAsk } from '../stores/session';
import { TEXTS as TRANSCRIPT } from '../transcript/texts';
import { TranscriptScreen } from '../transcript/transcript-screen';
import { CodeDialog } from './code-dialog';
import { FollowUpDialog } from './follow-up-dialog';
import { MatterList } from './matter-list';
import { MatterPanel } from './matter-panel';
import { PromiseList } from './promise-list';
import { TEXTS } from './texts';
import { type View, ViewTabs } from './views';

/** 「督办」: what was promised, by its day, and every matter, settled ones too; beside it the matter with all that was done. */
export function SupervisionScreen() {
  const list = useLive('supervision.list', {});
  const [view, setView] = useState<View>('due');
  const [matterId, setMatterId] = useState<string | null>(null);
  const [asking, setAsking] = useState<'add' | 'code' | null>(null);
  const [transcribing, setTranscribing] = useState(false);
  const [said, setSaid] = useState('');
  const [turn, setTurn] = useState(0);
  const mayTranscribe = useMayAsk('transcript.list');
  const exporting = useRequest('supervision.export');
  const whole = useRef<HTMLDivElement>(null);
  const finding = useRef<HTMLInputElement>(null);
  const loaded = list.value !== undefined;
  const focusList = (): void => whole.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the list is there
  useEffect(focusList, [loaded]);
  // Whoever changes to all matters looks for one of them.
  useEffect(() => {
    if (view !== 'due') finding.current?.focus();
  }, [view]);
  const save = async (): Promise<void> => {
    if (exporting.busy) return;
    const result = await exporting.run({});
    if (result.ok && result.value.saved) setSaid(TEXTS.exported(result.value.fileName, result.value.rows));
  };
  const open = (id: string): void => {
    setMatterId(id);
    setAsking('add');
  };
  useHotkeys(
    {
      F8: focusList,
      'Alt+1': () => setView('due'),
      'Alt+2': () => setView('all'),
      'Alt+3': () => setView('settled'),
      'Alt+N': () => matterId && setAsking('add'),
      'Alt+Q': () => setAsking('code'),
      'Alt+E': () => void save(),
      ...(mayTranscribe && { 'Alt+T': () => setTranscribing(true) }),
    },
    { enabled: !transcribing },
  );
  if (transcribing) return <TranscriptScreen onBack={() => setTranscribing(false)} />;
  return (
    <div className="screen supervision" ref={whole}>
      <Panel
        title={TEXTS.title}
        className="supervision-list"
        aside={
          <span className="panel-end panel-acts">
            {list.value && list.value.overdue > 0 && <b className="tone-bad">{TEXTS.overdue(list.value.overdue)} </b>}
            {mayTranscribe && (
              <Button hint="Alt+T" onClick={() => setTranscribing(true)}>
                {TRANSCRIPT.title}
              </Button>
            )}
            <Button hint="Alt+E" disabled={exporting.busy} onClick={() => void save()}>
              {TRANSCRIPT.export}
            </Button>
            <Button hint="Alt+Q" onClick={() => setAsking('code')}>
              {TEXTS.byCode}
            </Button>
          </span>
        }
      >
        <ViewTabs view={view} onChoose={setView} />
        {list.error && !list.value && <ErrorNotice error={list.error} />}
        {exporting.error && <ErrorNotice error={exporting.error} onDismiss={exporting.clear} />}
        {said && (
          <Notice level="good" onDismiss={() => setSaid('')}>
            {said}
          </Notice>
        )}
        {view === 'due' && list.value?.more && <Notice level="info">{TEXTS.more}</Notice>}
        {view === 'due' ? (
          <PromiseList rows={list.value?.rows ?? []} onSelect={(id) => setMatterId(id || null)} onOpen={open} />
        ) : (
          <MatterList settled={view === 'settled'} turn={turn} field={finding} onSelect={setMatterId} onOpen={open} onList={focusList} />
        )}
      </Panel>
      <MatterPanel matterId={matterId} onAdd={() => setAsking('add')} />
      {asking === 'add' && matterId && (
        <FollowUpDialog
          matterId={matterId}
          onClose={() => {
            setAsking(null);
            setTurn(turn + 1);
          }}
        />
      )}
      {asking === 'code' && <CodeDialog onFound={setMatterId} onClose={() => setAsking(null)} />}
    </div>
  );
}
