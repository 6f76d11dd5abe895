import { z } from 'zod';
import { DayString, Id, Instant, requiredText, text } from './basics';

export const AppointmentKind = z.enum(['appointment', 'leader']);
export type AppointmentKind = z.infer<typeof AppointmentKind>;
export const APPOINTMENT_KIND_NAMES: Record<AppointmentKind, string> = { appointment: '预约', leader: '领导接访' };

export const AppointmentState = z.enum(['expected', 'arrived', 'cancelled']);
export type AppointmentState = z.infer<typeof AppointmentState>;
export const APPOINTMENT_STATE_NAMES: Record<AppointmentState, string> = { expected: '未到', arrived: '已到', cancelled: '已取消' };

/** `HH:mm` in the hall's zone. */
export const TimeString = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间应为 09:30 这样的格式');

/** A day on which a leader receives visitors (领导接访). */
export const ReceptionDay = z.object({
  id: Id,
  date: DayString,
  from: TimeString,
  to: TimeString,
  leader: requiredText(30, '接访领导'),
  post: text(40).default(''),
  roomId: z.string().max(60).default(''),
  note: text(100).default(''),
  cancelled: z.boolean().default(false),
});
export type ReceptionDay = z.infer<typeof ReceptionDay>;
export const ReceptionDayInput = ReceptionDay.omit({ cancelled: true }).extend({ id: Id.optional() });

export const AppointmentInput = z.object({
  id: Id.optional(),
  date: DayString,
  time: TimeString,
  kind: AppointmentKind,
  /** The leader's day it belongs to, for 领导接访. */
  dayId: z.string().max(60).default(''),
  name: requiredText(60, '姓名'),
  phone: text(20).default(''),
  /** 居民身份证; may be brought on the day. */
  docNumber: text(30).default(''),
  summary: text(200).default(''),
});
export type AppointmentInput = z.infer<typeof AppointmentInput>;

/** As lists show it: masked. */
export const AppointmentView = z.object({
  id: Id,
  date: DayString,
  time: z.string(),
  kind: AppointmentKind,
  state: AppointmentState,
  dayId: z.string(),
  leader: z.string(),
  name: z.string(),
  phoneMasked: z.string(),
  docMasked: z.string(),
  summary: z.string(),
  /** Why it was cancelled. */
  reason: z.string(),
  /** Set once they came. */
  visitId: z.string(),
  queueNumber: z.string(),
  createdAt: Instant,
});
export type AppointmentView = z.infer<typeof AppointmentView>;
