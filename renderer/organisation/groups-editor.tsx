import { useEffect, useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { GROUP_NAMES } from '../../shared/domain/emergency';
import { OrganisationInput, SEAT_KIND_NAMES, type Seat } from '../../shared/domain/organisation';
import { checkOrganisation, inSeatOrder } from '../../shared/rules/organisation';
import { Button } from '../components/button';
import { TextField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { Panel } from '../components/panel';
import { useDraft } from '../hooks/use-draft';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useAnswer, useRequest } from '../hooks/use-request';
import { ListEditor } from '../settings/list-editor';
import { wrongBelow, wrongBySchema } from '../settings/use-edited';
import { SeatForm } from './seat-form';
import { TEXTS } from './texts';

const T = TEXTS.groups;
/** As it is typed: not yet what may be saved. */
const Typed = z.object({ from: z.string(), note: z.string(), seats: z.array(z.record(z.string(), z.string())) });

const blank = (group: Seat['group'], kind: Seat['kind']): Seat => ({
  ...{ key: uuid(), group, kind, staffId: '', person: '', post: '', phone: '', backup: '', backupPhone: '' },
  ...{ deputyStaffId: '', deputyPerson: '', deputyPhone: '' },
});
const GROUPS = Object.keys(GROUP_NAMES) as Seat['group'][];
/** What the plan asks for (S02, S04, S09, S14, S19, S24): a head each, and who stands beside the first. */
const empty = (): Seat[] => [blank('lead', 'head'), blank('lead', 'deputy'), ...GROUPS.slice(1).map((group) => blank(group, 'head'))];

/** A new edition: the one that counts, changed, from a day on. Rows left wholly empty are not saved. */
export function GroupsEditor({ begin, today, onDone }: { begin: OrganisationInput; today: string; onDone(): void }) {
  const saving = useRequest('organisation.save');
  const staff = useAnswer('session.staff', {}).value ?? [];
  const [value, setValue] = useState<OrganisationInput>({ ...begin, seats: begin.seats.length > 0 ? begin.seats : empty() });
  const [touched, setTouched] = useState(false);
  const [at, setAt] = useState(0);
  const [tried, setTried] = useState(0);
  const body = useRef<HTMLDivElement>(null);
  const draft = useDraft(
    'organisation',
    () => (touched ? JSON.stringify(value) : null),
    (text) => {
      const typed = Typed.safeParse(JSON.parse(text));
      if (!typed.success) return;
      setValue(typed.data as unknown as OrganisationInput);
      setTouched(true);
    },
  );
  const change = (more: Partial<OrganisationInput>): void => {
    setValue((was) => ({ ...was, ...more }));
    setTouched(true);
    draft.changed();
  };
  const wrong = { ...(saving.error?.fields ?? {}), ...(tried > 0 ? problems(value, today) : {}) };
  useEffect(() => {
    if (tried > 0) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tried]);
  const leave = async (): Promise<void> => {
    await draft.discard();
    onDone();
  };
  const save = async (): Promise<void> => {
    if (saving.busy) return;
    const [first] = Object.keys(problems(value, today));
    setTried((n) => n + 1);
    const row = first?.startsWith('seats.') ? Number(first.split('.')[1]) : 0;
    if (first !== undefined) return setAt(first === 'from' ? at : row);
    if ((await saving.run({ ...value, seats: inSeatOrder(value.seats.filter((seat) => !isEmpty(seat))) })).ok) await leave();
  };
  // Left with Escape, what was typed waits as a draft; only the button throws it away.
  useHotkeys({ 'Ctrl+S': () => void save(), Escape: onDone });
  const { seats } = value;
  const row = seats[at] ?? seats.at(-1);
  return (
    <Panel
      title={T.editing}
      className="organisation-panel"
      aside={
        <span className="organisation-turn">
          {touched && (
            <Button kind="danger" onClick={() => void leave()}>
              {TEXTS.discard}
            </Button>
          )}
          <Button hint="Esc" onClick={onDone}>
            {TEXTS.back}
          </Button>
          <Button kind="primary" hint="Ctrl+S" disabled={saving.busy} onClick={() => void save()}>
            {TEXTS.save}
          </Button>
        </span>
      }
    >
      <div className="groups-body" ref={body}>
        {draft.restored && <Notice level="info">{TEXTS.restored}</Notice>}
        {Object.keys(wrong).length > 0 && (
          <Notice level="error">
            {T.wrong} {wrong.seats}
          </Notice>
        )}
        {saving.error && Object.keys(saving.error.fields ?? {}).length === 0 && <ErrorNotice error={saving.error} />}
        <div className="row groups-edition">
          <TextField
            type="date"
            label={T.from}
            required
            value={value.from}
            note={T.fromNote}
            error={wrong.from}
            onChange={({ target }) => change({ from: target.value })}
          />
          <TextField label={T.note} maxLength={100} value={value.note} onChange={({ target }) => change({ note: target.value })} />
        </div>
        <ListEditor
          label={T.seats}
          rows={seats}
          at={at}
          onAt={setAt}
          keyOf={({ key }) => key}
          lineOf={(seat) => (
            <>
              <span>{nameOf(seat, staff) || T.unnamed}</span>
              <small>{`${GROUP_NAMES[seat.group]} ${SEAT_KIND_NAMES[seat.kind]}`}</small>
            </>
          )}
          wrongAt={(i) => wrongBelow(wrong, `seats.${i}`)}
          make={() => blank(row?.group ?? 'lead', 'member')}
          onChange={(rows) => change({ seats: rows })}
        >
          {row && (
            <SeatForm
              key={row.key}
              seat={row}
              staff={staff}
              path={`seats.${seats.indexOf(row)}`}
              wrong={wrong}
              onChange={(more) => change({ seats: seats.map((each) => (each === row ? { ...each, ...more } : each)) })}
            />
          )}
        </ListEditor>
      </div>
    </Panel>
  );
}

const isEmpty = ({ key, group, kind, ...rest }: Seat): boolean => Object.values(rest).every((text) => text.trim() === '');
const nameOf = ({ staffId, person }: Seat, staff: readonly { id: string; name: string }[]): string =>
  staff.find(({ id }) => id === staffId)?.name ?? person;

/** Of the rows that somebody filled in; paths count all rows. */
function problems(value: OrganisationInput, today: string): Record<string, string> {
  const kept = value.seats.map((seat, i) => ({ seat, i })).filter(({ seat }) => !isEmpty(seat));
  const input = { ...value, seats: kept.map(({ seat }) => seat) };
  const found = { ...checkOrganisation(input, today), ...wrongBySchema(OrganisationInput, input) };
  return Object.fromEntries(
    Object.entries(found).map(([path, sentence]) => {
      const [head = '', n, ...rest] = path.split('.');
      return [head === 'seats' && n !== undefined ? ['seats', kept[Number(n)]?.i, ...rest].join('.') : path, sentence];
    }),
  );
}
