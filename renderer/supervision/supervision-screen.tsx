import './supervision.css';
import { useEffect, useRef, useState } from 'react';
import { DUE_GROUP_NAMES, type PromiseRow } from '../../shared/domain/follow-up';
import { namedDay } from '../../shared/rules/time';
import { Button } from '../components/button';
import { DataList } from '../components/data-list';
import { ErrorNotice, Notice } from '../components/notice';
import { Panel, Tag, type TagTone } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { useRequest } from '../hooks/use-request';
import { useMayAsk } from '../stores/session';
import { TEXTS as TRANSCRIPT } from '../transcript/texts';
import { TranscriptScreen } from '../transcript/transcript-screen';
import { CodeDialog } from './code-dialog';
import { FollowUpDialog } from './follow-up-dialog';
import { MatterPanel } from './matter-panel';
import { TEXTS } from './texts';

const TONES: Record<PromiseRow['group'], TagTone> = { overdue: 'bad', today: 'warn', soon: 'blue', later: 'plain' };

/** 「督办」: what was promised, by its day; beside it the matter with all that was done. */
export function SupervisionScreen() {
  const list = useLive('supervision.list', {});
  const [matterId, setMatterId] = useState<string | null>(null);
  const [asking, setAsking] = useState<'add' | 'code' | null>(null);
  const [transcribing, setTranscribing] = useState(false);
  const [said, setSaid] = useState('');
  const mayTranscribe = useMayAsk('transcript.list');
  const exporting = useRequest('supervision.export');
  const whole = useRef<HTMLDivElement>(null);
  const loaded = list.value !== undefined;
  const focusList = (): void => whole.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the list is there
  useEffect(focusList, [loaded]);
  const save = async (): Promise<void> => {
    if (exporting.busy) return;
    const result = await exporting.run({});
    if (result.ok && result.value.saved) setSaid(TEXTS.exported(result.value.fileName, result.value.rows));
  };
  useHotkeys(
    {
      F8: focusList,
      'Alt+N': () => matterId && setAsking('add'),
      'Alt+Q': () => setAsking('code'),
      'Alt+E': () => void save(),
      ...(mayTranscribe && { 'Alt+T': () => setTranscribing(true) }),
    },
    { enabled: !transcribing },
  );
  if (transcribing) return <TranscriptScreen onBack={() => setTranscribing(false)} />;
  const rows = list.value?.rows ?? [];
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
        {list.error && !list.value && <ErrorNotice error={list.error} />}
        {exporting.error && <ErrorNotice error={exporting.error} onDismiss={exporting.clear} />}
        {said && (
          <Notice level="good" onDismiss={() => setSaid('')}>
            {said}
          </Notice>
        )}
        {list.value?.more && <Notice level="info">{TEXTS.more}</Notice>}
        <DataList
          label={TEXTS.list}
          rows={rows}
          rowHeight={54}
          keyOf={(row) => row.id}
          empty={TEXTS.empty}
          onSelect={(row) => row && setMatterId(row.matterId)}
          onOpen={(row) => {
            setMatterId(row.matterId);
            setAsking('add');
          }}
        >
          {(row) => (
            <div className="supervision-row">
              <Tag tone={TONES[row.group]}>{DUE_GROUP_NAMES[row.group]}</Tag>
              <span>
                <b>{row.label}</b>
                <small>
                  {namedDay(row.due)} {row.provisional ? TEXTS.provisional : ''} · {TEXTS.left(row.left)}
                </small>
              </span>
              <span>
                {row.name} {row.summary}
                <small>
                  {row.visitNumber} {row.department} {row.reminders > 0 && TEXTS.reminded(row.reminders)}
                </small>
              </span>
            </div>
          )}
        </DataList>
      </Panel>
      <MatterPanel matterId={matterId} onAdd={() => setAsking('add')} />
      {asking === 'add' && matterId && <FollowUpDialog matterId={matterId} onClose={() => setAsking(null)} />}
      {asking === 'code' && <CodeDialog onFound={setMatterId} onClose={() => setAsking(null)} />}
    </div>
  );
}
