import { type ReactNode, useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { APPOINTMENT_KIND_NAMES, type AppointmentKind, type AppointmentView } from '../../shared/domain/appointments';
import { slotHint } from '../../shared/rules/appointment-slot';
import { readTime } from '../../shared/rules/appointment-time';
import { isRealDay } from '../../shared/rules/time';
import { Button } from '../components/button';
import { RadioChips } from '../components/check';
import { SelectField, TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { enterSubmits } from '../hooks/enter-submits';
import { useLive } from '../hooks/use-live';
import { useRequest } from '../hooks/use-request';
import { type AppointmentForm, formOf, inputOf } from './appointment-form';
import { TEXTS } from './texts';

const KINDS = (Object.keys(APPOINTMENT_KIND_NAMES) as AppointmentKind[]).map((value) => ({ value, label: APPOINTMENT_KIND_NAMES[value] }));

interface Props {
  appointment: AppointmentView | null;
  day: string;
  onSaved(date: string): void;
  /** More to do with it, beside the button that saves. */
  children: ReactNode;
}

/** The fields of an appointment; what is wrong is said beside each by the rules of the program, a full half-hour only as a hint. */
export function AppointmentFields({ appointment, day, onSaved, children }: Props) {
  const saving = useRequest('appointment.save');
  const { register, watch, setValue, handleSubmit, setFocus } = useForm<AppointmentForm>({ defaultValues: formOf(appointment, day) });
  const [date, time, kind, dayId] = watch(['date', 'time', 'kind', 'dayId']);
  const real = isRealDay(date);
  const there = useLive('appointment.list', { from: date, to: date }, real).value ?? [];
  const days = useLive('day.list', { from: date, to: date }, real).value?.filter((each) => !each.cancelled) ?? [];
  const rooms = useLive('settings.all', {}).value?.hall.rooms.length ?? 0;
  const [only] = days.length === 1 ? days : [];
  const proposed = kind === 'leader' && !days.some((each) => each.id === dayId) ? (only?.id ?? '') : dayId;
  useEffect(() => {
    if (proposed !== dayId) setValue('dayId', proposed);
  }, [proposed, dayId, setValue]);

  const save = handleSubmit(async (form) => {
    if (saving.busy) return;
    const result = await saving.run(inputOf(form, appointment?.id));
    if (result.ok) return onSaved(form.date);
    const wrong = (Object.keys(formOf(null, '')) as (keyof AppointmentForm)[]).find((field) => result.error.fields?.[field]);
    if (wrong && wrong !== 'kind') setFocus(wrong);
  });
  const said = saving.error?.fields ?? {};
  const hint = slotHint({ date, time: readTime(time) ?? '', kind, dayId, id: appointment?.id }, there, rooms);
  const f = TEXTS.fields;
  const kept = appointment ? TEXTS.keep : undefined;
  return (
    <form onSubmit={(event) => void save(event)} onKeyDown={enterSubmits} noValidate>
      <div className="dialog-body">
        <div className="row">
          <TextField type="date" label={f.date} required error={said.date} {...register('date')} />
          <TextField
            label={f.time}
            required
            maxLength={10}
            data-autofocus
            note={hint || TEXTS.timeNote}
            noteTone={hint ? 'warn' : 'quiet'}
            error={said.time}
            {...register('time')}
          />
          <RadioChips label={f.kind} options={KINDS} value={kind} onChange={(value) => setValue('kind', value)} />
        </div>
        {kind === 'leader' && (
          <SelectField label={f.dayId} required error={said.dayId} {...register('dayId')}>
            <option value="">{days.length > 0 ? TEXTS.chooseDay : TEXTS.noDay}</option>
            {days.map((each) => (
              <option key={each.id} value={each.id}>
                {`${each.leader} ${each.post} ${each.from}–${each.to}`}
              </option>
            ))}
          </SelectField>
        )}
        <div className="row">
          <TextField label={f.name} required maxLength={60} error={said.name} {...register('name')} />
          <TextField label={f.phone} maxLength={20} note={kept} error={said.phone} {...register('phone')} />
          <TextField label={f.docNumber} maxLength={30} note={kept ?? TEXTS.docNote} error={said.docNumber} {...register('docNumber')} />
        </div>
        <TextField label={f.summary} maxLength={200} error={said.summary} {...register('summary')} />
        {saving.error && <ErrorNotice error={saving.error} />}
      </div>
      <div className="dialog-foot">
        {children}
        <Button type="submit" kind="primary" hint="Enter" disabled={saving.busy}>
          {TEXTS.save}
        </Button>
      </div>
    </form>
  );
}
