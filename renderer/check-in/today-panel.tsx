import './today.css';
import { useRef } from 'react';
import { VISIT_STATE_NAMES, type VisitRow } from '../../shared/domain/visit';
import { maskName } from '../../shared/rules/mask';
import { timeOf } from '../../shared/rules/time';
import { KeyHint } from '../components/button';
import { DataList } from '../components/data-list';
import { ErrorNotice } from '../components/notice';
import { Panel, Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { useScreen } from '../stores/screen';
import { TEXTS } from './texts';

const ROW = 36;

/** Today's visits, newest first, by masked name: visitors stand on the other side of the counter. `focusKey`: F8 goes there. */
export function TodayPanel({ focusKey }: { focusKey: boolean }) {
  const today = useLive('visit.today', {});
  const hall = useLive('hall.now', {}).value;
  const openVisit = useScreen((s) => s.openVisit);
  const whole = useRef<HTMLDivElement>(null);
  useHotkeys({ F8: () => whole.current?.querySelector<HTMLElement>('[role=listbox]')?.focus() }, { enabled: focusKey });
  return (
    <Panel
      title={TEXTS.hallNow}
      className="today"
      aside={
        <>
          <KeyHint keys="F8" />
          <span className="panel-end">{hall && TEXTS.inHall(hall.inHall)}</span>
        </>
      }
    >
      {today.error && !today.value && <ErrorNotice error={today.error} />}
      <div className="today-head today-columns" aria-hidden="true">
        {TEXTS.todayHead.map((head) => (
          <span key={head} className={head === TEXTS.summary ? 'today-summary' : ''}>
            {head}
          </span>
        ))}
      </div>
      <div className="today-list" ref={whole}>
        {today.value && (
          <DataList
            label={TEXTS.todayList}
            rows={today.value}
            rowHeight={ROW}
            keyOf={(row) => row.id}
            empty={TEXTS.todayEmpty}
            onOpen={(row) => openVisit(row.id)}
          >
            {(row) => <Row row={row} />}
          </DataList>
        )}
      </div>
    </Panel>
  );
}

function Row({ row }: { row: VisitRow }) {
  return (
    <div className={`today-columns today-row ${row.state === 'void' ? 'today-void' : ''}`}>
      <b>{row.queueNumber}</b>
      <span className="today-name">
        {maskName(row.name)} {row.heads > 1 && TEXTS.withHeads(row.heads)}
      </span>
      <span className="today-summary tone-quiet">{row.summary}</span>
      <span>
        {row.state === 'void' ? <Tag tone="bad">{VISIT_STATE_NAMES[row.state]}</Tag> : VISIT_STATE_NAMES[row.state]}
        {row.priority && row.state !== 'void' && <span className="today-priority"> · {TEXTS.priority}</span>}
      </span>
      <span className="tone-quiet">{timeOf(row.registeredAt)}</span>
    </div>
  );
}
