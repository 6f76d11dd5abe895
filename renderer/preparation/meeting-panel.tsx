import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { PERSUADE_FIRST } from '../../shared/documents/meeting-sheet';
import type { MeetingView, PreparationDay, PreparationItem } from '../../shared/domain/preparation';
import type { Settings } from '../../shared/domain/settings';
import { timeOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { DataList } from '../components/data-list';
import { ErrorNotice, Notice } from '../components/notice';
import { Panel, Tag } from '../components/panel';
import { GradeTag } from '../forecast/grade-tag';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useListFocus } from '../hooks/use-list-focus';
import { useRequest } from '../hooks/use-request';
import { useMayAsk } from '../stores/session';
import { CopiesDialog } from './copies-dialog';
import { MeetingDialog } from './meeting-dialog';
import { NotesDialog } from './notes-dialog';
import { TEXTS } from './texts';

const T = TEXTS.meeting;

/** 短会: who was there, what they were told, and the sheet that they were told it from (plan S39, S40). */
export function MeetingPanel({ day, settings }: { day: PreparationDay; settings: Settings }) {
  const may = { add: useMayAsk('meeting.add'), notes: useMayAsk('meeting.notes'), print: useMayAsk('meeting.print') };
  const mayPrintNotes = useMayAsk('meeting.printNotes');
  const printing = useRequest('meeting.print');
  const [open, setOpen] = useState<'add' | 'copies' | PreparationItem | null>(null);
  const [said, setSaid] = useState('');
  const { whole, focusList } = useListFocus(true);
  const close = (): void => setOpen(null);
  const any = day.items.length > 0;
  const print = async (): Promise<void> => {
    if (printing.busy) return;
    const result = await printing.run({ requestId: uuid(), date: day.date });
    setSaid(result.ok ? T.printed(result.value.printer) : '');
  };
  useHotkeys({
    ...(may.add && any ? { F4: () => setOpen('add') } : {}),
    ...(may.print && any ? { F7: () => void print() } : {}),
    ...(mayPrintNotes && any ? { F6: () => setOpen('copies') } : {}),
    F8: focusList,
  });
  const copies = day.copies.reduce((sum, { receivers }) => sum + receivers.length, 0);
  return (
    <div className="prep-meeting">
      <Panel
        title={T.sheet}
        className="organisation-panel"
        aside={
          <>
            <span className="tone-quiet">{copies > 0 && T.copies(copies)}</span>
            <span className="organisation-turn">
              {mayPrintNotes && any && (
                <Button hint="F6" onClick={() => setOpen('copies')}>
                  {T.printNotes}
                </Button>
              )}
              {may.print && any && (
                <Button hint="F7" disabled={printing.busy} onClick={() => void print()}>
                  {T.print}
                </Button>
              )}
            </span>
          </>
        }
      >
        <Notice level="info">{PERSUADE_FIRST}</Notice>
        {printing.error && <ErrorNotice error={printing.error} />}
        {said !== '' && !printing.error && <Notice level="good">{said}</Notice>}
        <div className="organisation-list" ref={whole}>
          <DataList
            label={T.sheet}
            rows={day.items}
            rowHeight={44}
            keyOf={({ id }) => id}
            empty={TEXTS.empty}
            onOpen={(item) => may.notes && setOpen(item)}
          >
            {({ grade, who, plannedAt }) => (
              <div className="organisation-row sheet-columns">
                <span>
                  <GradeTag grade={grade} suggested={grade} />
                </span>
                <span>{plannedAt === null ? '—' : timeOf(plannedAt)}</span>
                <b title={who}>{who}</b>
                <span className="tone-quiet">{may.notes && T.hidden}</span>
              </div>
            )}
          </DataList>
        </div>
      </Panel>
      <Panel
        title={T.list}
        className="organisation-panel"
        aside={
          may.add &&
          any && (
            <Button kind="primary" hint="F4" className="panel-end-button" onClick={() => setOpen('add')}>
              {T.new}
            </Button>
          )
        }
      >
        <div className="organisation-list">
          <DataList label={T.list} rows={day.meetings} rowHeight={64} keyOf={({ id }) => id} empty={T.empty} onOpen={() => {}}>
            {(meeting) => <MeetingRow meeting={meeting} />}
          </DataList>
        </div>
      </Panel>
      {open === 'add' && <MeetingDialog day={day} onClose={close} />}
      {open === 'copies' && (
        <CopiesDialog
          day={day}
          onDone={(sentence) => {
            setSaid(sentence);
            close();
          }}
          onClose={close}
        />
      )}
      {open !== null && typeof open === 'object' && (
        <NotesDialog item={open} hideSeconds={settings.preparation.hideSeconds} onClose={close} />
      )}
    </div>
  );
}

function MeetingRow({ meeting: { startedAt, hostName, present, absent, itemIds, lateMinutes, note } }: { meeting: MeetingView }) {
  return (
    <div className="prep-item">
      <p>
        <b>{timeOf(startedAt)}</b>
        <span>{`${T.host} ${hostName}`}</span>
        <span className="tone-quiet">{`${T.matters(itemIds.length)} · ${T.people(present.length)}`}</span>
        <Tag tone={lateMinutes > 0 ? 'warn' : 'good'}>{lateMinutes > 0 ? T.late(lateMinutes) : T.inTime}</Tag>
      </p>
      <p className={absent.length > 0 ? 'tone-warn' : 'tone-quiet'}>
        <span className="prep-next" title={`${absent.join('、')} ${note}`}>
          {[absent.length > 0 ? T.absent(absent.join('、')) : T.allHere, note].filter(Boolean).join('　')}
        </span>
      </p>
    </div>
  );
}
