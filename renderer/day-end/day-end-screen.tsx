import '../queue/queue.css';
import { useEffect, useRef, useState } from 'react';
import type { QueueRow } from '../../shared/domain/hall';
import type { Settings } from '../../shared/domain/settings';
import { dayOf } from '../../shared/rules/time';
import { ExpiringPanel } from '../care-notes/expiring-panel';
import { Panel } from '../components/panel';
import { useLive } from '../hooks/use-live';
import { useNow } from '../hooks/use-now';
import { ActDialog } from '../queue/act-dialog';
import { ActSaid } from '../queue/act-said';
import type { Offered } from '../queue/acts';
import { QueueDetail } from '../queue/queue-detail';
import { QueueList } from '../queue/queue-list';
import { useAct } from '../queue/use-act';
import { useActing } from '../queue/use-acting';
import { useMayAsk } from '../stores/session';
import { TEXTS } from './texts';

/** 「日终」: cards not returned and people not signed out, of today and of earlier days; each settled with one key. */
export function DayEndScreen() {
  const settings = useLive('settings.all', {}).value;
  return settings ? <DayEnd settings={settings} /> : null;
}

function DayEnd({ settings }: { settings: Settings }) {
  const open = useLive('queue.list', {}).value ?? [];
  const lost = useLive('queue.lost', {}).value ?? [];
  const mayAct = useMayAsk('visit.act');
  const runner = useAct(settings.hall);
  const acting = useActing(runner, [...open, ...lost]);
  const [selected, setSelected] = useState<QueueRow>();
  const today = dayOf(useNow(30_000));
  const whole = useRef<HTMLDivElement>(null);
  const any = open.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when there is a list to stand on
  useEffect(() => whole.current?.querySelector<HTMLElement>('[role=listbox]')?.focus(), [any]);
  const row = [...open, ...lost].find((each) => each.id === selected?.id);
  // At the day's end Enter settles: nobody is guided or called any more.
  const settle = (each: QueueRow, act: Offered['act']): void => {
    if (!mayAct) return;
    acting.begin(each, act === 'guide' || act === 'call' || act === 'enter' ? 'return' : act);
  };
  return (
    <div className="screen queue" ref={whole}>
      <Panel
        title={TEXTS.title}
        className="queue-main"
        aside={<span className="panel-end">{TEXTS.summary(open.length, open.filter((each) => each.date !== today).length)}</span>}
      >
        <p className="day-end-intro tone-quiet">{TEXTS.intro}</p>
        <QueueList label={TEXTS.list} rows={open} settings={settings} empty={TEXTS.empty} onSelect={setSelected} onAct={settle} />
        <ActSaid runner={runner} />
      </Panel>
      <aside className="queue-side">
        <QueueDetail row={row} settings={settings} mayAct={mayAct} onAct={acting.begin} />
        <Panel title={TEXTS.lostTitle} className="day-end-lost">
          <QueueList
            label={TEXTS.lostTitle}
            rows={lost}
            settings={settings}
            empty={TEXTS.lostEmpty}
            onSelect={(each) => each && setSelected(each)}
            onAct={(each, act) => mayAct && acting.begin(each, act)}
          />
        </Panel>
        <ExpiringPanel />
      </aside>
      {acting.asking && <ActDialog {...acting.asking} rows={open} settings={settings} runner={runner} onClose={acting.close} />}
    </div>
  );
}
