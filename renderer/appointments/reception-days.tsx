import { useState } from 'react';
import type { ReceptionDayView } from '../../shared/contract/appointments';
import { addDays, weekdayOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { ErrorNotice } from '../components/notice';
import { Panel, Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { useMayAsk } from '../stores/session';
import { ReceptionDayDialog } from './reception-day-dialog';
import { TEXTS } from './texts';

const BACK = -30;
const AHEAD = 366;

/** 领导接访日: a year ahead, and the last month to look back on. */
export function ReceptionDays({ today }: { today: string }) {
  const days = useLive('day.list', { from: addDays(today, BACK), to: addDays(today, AHEAD) });
  const rooms = useLive('settings.all', {}).value?.hall.rooms ?? [];
  const may = useMayAsk('day.save');
  const [open, setOpen] = useState<ReceptionDayView | 'new' | null>(null);
  const create = (): void => setOpen('new');
  useHotkeys(may ? { F4: create } : {});
  return (
    <Panel
      title={TEXTS.tabs.days}
      className="appointments-panel"
      aside={
        may && (
          <Button kind="primary" hint="F4" className="panel-end-button" onClick={create}>
            {TEXTS.newDay}
          </Button>
        )
      }
    >
      {days.error && !days.value && <ErrorNotice error={days.error} />}
      {days.value?.length === 0 && <p className="empty">{TEXTS.dayEmpty}</p>}
      {days.value && days.value.length > 0 && (
        <div className="appointments-scroll">
          <table className="table" aria-label={TEXTS.dayList}>
            <thead>
              <tr>
                {TEXTS.dayHead.map((head) => (
                  <th key={head}>{head}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.value.map((day) => (
                <tr key={day.id} className={day.cancelled || day.date < today ? 'tone-quiet' : undefined}>
                  <td>
                    {day.date} {weekdayOf(day.date)}
                  </td>
                  <td>
                    {day.from}–{day.to}
                  </td>
                  <td>
                    <b>{day.leader}</b>
                  </td>
                  <td>{day.post}</td>
                  <td>{rooms.find((room) => room.id === day.roomId)?.name ?? TEXTS.noRoom}</td>
                  <td>{day.booked}</td>
                  <td>{day.cancelled ? <Tag>{TEXTS.cancelledBecause(day.reason)}</Tag> : day.note}</td>
                  <td>
                    {may && !day.cancelled && day.date >= today && (
                      <Button kind="quiet" aria-label={TEXTS.of(TEXTS.editDay, `${day.leader} ${day.date}`)} onClick={() => setOpen(day)}>
                        {TEXTS.editDay}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {open && <ReceptionDayDialog day={open === 'new' ? null : open} today={today} rooms={rooms} onClose={() => setOpen(null)} />}
    </Panel>
  );
}
