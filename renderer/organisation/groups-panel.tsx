import { useState } from 'react';
import { GROUP_NAMES } from '../../shared/domain/emergency';
import type { OrganisationInput, Seat, SeatToday } from '../../shared/domain/organisation';
import { SEAT_KIND_NAMES } from '../../shared/domain/organisation';
import { headless } from '../../shared/rules/organisation';
import { isRealDay } from '../../shared/rules/time';
import { Button } from '../components/button';
import { DataList } from '../components/data-list';
import { TextField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { Panel, Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useListFocus } from '../hooks/use-list-focus';
import { useLive } from '../hooks/use-live';
import { useMayAsk } from '../stores/session';
import { GroupsEditor } from './groups-editor';
import { TEXTS } from './texts';

const T = TEXTS.groups;

/** 组织 on any day, and a new edition of it (plan S01, S02). */
export function GroupsPanel({ today }: { today: string }) {
  const [day, setDay] = useState(today);
  const [editing, setEditing] = useState(false);
  const view = useLive('organisation.view', { day });
  const may = useMayAsk('organisation.save');
  const { whole, focusList } = useListFocus(view.value !== undefined && !editing);
  const edit = (): void => setEditing(true);
  useHotkeys({ ...(may && !editing && view.value ? { F4: edit } : {}), F8: focusList });
  const edition = view.value?.edition ?? null;
  const seats = edition?.seats ?? [];
  const next = view.value?.editions.filter(({ from }) => from > today).at(-1);
  const missing = headless(seats);
  if (editing) {
    const begin: OrganisationInput = { from: day < today ? today : day, seats, note: edition?.note ?? '' };
    return <GroupsEditor begin={begin} today={today} onDone={() => setEditing(false)} />;
  }
  return (
    <Panel
      title={TEXTS.tabs.groups}
      className="organisation-panel"
      aside={
        <>
          <span className="tone-quiet">{edition && `${T.inForce(edition.from, edition.recordedByName)}　${edition.note}`}</span>
          {next && <Tag tone="blue">{T.coming(next.from)}</Tag>}
          <span className="organisation-turn">
            <TextField
              type="date"
              label={T.of}
              labelHidden
              dense
              value={day}
              onChange={({ target }) => isRealDay(target.value) && setDay(target.value)}
            />
            {may && (
              <Button kind="primary" hint="F4" onClick={edit}>
                {TEXTS.edit}
              </Button>
            )}
          </span>
        </>
      }
    >
      {view.error && !view.value && <ErrorNotice error={view.error} />}
      {seats.length > 0 && missing.length > 0 && (
        <Notice level="info">{T.headless(missing.map((group) => GROUP_NAMES[group]).join('、'))}</Notice>
      )}
      {seats.length > 0 && (
        <div className="organisation-row seat-columns organisation-head" aria-hidden="true">
          {T.head.map((head) => (
            <span key={head}>{head}</span>
          ))}
        </div>
      )}
      <div className="organisation-list" ref={whole}>
        {view.value && (
          <DataList
            label={T.list}
            rows={seats}
            rowHeight={36}
            keyOf={({ key }) => key}
            empty={may && day >= today ? T.emptyEdit : T.empty}
            onOpen={() => may && edit()}
          >
            {(seat) => <SeatRow seat={seat} said={view.value?.today.find(({ key }) => key === seat.key)} />}
          </DataList>
        )}
      </div>
    </Panel>
  );
}

function SeatRow({ seat, said }: { seat: Seat; said: SeatToday | undefined }) {
  const { group, kind, person, post, phone, backup, backupPhone, deputyPerson, deputyPhone } = seat;
  return (
    <div className="organisation-row seat-columns">
      <span className="tone-quiet">{GROUP_NAMES[group]}</span>
      <span>{kind === 'head' ? <b>{SEAT_KIND_NAMES[kind]}</b> : SEAT_KIND_NAMES[kind]}</span>
      <b>{person}</b>
      <span title={post}>{post}</span>
      <span>{phone || (said?.absent ? '' : said?.phone)}</span>
      <span title={`${backup} ${backupPhone}`}>{`${backup} ${backupPhone}`}</span>
      <span>
        {said?.absent ? (
          <Tag tone={said.insteadOf ? 'warn' : 'bad'}>{said.insteadOf ? T.standIn(said.person) : T.noStandIn}</Tag>
        ) : (
          `${deputyPerson} ${deputyPhone}`
        )}
      </span>
    </div>
  );
}
