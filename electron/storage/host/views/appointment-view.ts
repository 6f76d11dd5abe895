import type { ReceptionDayView } from '../../../../shared/contract/appointments';
import type { AppointmentView } from '../../../../shared/domain/appointments';
import { maskDocument, maskPhone } from '../../../../shared/rules/mask';
import type { Host } from '../host';
import type { Opened } from '../tables';

/** Appointments as lists show them: numbers masked, with the leader and the visit that came of each, by day and hour. */
export async function appointmentViews({ reader }: Host, appointments: readonly Opened<'appointments'>[]): Promise<AppointmentView[]> {
  const [days, visits] = await Promise.all([
    reader.some(
      'receptionDays',
      appointments.flatMap(({ dayId }) => dayId || []),
    ),
    reader.some(
      'visits',
      appointments.flatMap(({ visitId }) => visitId || []),
    ),
  ]);
  return appointments
    .map(
      ({ id, date, time, kind, state, dayId, name, phone, docNumber, summary, reason, visitId, createdAt }): AppointmentView => ({
        id,
        date,
        time,
        kind,
        state,
        dayId,
        leader: days.get(dayId)?.leader ?? '',
        name,
        phoneMasked: maskPhone(phone),
        docMasked: maskDocument(docNumber),
        summary,
        reason,
        visitId,
        queueNumber: visits.get(visitId)?.queueNumber ?? '',
        createdAt,
      }),
    )
    .sort((a, b) => a.date.localeCompare(b.date) || a.time.localeCompare(b.time) || a.createdAt - b.createdAt);
}

export const receptionDayView = (day: Opened<'receptionDays'>, booked: number): ReceptionDayView => {
  const { id, date, from, to, leader, post, roomId, note, cancelled, reason } = day;
  return { id, date, from, to, leader, post, roomId, note, cancelled, reason, booked };
};
