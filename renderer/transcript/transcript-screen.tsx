import './transcript.css';
import { useEffect, useRef, useState } from 'react';
import type { TranscriptRow } from '../../shared/domain/transcript';
import { dayOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { CheckBox } from '../components/check';
import { DataList } from '../components/data-list';
import { TextField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { Panel, Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useAnswer, useRequest } from '../hooks/use-request';
import { programNow } from '../stores/session';
import { TEXTS } from './texts';
import { TranscriptFields } from './transcript-fields';

const ROW = 54;

/** 转录清单: what has to be typed into the official system, field by field, and ticked off when it is there. */
export function TranscriptScreen({ onBack }: { onBack(): void }) {
  const today = dayOf(programNow());
  const [range, setRange] = useState({ from: today, to: today, todo: true });
  const [opened, setOpened] = useState<TranscriptRow | null>(null);
  const [said, setSaid] = useState('');
  const whole = useRef<HTMLDivElement>(null);
  const complete = range.from !== '' && range.to !== '';
  const list = useAnswer('transcript.list', complete ? range : null);
  const exporting = useRequest('transcript.export');
  const rows = list.value?.rows ?? [];
  const shown = rows.length > 0;
  const focusList = (): void => whole.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once there is something to stand on
  useEffect(() => focusList(), [shown]);
  const save = async (): Promise<void> => {
    if (exporting.busy || !complete) return;
    const result = await exporting.run(range);
    if (result.ok && result.value.saved) setSaid(TEXTS.exported(result.value.fileName, result.value.rows));
  };
  useHotkeys({
    'Alt+ArrowLeft': onBack,
    'Alt+D': () => setRange({ ...range, todo: !range.todo }),
    'Alt+E': () => void save(),
    F8: focusList,
  });
  return (
    <div className="screen transcript" ref={whole}>
      <Panel
        title={TEXTS.title}
        className="transcript-list"
        aside={
          <span className="panel-end panel-acts">
            <Button hint="Alt+E" disabled={exporting.busy} onClick={() => void save()}>
              {TEXTS.export}
            </Button>
            <Button kind="quiet" hint="Alt+←" onClick={onBack}>
              {TEXTS.leave}
            </Button>
          </span>
        }
      >
        <div className="transcript-range">
          <TextField
            type="date"
            dense
            label={TEXTS.from}
            value={range.from}
            onChange={(e) => setRange({ ...range, from: e.target.value })}
          />
          <TextField
            type="date"
            dense
            label={TEXTS.to}
            value={range.to}
            error={list.error?.fields?.to}
            onChange={(e) => setRange({ ...range, to: e.target.value })}
          />
          <CheckBox
            label={`${TEXTS.todo}（Alt+D）`}
            checked={range.todo}
            onChange={(e) => setRange({ ...range, todo: e.target.checked })}
          />
        </div>
        {list.error && !list.error.fields && <ErrorNotice error={list.error} />}
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
          rowHeight={ROW}
          keyOf={(row) => row.visitId}
          empty={TEXTS.empty}
          onSelect={() => {}}
          onOpen={(row) => setOpened(row)}
        >
          {(row) => (
            <div className="transcript-row">
              <b>{row.number}</b>
              <span>
                {row.maskedName} {row.summary}
              </span>
              {row.entered ? <Tag tone="good">{TEXTS.entered(row.entered.officialNumber)}</Tag> : <Tag tone="warn">{TEXTS.notEntered}</Tag>}
            </div>
          )}
        </DataList>
      </Panel>
      {opened ? (
        <TranscriptFields
          key={opened.visitId}
          row={opened}
          onEntered={(number) => {
            setSaid(TEXTS.saved(number));
            setOpened(null);
            list.reload();
            focusList();
          }}
        />
      ) : (
        <Panel title={TEXTS.fields}>
          <p className="empty">{TEXTS.nothing}</p>
        </Panel>
      )}
    </div>
  );
}
