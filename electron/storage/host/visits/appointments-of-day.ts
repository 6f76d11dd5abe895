import type { Host } from '../host';
import type { Opened } from '../tables';

type Appointment = Opened<'appointments'>;

/** A unit that plans for years must not make one screen open everything. */
const AT_MOST = 3000;

/** Appointments of some days, both ends included. */
export async function appointmentsBetween({ db, reader }: Host, from: string, to: string): Promise<Appointment[]> {
  return reader.open('appointments', await db.rows('appointments').where('date').between(from, to, true, true).limit(AT_MOST).toArray());
}

/** Those of one day that are not cancelled. */
export const standingOn = async (host: Host, day: string): Promise<Appointment[]> =>
  (await appointmentsBetween(host, day, day)).filter((each) => each.state !== 'cancelled');

/** Leaders' reception days, both ends included. */
export async function receptionDaysBetween({ db, reader }: Host, from: string, to: string): Promise<Opened<'receptionDays'>[]> {
  return reader.open('receptionDays', await db.rows('receptionDays').where('date').between(from, to, true, true).limit(AT_MOST).toArray());
}
