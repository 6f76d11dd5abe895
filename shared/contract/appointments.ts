import { z } from 'zod';
import { AppointmentInput, AppointmentView, ReceptionDay, ReceptionDayInput } from '../domain/appointments';
import { DayString, Id, requiredText, text } from '../domain/basics';
import { DocumentType } from '../domain/person';
import { daysBetween, isRealDay } from '../rules/time';
import { command, live, query } from './define';
import { DESK, READERS } from './roles';

const none = z.object({});
const Day = DayString.refine(isRealDay, '没有这一天，请核对日期');
/** First and last day, both included. */
const days = (atMost: number) =>
  z
    .object({ from: Day, to: Day })
    .refine(({ from, to }) => from <= to && daysBetween(from, to) < atMost, `一次最多查看 ${atMost} 天，开始日期不能晚于结束日期`);

/** Telephone and document number are masked on every screen: when a known appointment is saved, absent means unchanged. */
export const AppointmentSave = AppointmentInput.extend({ phone: text(20).optional(), docNumber: text(30).optional() });
export type AppointmentSave = z.infer<typeof AppointmentSave>;

export const ReceptionDayView = ReceptionDay.extend({
  /** Why it was cancelled. */
  reason: z.string(),
  /** Appointments of the day that are not cancelled. */
  booked: z.number().int(),
});
export type ReceptionDayView = z.infer<typeof ReceptionDayView>;

export const appointmentContract = {
  'appointment.list': live('storage', READERS, days(60), z.array(AppointmentView)),
  'appointment.save': command('storage', DESK, AppointmentSave, z.object({ id: Id })),
  'appointment.cancel': command('storage', DESK, z.object({ id: Id, reason: requiredText(100, '取消理由') }), none),
  /** Today's appointments, still expected, of whoever stands at the desk. */
  'appointment.ofPerson': query(
    'storage',
    DESK,
    z.object({ docType: DocumentType, docNumber: z.string().max(30), name: z.string().max(60), phone: z.string().max(30) }),
    z.array(AppointmentView),
  ),
  /** Press and hold, to telephone those whose day is called off; written into the audit trail. */
  'appointment.reveal': command(
    'storage',
    DESK,
    z.object({ id: Id, field: z.enum(['docNumber', 'phone']) }),
    z.object({ value: z.string() }),
  ),

  /** 领导接访日. */
  'day.list': live('storage', READERS, days(400), z.array(ReceptionDayView)),
  'day.save': command('storage', DESK, ReceptionDayInput, z.object({ id: Id })),
  /** Its appointments are cancelled with it; `cancelled` says how many people are to be told. */
  'day.cancel': command(
    'storage',
    DESK,
    z.object({ id: Id, reason: requiredText(100, '取消理由') }),
    z.object({ cancelled: z.number().int() }),
  ),
} as const;
