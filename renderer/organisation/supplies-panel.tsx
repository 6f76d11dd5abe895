import { type KeyboardEvent, useState } from 'react';
import type { SupplyFlag, SupplyView } from '../../shared/domain/duty';
import { dayOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { DataList } from '../components/data-list';
import { ErrorNotice } from '../components/notice';
import { Panel, Tag, type TagTone } from '../components/panel';
import { isPlain } from '../hooks/plain-key';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useListFocus } from '../hooks/use-list-focus';
import { useLive } from '../hooks/use-live';
import { useMayAsk } from '../stores/session';
import { SupplyCheckDialog } from './supply-check-dialog';
import { SupplyDialog } from './supply-dialog';
import { TEXTS } from './texts';

const T = TEXTS.supplies;
const TONES: Record<SupplyFlag, TagTone> = { short: 'bad', expired: 'bad', 'last-day': 'bad', soon: 'warn', unchecked: 'warn' };

/** 物资台账: what has to be seen to stands first (plan S21). */
export function SuppliesPanel({ today }: { today: string }) {
  const list = useLive('supply.list', { day: today });
  const may = useMayAsk('supply.save');
  const [open, setOpen] = useState<SupplyView | 'new' | null>(null);
  const [checking, setChecking] = useState<SupplyView | null>(null);
  const { whole, focusList } = useListFocus(list.value !== undefined);
  const create = (): void => setOpen('new');
  useHotkeys({ ...(may ? { F4: create } : {}), F8: focusList });
  const rows = list.value ?? [];
  const onKey = (event: KeyboardEvent, row: SupplyView): (() => void) | null =>
    may && isPlain(event) && event.key.toUpperCase() === 'C' ? () => setChecking(row) : null;
  return (
    <Panel
      title={T.list}
      className="organisation-panel"
      aside={
        <>
          <span className="tone-quiet">
            {rows.length > 0 && `${T.count(rows.filter(({ flags }) => flags.length > 0).length)}${may ? ` · ${T.keys}` : ''}`}
          </span>
          {may && (
            <Button kind="primary" hint="F4" className="panel-end-button" onClick={create}>
              {T.new}
            </Button>
          )}
        </>
      }
    >
      {list.error && !list.value && <ErrorNotice error={list.error} />}
      {rows.length > 0 && (
        <div className="organisation-row supply-columns organisation-head" aria-hidden="true">
          {T.head.map((head) => (
            <span key={head}>{head}</span>
          ))}
        </div>
      )}
      <div className="organisation-list" ref={whole}>
        {list.value && (
          <DataList
            label={T.list}
            rows={rows}
            rowHeight={38}
            keyOf={({ id }) => id}
            empty={may ? T.emptyEdit : T.empty}
            onOpen={(row) => may && setOpen(row)}
            onSelect={() => {}}
            onKey={onKey}
          >
            {(row) => <Row row={row} />}
          </DataList>
        )}
      </div>
      {open && <SupplyDialog supply={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
      {checking && <SupplyCheckDialog supply={checking} onClose={() => setChecking(null)} />}
    </Panel>
  );
}

function Row({ row }: { row: SupplyView }) {
  const { name, unit, stock, minimum, location, expires, checkedAt, checkedByName, flags } = row;
  return (
    <div className="organisation-row supply-columns">
      <b>{name}</b>
      <span>{`${stock}${unit}`}</span>
      <span className="tone-quiet">{`${minimum}${unit}`}</span>
      <span title={location}>{location}</span>
      <span>{expires || '—'}</span>
      <span className="tone-quiet">{T.checked(checkedByName, dayOf(checkedAt))}</span>
      <span className="roster-tags">
        {flags.map((flag) => (
          <Tag key={flag} tone={TONES[flag]}>
            {T.flags[flag]}
          </Tag>
        ))}
        {flags.length === 0 && <Tag tone="good">{T.fine}</Tag>}
      </span>
    </div>
  );
}
