import '../queue/queue.css';
import { useEffect, useRef, useState } from 'react';
import type { QueueRow } from '../../shared/domain/hall';
import type { Settings } from '../../shared/domain/settings';
import { dayOf } from '../../shared/rules/time';
import { BackupPanel } from '../backup/backup-panel';
import { ExpiringPanel } from '../care-notes/expiring-panel';
import { Button } from '../components/button';
import { Panel } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
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
import { DAY_END, settlingAct } from './acts';
import { EndBar } from './end-bar';
import { TEXTS } from './texts';
import { useSettling } from './use-settling';

/** 「日终」: cards not returned and people not signed out, of today and of earlier days; each settled with one key. */
export function DayEndScreen() {
  const settings = useLive('settings.all', {}).value;
  return settings ? <DayEnd settings={settings} /> : null;
}

function DayEnd({ settings }: { settings: Settings }) {
  const open = useLive('queue.list', {}).value ?? [];
  const lost = useLive('queue.lost', {}).value ?? [];
  const mayAct = useMayAsk('visit.act');
  const { runner, last, takeBack } = useSettling(useAct(settings.hall));
  const acting = useActing(runner, [...open, ...lost], settlingAct);
  const [selected, setSelected] = useState<QueueRow>();
  const today = dayOf(useNow(30_000));
  const whole = useRef<HTMLDivElement>(null);
  const any = open.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when there is a list to stand on
  useEffect(() => whole.current?.querySelector<HTMLElement>('[role=listbox]')?.focus(), [any]);
  const row = [...open, ...lost].find((each) => each.id === selected?.id);
  const settle = (each: QueueRow, act: Offered['act']): void => {
    if (!mayAct) return;
    // The card that was just settled is what a slip was about, not the one that the list stands on now.
    if (act === 'undo' && last) takeBack();
    else acting.begin(each, act);
  };
  useHotkeys({ 'Ctrl+Z': takeBack }, { enabled: last !== null });
  return (
    <div className="screen queue" ref={whole}>
      <Panel
        title={TEXTS.title}
        className="queue-main"
        aside={<span className="panel-end">{TEXTS.summary(open.length, open.filter((each) => each.date !== today).length)}</span>}
      >
        <p className="day-end-intro tone-quiet">{TEXTS.intro}</p>
        <QueueList
          label={TEXTS.list}
          rows={open}
          settings={settings}
          empty={TEXTS.empty}
          offer={DAY_END}
          onSelect={setSelected}
          onAct={settle}
        />
        <ActSaid runner={runner} />
        {last && (
          <Button className="day-end-back" hint="Ctrl+Z" onClick={takeBack}>
            {TEXTS.takeBack(last.queueNumber)}
          </Button>
        )}
        <EndBar cards={open.length} />
      </Panel>
      <aside className="queue-side">
        <QueueDetail row={row} settings={settings} mayAct={mayAct} offer={DAY_END} onAct={settle} />
        <Panel title={TEXTS.lostTitle} className="day-end-lost">
          <QueueList
            label={TEXTS.lostTitle}
            rows={lost}
            settings={settings}
            empty={TEXTS.lostEmpty}
            offer={DAY_END}
            onSelect={(each) => each && setSelected(each)}
            onAct={settle}
          />
        </Panel>
        <ExpiringPanel />
        <BackupPanel />
      </aside>
      {acting.asking && <ActDialog {...acting.asking} rows={open} settings={settings} runner={runner} onClose={acting.close} />}
    </div>
  );
}
