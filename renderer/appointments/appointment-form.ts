import type { AppointmentKind, AppointmentView } from '../../shared/domain/appointments';
import { readTime } from '../../shared/rules/appointment-time';

/** What the form holds. Telephone and document begin empty: the screen only ever had their masks. */
export interface AppointmentForm {
  date: string;
  time: string;
  kind: AppointmentKind;
  dayId: string;
  name: string;
  phone: string;
  docNumber: string;
  summary: string;
}

export const formOf = (appointment: AppointmentView | null, day: string): AppointmentForm => ({
  date: appointment?.date ?? day,
  time: appointment?.time ?? '',
  kind: appointment?.kind ?? 'appointment',
  dayId: appointment?.dayId ?? '',
  name: appointment?.name ?? '',
  phone: '',
  docNumber: '',
  summary: appointment?.summary ?? '',
});

/** As the request wants it: what was left empty in a known appointment stays as it is. */
export function inputOf(form: AppointmentForm, id: string | undefined) {
  const typed = (text: string): string | undefined => (id && text.trim() === '' ? undefined : text.trim());
  return {
    ...form,
    id,
    time: readTime(form.time) ?? form.time,
    dayId: form.kind === 'leader' ? form.dayId : '',
    name: form.name.trim(),
    phone: typed(form.phone),
    docNumber: typed(form.docNumber),
    summary: form.summary.trim(),
  };
}
