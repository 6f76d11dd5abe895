import { useEffect, useRef, useState } from 'react';
import type { AppointmentView } from '../../shared/domain/appointments';
import { standingOf } from '../../shared/rules/appointment-standing';
import { addDays, isRealDay, longDay, weekdayOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { DataList } from '../components/data-list';
import { TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { Panel, Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { useScreen } from '../stores/screen';
import { useMayAsk } from '../stores/session';
import { AppointmentDialog } from './appointment-dialog';
import { AppointmentRow } from './appointment-row';
import { TEXTS } from './texts';
import { useDayKeys } from './use-day-keys';

const ROW = 36;

/** Everybody who is expected on one day, by the hour. */
export function DayPanel({ today }: { today: string }) {
  const [day, setDay] = useState(today);
  const [open, setOpen] = useState<AppointmentView | 'new' | null>(null);
  const openVisit = useScreen((s) => s.openVisit);
  const may = useMayAsk('appointment.save');
  const appointments = useLive('appointment.list', { from: day, to: day });
  const rows = appointments.value ?? [];
  const whole = useRef<HTMLDivElement>(null);
  const focusList = (): void => whole.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  const shown = appointments.value !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list of another day begins with the keyboard in it
  useEffect(() => {
    if (document.activeElement === document.body) focusList();
  }, [shown, day]);
  const create = (): void => setOpen('new');
  // From the day before this key, which need not be painted yet.
  useDayKeys((days) => setDay((shown) => addDays(shown, days)));
  useHotkeys({ ...(may ? { F4: create } : {}), F8: focusList, 'Alt+0': () => setDay(today) });

  const count = (standing: string): number => rows.filter((row) => standingOf(row, today) === standing).length;
  return (
    <Panel
      title={`${longDay(day)} ${weekdayOf(day)}${day === today ? `（${TEXTS.isToday}）` : ''}`}
      className="appointments-panel"
      aside={
        <>
          <span className="tone-quiet">{rows.length > 0 && TEXTS.totals(count('awaited'), count('arrived'))}</span>
          <span className="appointments-turn">
            <Button hint="←" onClick={() => setDay(addDays(day, -1))}>
              {TEXTS.previous}
            </Button>
            <TextField
              type="date"
              label={TEXTS.day}
              labelHidden
              dense
              value={day}
              onChange={(event) => isRealDay(event.target.value) && setDay(event.target.value)}
            />
            <Button hint="→" onClick={() => setDay(addDays(day, 1))}>
              {TEXTS.next}
            </Button>
            <Button hint="Alt+0" onClick={() => setDay(today)}>
              {TEXTS.today}
            </Button>
            {may && (
              <Button kind="primary" hint="F4" onClick={create}>
                {TEXTS.new}
              </Button>
            )}
          </span>
        </>
      }
    >
      {appointments.error && !appointments.value && <ErrorNotice error={appointments.error} />}
      <Receiving day={day} />
      <div className="appointment-columns appointment-head" aria-hidden="true">
        {TEXTS.head.map((head) => (
          <span key={head}>{head}</span>
        ))}
      </div>
      <div className="appointments-list" ref={whole}>
        {appointments.value && (
          <DataList
            label={TEXTS.list}
            rows={rows}
            rowHeight={ROW}
            keyOf={(row) => row.id}
            empty={TEXTS.empty}
            onOpen={(row) => (row.visitId ? openVisit(row.visitId) : may && setOpen(row))}
          >
            {(row) => <AppointmentRow row={row} today={today} />}
          </DataList>
        )}
      </div>
      {open && (
        <AppointmentDialog
          appointment={open === 'new' ? null : open}
          day={day < today ? today : day}
          today={today}
          onSaved={(date) => {
            setOpen(null);
            setDay(date);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </Panel>
  );
}

/** The leaders who receive visitors on this day. */
function Receiving({ day }: { day: string }) {
  const days = useLive('day.list', { from: day, to: day }).value?.filter((each) => !each.cancelled) ?? [];
  const rooms = useLive('settings.all', {}).value?.hall.rooms ?? [];
  if (days.length === 0) return null;
  const room = (id: string): string => rooms.find((each) => each.id === id)?.name ?? '';
  return (
    <p className="appointments-receiving">
      {days.map((each) => (
        <Tag key={each.id} tone="blue">
          {TEXTS.receiving(TEXTS.leader(each.leader), each.from, each.to, room(each.roomId), each.booked)}
        </Tag>
      ))}
    </p>
  );
}
