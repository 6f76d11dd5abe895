import { type KeyboardEvent, useState } from 'react';
import type { FacilityRow, FacilityState } from '../../shared/domain/duty';
import { FACILITY_STATE_NAMES } from '../../shared/domain/duty';
import { holdsOpening } from '../../shared/rules/facilities';
import { timeOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { DataList } from '../components/data-list';
import { ErrorNotice, Notice } from '../components/notice';
import { Panel, Tag, type TagTone } from '../components/panel';
import { isPlain } from '../hooks/plain-key';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useListFocus } from '../hooks/use-list-focus';
import { useLive } from '../hooks/use-live';
import { useRequest } from '../hooks/use-request';
import { useMayAsk } from '../stores/session';
import { FacilityNoteDialog } from './facility-note-dialog';
import { OpenDialog } from './open-dialog';
import { TEXTS } from './texts';

const T = TEXTS.opening;
const TONES: Record<FacilityState, TagTone> = { good: 'good', fault: 'bad', mended: 'blue' };
const KEYS: Readonly<Record<string, FacilityState>> = { 1: 'good', 2: 'fault', 3: 'mended' };

/** 开场检查: each item answered with one key by whoever looks; then the day is opened. */
export function OpeningPanel({ today }: { today: string }) {
  const day = useLive('facility.day', { date: today });
  const answering = useRequest('facility.answer');
  const opening = useRequest('facility.open');
  const mayAnswer = useMayAsk('facility.answer');
  const mayOpen = useMayAsk('facility.open');
  const [asked, setAsked] = useState<{ row: FacilityRow; state: 'fault' | 'mended' } | null>(null);
  const [overriding, setOverriding] = useState(false);
  const { whole, focusList } = useListFocus(day.value !== undefined);
  const rows = day.value?.rows ?? [];
  const opened = day.value?.opening ?? null;
  const held = holdsOpening(rows);
  const open = (): void => {
    if (!day.value || opened || opening.busy) return;
    if (held.length > 0) setOverriding(true);
    else void opening.run({});
  };
  useHotkeys({ ...(mayOpen && !opened ? { F6: open } : {}), F8: focusList });
  const onKey = (event: KeyboardEvent, row: FacilityRow): (() => void) | null => {
    const state = KEYS[event.key];
    if (!mayAnswer || !isPlain(event) || !state) return null;
    return () => (state === 'good' ? void answering.run({ itemId: row.id, state }) : setAsked({ row, state }));
  };
  const unseen = rows.filter(({ state }) => state === null).length;
  const error = answering.error ?? opening.error;
  return (
    <Panel
      title={TEXTS.tabs.opening}
      className="organisation-panel"
      aside={
        <>
          <span className="tone-quiet">{day.value && rows.length > 0 && T.left(unseen)}</span>
          <span className="organisation-turn">
            {opened && <Tag tone="good">{T.opened(opened.staffName, timeOf(opened.at))}</Tag>}
            {mayOpen && !opened && (
              <Button kind="primary" hint="F6" disabled={opening.busy} onClick={open}>
                {T.open}
              </Button>
            )}
          </span>
        </>
      }
    >
      {day.error && !day.value && <ErrorNotice error={day.error} />}
      {error && <ErrorNotice error={error} />}
      {opened && opened.left.length > 0 && (
        <Notice level="warning">
          {T.openedWith(opened.left.join('、'))}
          {opened.reason && `　${T.reasonWas(opened.reason)}`}
        </Notice>
      )}
      <div className="organisation-row facility-columns organisation-head" aria-hidden="true">
        {T.head.map((head) => (
          <span key={head}>{head}</span>
        ))}
      </div>
      <div className="organisation-list" ref={whole}>
        {day.value && (
          <DataList
            label={T.list}
            rows={rows}
            rowHeight={38}
            keyOf={({ id }) => id}
            empty={T.empty}
            onOpen={(row) => mayAnswer && setAsked({ row, state: 'fault' })}
            onSelect={() => {}}
            onKey={onKey}
          >
            {(row) => <Row row={row} />}
          </DataList>
        )}
      </div>
      {mayAnswer && rows.length > 0 && <p className="roster-keys tone-quiet">{T.keys}</p>}
      {asked && <FacilityNoteDialog {...asked} onClose={() => setAsked(null)} />}
      {overriding && <OpenDialog held={held} onClose={() => setOverriding(false)} />}
    </Panel>
  );
}

function Row({ row: { name, critical, state, note, at, staffName } }: { row: FacilityRow }) {
  return (
    <div className="organisation-row facility-columns">
      <span>
        {name} {critical && <Tag tone="warn">{T.critical}</Tag>}
      </span>
      <span>{state ? <Tag tone={TONES[state]}>{FACILITY_STATE_NAMES[state]}</Tag> : <span className="tone-quiet">{T.unseen}</span>}</span>
      <span title={note}>{note}</span>
      <span className="tone-quiet">{at !== null && `${staffName} ${timeOf(at)}`}</span>
    </div>
  );
}
