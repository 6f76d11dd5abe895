import './statistics.css';
import { useEffect, useRef, useState } from 'react';
import type { Figure, StatTable as StatTableModel } from '../../shared/domain/statistics';
import { dayOf, isRealDay } from '../../shared/rules/time';
import { Button } from '../components/button';
import { ErrorNotice, Notice } from '../components/notice';
import { Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { useRequest } from '../hooks/use-request';
import { programNow, useMayAsk } from '../stores/session';
import { ReasonDialog } from '../visit/reason-dialog';
import { Chart } from './chart';
import { type ChosenPeriod, PeriodPicker } from './period-picker';
import { type Drilled, RecordsDialog } from './records-dialog';
import { StatTable } from './stat-table';
import { TableTabs } from './table-tabs';
import { TEXTS } from './texts';
import { useWalk } from './use-walk';

/** 「统计」: T1–T12 of a day, week, month or year, each with its picture; every number leads to its records. */
export function StatisticsScreen() {
  const today = dayOf(programNow());
  const [chosen, setChosen] = useState<ChosenPeriod>({ unit: 'day', day: today });
  const [typed, setTyped] = useState(today);
  const [places, setPlaces] = useState(false);
  const [turn, setTurn] = useState(0);
  const [tableId, setTableId] = useState<StatTableModel['id']>('T1');
  const [drilled, setDrilled] = useState<Drilled | null>(null);
  const [said, setSaid] = useState('');
  const printing = useRequest('statistics.print');
  const exporting = useRequest('statistics.export');
  const closing = useRequest('statistics.close');
  const mayClose = useMayAsk('statistics.close');
  const [reopening, setReopening] = useState(false);
  const mayExport = useMayAsk('statistics.export');
  const fill = useLive('statistics.fill', {});
  const whole = useRef<HTMLDivElement>(null);
  const walk = useWalk({ ...chosen, places }, turn);
  const { report, walkId } = walk;
  const table = report?.tables.find(({ id }) => id === tableId);
  const filling = fill.value ?? null;

  const choose = (next: ChosenPeriod): void => {
    setSaid('');
    setChosen(next);
    setTyped(next.day);
    setPlaces(false);
  };
  const type = (text: string): void => {
    setTyped(text);
    if (isRealDay(text)) choose({ unit: chosen.unit, day: text });
  };
  // Figures that were told while the past was still being counted are asked for anew when it is.
  const wasFilling = useRef(false);
  useEffect(() => {
    if (filling) wasFilling.current = true;
    else if (wasFilling.current && fill.value === null) {
      wasFilling.current = false;
      setSaid(TEXTS.filled);
      setTurn((n) => n + 1);
    }
  }, [filling, fill.value]);

  const focusTabs = (): void => whole.current?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
  const focusTable = (): void => whole.current?.querySelector<HTMLElement>('[data-place][tabindex="0"]')?.focus();
  const loaded = report !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when there is something to stand on
  useEffect(focusTabs, [loaded]);

  const ready = walk.state === 'whole' && !filling;
  const print = async (): Promise<void> => {
    if (printing.busy) return;
    if (!ready) return setSaid(TEXTS.notYet);
    const result = await printing.run({ walkId });
    if (result.ok) setSaid(TEXTS.printed(result.value.printer));
  };
  const save = async (): Promise<void> => {
    if (exporting.busy || !mayExport) return;
    if (!ready) return setSaid(TEXTS.notYet);
    const result = await exporting.run({ walkId });
    if (result.ok && result.value.saved) setSaid(TEXTS.exported(result.value.fileName, result.value.rows));
  };
  const close = async (): Promise<void> => {
    if (closing.busy || !mayClose || !report || report.closed || report.to >= today) return;
    if (!ready) return setSaid(TEXTS.notYet);
    const result = await closing.run({ walkId });
    if (!result.ok) return;
    setSaid(TEXTS.closed);
    setTurn(turn + 1);
  };
  const withPlaces = (): void => {
    setPlaces(true);
    setTableId('T5');
  };
  const again = (): void => {
    setSaid('');
    setTurn(turn + 1);
  };
  useHotkeys({
    F5: again,
    F8: focusTabs,
    'Alt+S': withPlaces,
    'Alt+P': () => void print(),
    'Alt+E': () => void save(),
    'Alt+D': () => void close(),
    'Alt+O': () => mayClose && report?.closed && setReopening(true),
    Escape: walk.stop,
  });
  const drill = (figure: Figure, label: string): void =>
    setDrilled({ ...chosen, figure, walkId, title: TEXTS.records(table?.title ?? '', label) });

  return (
    <div className="screen statistics" ref={whole} data-state={walk.state} data-day={report ? `${report.unit} ${report.from}` : ''}>
      <section className="panel stat-head" aria-label={TEXTS.title}>
        <header className="panel-head">
          <h2>{TEXTS.title}</h2>
          <PeriodPicker chosen={chosen} today={today} typed={typed} onType={type} onChoose={choose} />
        </header>
        <div className="stat-remarks">
          <p>{report?.remarks.join('；')}</p>
          <span className="panel-acts">
            <Button hint="F5" onClick={again}>
              {TEXTS.again}
            </Button>
            {report?.closed && <Tag tone="good">{TEXTS.closedTag}</Tag>}
            {mayClose && report?.closed && (
              <Button hint="Alt+O" onClick={() => setReopening(true)}>
                {TEXTS.reopen}
              </Button>
            )}
            {mayClose && report && !report.closed && report.to < today && (
              <Button hint="Alt+D" disabled={closing.busy} onClick={() => void close()}>
                {TEXTS.close}
              </Button>
            )}
            <Button hint="Alt+P" disabled={printing.busy} onClick={() => void print()}>
              {TEXTS.print}
            </Button>
            {mayExport && (
              <Button hint="Alt+E" disabled={exporting.busy} onClick={() => void save()}>
                {TEXTS.export}
              </Button>
            )}
          </span>
        </div>
        {filling && (
          <div className="stat-progress">
            <span>{TEXTS.filling(filling.done, filling.total)}</span>
            <progress aria-label={TEXTS.fillBar} value={filling.done} max={filling.total} />
          </div>
        )}
        {walk.state === 'walking' && walk.total > 0 && (
          <div className="stat-progress">
            <span>{TEXTS.walking(walk.done, walk.total)}</span>
            <progress aria-label={TEXTS.walkBar} value={walk.done} max={walk.total} />
            <Button hint="Esc" onClick={walk.stop}>
              {TEXTS.stop}
            </Button>
          </div>
        )}
        {walk.state === 'stopped' && <Notice level="info">{TEXTS.stopped}</Notice>}
        {walk.error && <ErrorNotice error={walk.error} />}
        {report?.closed && report.closed.changes.length > 0 && <Notice level="warning">{TEXTS.changed(report.closed.changes)}</Notice>}
        {closing.error && <ErrorNotice error={closing.error} onDismiss={closing.clear} />}
        {printing.error && <ErrorNotice error={printing.error} onDismiss={printing.clear} />}
        {exporting.error && <ErrorNotice error={exporting.error} onDismiss={exporting.clear} />}
        {said && (
          <Notice level={said === TEXTS.notYet ? 'info' : 'good'} onDismiss={() => setSaid('')}>
            {said}
          </Notice>
        )}
      </section>
      {report && table && (
        <div className="stat-body">
          <TableTabs tables={report.tables} chosen={tableId} onChoose={setTableId} onInto={focusTable} />
          <section className="panel stat-panel" id="stat-table" role="tabpanel" aria-labelledby={`stat-tab-${tableId}`}>
            <div className="stat-side">
              <StatTable key={tableId} table={table} onDrill={drill} />
              {tableId === 'T5' && !places && (
                <p className="stat-acts">
                  <Button hint="Alt+S" onClick={withPlaces}>
                    {TEXTS.places}
                  </Button>
                </p>
              )}
              {table.rows.some(({ cells }) => cells.some(({ figure }) => figure)) && <p className="stat-hint">{TEXTS.drillHint}</p>}
            </div>
            {table.chart && table.chart.points.length > 0 && <Chart chart={table.chart} />}
          </section>
        </div>
      )}
      {reopening && report && (
        <ReasonDialog
          request="statistics.reopen"
          input={(reason) => ({ ...chosen, reason })}
          heading={TEXTS.reopen}
          title={TEXTS.reopenTitle(report.title)}
          button={TEXTS.reopen}
          onDone={again}
          onClose={() => setReopening(false)}
        />
      )}
      {drilled && <RecordsDialog drilled={drilled} onClose={() => setDrilled(null)} />}
    </div>
  );
}
