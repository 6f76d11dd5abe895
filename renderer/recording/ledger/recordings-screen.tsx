import '../recording.css';
import { useEffect, useRef, useState } from 'react';
import type { RecordingRow } from '../../../shared/domain/recordings';
import { stampOf } from '../../../shared/rules/time';
import { Button } from '../../components/button';
import { CheckBox } from '../../components/check';
import { DataList } from '../../components/data-list';
import { ErrorNotice, Notice } from '../../components/notice';
import { Panel, Tag } from '../../components/panel';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { useAnswer } from '../../hooks/use-request';
import { TEXTS as TALK } from '../../interview/texts';
import { HoldDialog } from '../../keeping/hold-dialog';
import { TwoPeople } from '../../keeping/two-people';
import { PlayerBar } from '../player/player-bar';
import { TEXTS } from '../texts';
import { Certificates } from './certificates';
import { RecordingPane } from './recording-pane';

const ROW = 44;

/** 录音台账: every recording that is kept, until when, and what holds it; heard, held back and destroyed from here. */
export function RecordingsScreen({ onBack }: { onBack(): void }) {
  const [due, setDue] = useState(false);
  const [chosen, setChosen] = useState<RecordingRow>();
  const [asking, setAsking] = useState<'hold' | 'destroy' | null>(null);
  const [playing, setPlaying] = useState<{ row: RecordingRow; asked: number } | null>(null);
  const [said, setSaid] = useState('');
  const whole = useRef<HTMLDivElement>(null);
  const list = useAnswer('recording.list', { due });
  const certificates = useAnswer('recording.certificates', {});
  const rows = list.value?.rows ?? [];
  const shown = rows.length > 0;
  const focusList = (): void => whole.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once there is something to stand on
  useEffect(() => focusList(), [shown, due]);
  const reload = (): void => {
    list.reload();
    certificates.reload();
  };
  useHotkeys({
    'Alt+ArrowLeft': onBack,
    'Alt+D': () => setDue(!due),
    F8: focusList,
    F6: () => chosen && setAsking('hold'),
    Delete: () => chosen && chosen.kept.length === 0 && setAsking('destroy'),
  });
  return (
    <div className="screen recordings" ref={whole}>
      <Panel
        title={TEXTS.ledger}
        className="recordings-list"
        aside={
          <span className="panel-end panel-acts">
            <CheckBox label={`${TEXTS.due}（Alt+D）`} checked={due} onChange={(event) => setDue(event.target.checked)} />
            <Button kind="quiet" hint="Alt+←" onClick={onBack}>
              {TEXTS.leave}
            </Button>
          </span>
        }
      >
        {list.error && <ErrorNotice error={list.error} />}
        {certificates.error && <ErrorNotice error={certificates.error} />}
        {said && (
          <Notice level="good" onDismiss={() => setSaid('')}>
            {said}
          </Notice>
        )}
        {list.value?.more && <Notice level="info">{TEXTS.more}</Notice>}
        <DataList
          label={TEXTS.ledgerList}
          rows={rows}
          rowHeight={ROW}
          keyOf={(row) => row.id}
          empty={due ? TEXTS.emptyDue : TEXTS.emptyLedger}
          onSelect={(row) => setChosen(row)}
          onOpen={(row) => setPlaying((before) => ({ row, asked: (before?.asked ?? 0) + 1 }))}
        >
          {(row) => (
            <div className="recording-row">
              <b>{row.number}</b>
              <span>{row.maskedName}</span>
              <span className="recorder-time">{stampOf(row.startedAt)}</span>
              <span className="recorder-time">{row.durationMs > 0 ? TALK.clock(row.durationMs) : TEXTS.unknownLength}</span>
              <span>
                {row.outside && <Tag>{TEXTS.outsideTag}</Tag>} {row.hold && <Tag tone="warn">{TEXTS.holdTag}</Tag>}{' '}
                {row.kept.length === 0 && <Tag tone="bad">{TEXTS.dueTag}</Tag>}
              </span>
            </div>
          )}
        </DataList>
        {playing && (
          <PlayerBar
            key={playing.row.id}
            recording={playing.row}
            from={{ atMs: 0, asked: playing.asked }}
            onClose={() => {
              setPlaying(null);
              focusList();
            }}
          />
        )}
      </Panel>
      <div className="recordings-side">
        {chosen && <RecordingPane row={chosen} onHold={() => setAsking('hold')} onDestroy={() => setAsking('destroy')} />}
        <Certificates rows={certificates.value ?? []} />
      </div>
      {asking === 'hold' && chosen && (
        <HoldDialog
          request="recording.hold"
          held={chosen.hold}
          input={(hold, reason) => ({ id: chosen.id, hold, reason })}
          onDone={reload}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'destroy' && chosen && (
        <TwoPeople
          title={TEXTS.destroyTitle}
          about={`${chosen.number} ${chosen.maskedName}`}
          warning={TEXTS.destroyWarning}
          request="recording.destroy"
          input={(approval) => ({ ...approval, id: chosen.id })}
          onDone={() => {
            setSaid(TEXTS.destroyed);
            reload();
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}
