import './queue.css';
import { useEffect, useRef, useState } from 'react';
import type { QueueRow } from '../../shared/domain/hall';
import type { Settings } from '../../shared/domain/settings';
import { waitsLong } from '../../shared/rules/queue-order';
import { ErrorNotice, Notice } from '../components/notice';
import { Panel } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { useNow } from '../hooks/use-now';
import { useMayAsk } from '../stores/session';
import { ActDialog } from './act-dialog';
import { ActSaid } from './act-said';
import { QueueDetail } from './queue-detail';
import { QueueList } from './queue-list';
import { RoomsPanel } from './rooms-panel';
import { StateSum } from './state-sum';
import { TEXTS } from './texts';
import { useAct } from './use-act';
import { useActing } from './use-acting';

export function Queue({ settings }: { settings: Settings }) {
  const queue = useLive('queue.list', {});
  const hall = useLive('hall.now', {}).value;
  const mayAct = useMayAsk('visit.act');
  const runner = useAct(settings.hall);
  const [selected, setSelected] = useState<QueueRow>();
  const rows = queue.value ?? [];
  const row = rows.find((each) => each.id === selected?.id);
  const acting = useActing(runner, rows);
  const whole = useRef<HTMLDivElement>(null);
  const focusList = (): void => whole.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  const loaded = queue.value !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the list is there
  useEffect(focusList, [loaded]);
  const empty = rows.length === 0;
  // An empty queue has no list to stand in: the first who comes is where the keys go, unless somebody is busy elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when there is somebody
  useEffect(() => {
    if (!empty && document.activeElement === document.body) focusList();
  }, [empty]);
  useHotkeys({ F8: focusList });

  return (
    <div className="screen queue" ref={whole}>
      <Panel title={TEXTS.title} className="queue-main" aside={<StateSum hall={hall} />}>
        <LongWait rows={rows} minutes={settings.rules.waitHintMinutes} />
        {queue.error && !queue.value && <ErrorNotice error={queue.error} />}
        <QueueList
          label={TEXTS.list}
          rows={rows}
          settings={settings}
          empty={TEXTS.empty}
          onSelect={setSelected}
          onAct={(each, act) => mayAct && acting.begin(each, act)}
        />
        <ActSaid runner={runner} />
      </Panel>
      <aside className="queue-side">
        <QueueDetail row={row} settings={settings} mayAct={mayAct} onAct={acting.begin} />
        <RoomsPanel rows={rows} hall={settings.hall} />
      </aside>
      {acting.asking && <ActDialog {...acting.asking} rows={rows} settings={settings} runner={runner} onClose={acting.close} />}
    </div>
  );
}

function LongWait({ rows, minutes }: { rows: readonly QueueRow[]; minutes: number }) {
  const now = useNow(10_000);
  const long = rows.filter((row) => waitsLong(row, now, minutes)).length;
  return long > 0 ? <Notice level="warning">{TEXTS.longWait(long, minutes)}</Notice> : null;
}
