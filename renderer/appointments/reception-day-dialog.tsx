import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { ReceptionDayView } from '../../shared/contract/appointments';
import type { Room } from '../../shared/domain/settings';
import { readTime } from '../../shared/rules/appointment-time';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { SelectField, TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { enterSubmits } from '../hooks/enter-submits';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useRequest } from '../hooks/use-request';
import { ReasonForm } from '../visit/reason-form';
import { TEXTS } from './texts';

interface Props {
  /** Null for a new one. */
  day: ReceptionDayView | null;
  today: string;
  rooms: readonly Room[];
  onClose(): void;
}
type Form = Record<keyof typeof TEXTS.dayFields, string>;

/** One leader's reception day: planned, put right, called off with a reason. */
export function ReceptionDayDialog({ day, today, rooms, onClose }: Props) {
  const saving = useRequest('day.save');
  const [cancelling, setCancelling] = useState(false);
  const { register, handleSubmit, setFocus } = useForm<Form>({
    defaultValues: day ?? { date: today, from: '09:00', to: '11:30', leader: '', post: '', roomId: '', note: '' },
  });
  useHotkeys(day && !cancelling ? { F7: () => setCancelling(true) } : {}, { inDialog: true });
  const save = handleSubmit(async ({ date, from, to, leader, post, roomId, note }) => {
    if (saving.busy) return;
    const times = { from: readTime(from) ?? from, to: readTime(to) ?? to };
    const result = await saving.run({ id: day?.id, date, ...times, leader, post, roomId, note });
    if (result.ok) return onClose();
    const wrong = (Object.keys(TEXTS.dayFields) as (keyof Form)[]).find((field) => result.error.fields?.[field]);
    if (wrong) setFocus(wrong);
  });
  const said = saving.error?.fields ?? {};
  const f = TEXTS.dayFields;
  const back = (): void => setCancelling(false);
  return (
    <Dialog
      title={day ? `${TEXTS.leader(day.leader)} ${day.date}` : TEXTS.newDay}
      size="wide"
      stage={cancelling ? 'cancel' : 'edit'}
      onClose={cancelling ? back : onClose}
    >
      {day && cancelling ? (
        <div className="dialog-body">
          <ReasonForm
            request="day.cancel"
            input={(reason) => ({ id: day.id, reason })}
            title={TEXTS.cancelDayTitle(day.booked)}
            button={TEXTS.doCancel}
            danger
            onDone={onClose}
            onBack={back}
          />
        </div>
      ) : (
        <form onSubmit={(event) => void save(event)} onKeyDown={enterSubmits} noValidate>
          <div className="dialog-body">
            <div className="row">
              <TextField type="date" label={f.date} required error={said.date} {...register('date')} />
              <TextField label={f.from} required maxLength={10} note={TEXTS.timeNote} error={said.from} {...register('from')} />
              <TextField label={f.to} required maxLength={10} error={said.to} {...register('to')} />
            </div>
            <div className="row">
              <TextField label={f.leader} required maxLength={30} data-autofocus error={said.leader} {...register('leader')} />
              <TextField label={f.post} maxLength={40} error={said.post} {...register('post')} />
              <SelectField label={f.roomId} error={said.roomId} {...register('roomId')}>
                <option value="">{TEXTS.noRoom}</option>
                {rooms.map((room) => (
                  <option key={room.id} value={room.id}>
                    {room.name}
                  </option>
                ))}
              </SelectField>
            </div>
            <TextField label={f.note} maxLength={100} error={said.note} {...register('note')} />
            {saving.error && <ErrorNotice error={saving.error} />}
          </div>
          <div className="dialog-foot">
            {day && (
              <Button kind="danger" hint="F7" onClick={() => setCancelling(true)}>
                {TEXTS.cancelDay}
              </Button>
            )}
            <Button type="submit" kind="primary" hint="Enter" disabled={saving.busy}>
              {TEXTS.saveDay}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
