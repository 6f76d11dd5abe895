import './briefings.css';
import { useEffect, useRef, useState } from 'react';
import { BRIEFING_STATE_NAMES, type BriefingRow } from '../../shared/domain/briefing';
import { longDay } from '../../shared/rules/time';
import { Button } from '../components/button';
import { DataList } from '../components/data-list';
import { ErrorNotice } from '../components/notice';
import { Panel, Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { useScreen } from '../stores/screen';
import { BriefingPanel } from './briefing-panel';
import { CreateDialog } from './create-dialog';
import { STATE_TONES } from './state-tones';
import { TEXTS } from './texts';

/** 「专报」: what was reported to the leading group, the newest first; beside it the one that is read or written. */
export function BriefingsScreen() {
  const list = useLive('briefing.list', {});
  const { briefingId, openBriefing } = useScreen();
  const [creating, setCreating] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const rows = list.value ?? [];
  const id = briefingId ?? rows[0]?.id ?? null;
  const view = useLive('briefing.view', { id: id ?? '' }, id !== null).value;
  const focusList = (): void => whole.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  /** Where the list stood last: it tells its row whenever it is read anew, and must not lead away from one that was asked for. */
  const stood = useRef<string>(undefined);
  const select = (row: BriefingRow | undefined): void => {
    if (!row || row.id === stood.current) return;
    const asked = stood.current === undefined && briefingId !== null;
    stood.current = row.id;
    if (!asked) openBriefing(row.id);
  };
  const loaded = list.value !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the list is there
  useEffect(focusList, [loaded]);
  useHotkeys({ F8: focusList, 'Alt+N': () => setCreating(true) });
  return (
    <div className="screen briefings" ref={whole}>
      <Panel
        title={TEXTS.title}
        className="briefing-list"
        aside={
          <span className="panel-end">
            <Button kind="primary" hint="Alt+N" onClick={() => setCreating(true)}>
              {TEXTS.add}
            </Button>
          </span>
        }
      >
        {list.error && !list.value && <ErrorNotice error={list.error} />}
        <DataList
          label={TEXTS.list}
          rows={rows}
          rowHeight={58}
          keyOf={(row) => row.id}
          empty={TEXTS.empty}
          onOpen={(row) => openBriefing(row.id)}
          onSelect={select}
        >
          {(row) => (
            <div className="briefing-row">
              <span>
                <b>{row.number}</b> {row.corrects && TEXTS.correcting(row.corrects)}
                <small>
                  {longDay(row.date)} · {TEXTS.cases(row.cases)} · {row.drafterName}
                </small>
              </span>
              <span>
                <Tag tone={STATE_TONES[row.state]}>{BRIEFING_STATE_NAMES[row.state]}</Tag>
                {row.openInstructions > 0 && <Tag tone="bad">{TEXTS.owed(row.openInstructions)}</Tag>}
              </span>
            </div>
          )}
        </DataList>
      </Panel>
      {view ? (
        <BriefingPanel key={view.id} briefing={view} onOpen={openBriefing} />
      ) : (
        <Panel title={TEXTS.course} className="briefing-panel">
          <p className="empty">{TEXTS.chooseOne}</p>
        </Panel>
      )}
      {creating && <CreateDialog onCreated={openBriefing} onClose={() => setCreating(false)} />}
    </div>
  );
}
