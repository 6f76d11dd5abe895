/** What is wrong with an appointment as it was typed (预约, 领导接访): a sentence beside each field. */
import type { AppointmentKind, ReceptionDay } from '../domain/appointments';
import { checkPlannedDay } from './appointment-days';
import { checkDocument } from './identity';
import { plainName } from './name-reading';
import { checkPhone } from './phone';

export interface TypedAppointment {
  date: string;
  time: string;
  kind: AppointmentKind;
  dayId: string;
  name: string;
  phone: string;
  docNumber: string;
}

export interface AppointmentFacts {
  today: string;
  /** `HH:mm` now. */
  now: string;
  /** As it stood before, for one that is changed. */
  before?: { date: string; time: string };
  /** The reception day that was chosen. */
  day?: Pick<ReceptionDay, 'date' | 'from' | 'to' | 'leader' | 'cancelled'>;
  /** The others of that date that are not cancelled. */
  others: readonly Pick<TypedAppointment, 'time' | 'kind' | 'name' | 'phone' | 'docNumber'>[];
}

/** @returns field → Chinese sentence; `{}` when all is well */
export function checkAppointment(typed: TypedAppointment, facts: AppointmentFacts): Record<string, string> {
  const problems: Record<string, string> = {};
  const say = (field: string, sentence: string): void => {
    if (sentence) problems[field] ??= sentence;
  };
  say('date', checkPlannedDay(typed.date, facts.today));
  say('time', checkTime(typed, facts));
  const leader = typed.kind === 'leader' ? checkLeader(typed, facts) : null;
  if (leader) say(...leader);
  if (typed.name.trim() === '') say('name', '请填写姓名');
  const phone = checkPhone(typed.phone);
  if (!phone.ok) say('phone', phone.message);
  if (typed.docNumber !== '') {
    const check = checkDocument('resident-id', typed.docNumber, facts.today);
    if (!check.ok) say('docNumber', check.message);
  }
  if (typed.docNumber === '' && typed.phone === '') say('phone', '请填写手机或身份证号码，来访时凭此认出');
  if (Object.keys(problems).length === 0) {
    const twice = facts.others.find((other) => other.kind === typed.kind && isSame(other, typed));
    if (twice) say('name', `此人当天 ${twice.time} 已有预约，请修改那一条`);
  }
  return problems;
}

/** An hour that has passed is no plan; but one planned earlier may still be put right in its other fields. */
function checkTime({ date, time }: TypedAppointment, { today, now, before }: AppointmentFacts): string {
  const unchanged = before?.date === date && before.time === time;
  return date === today && time < now && !unchanged ? '这个时间已经过去，请选以后的时间' : '';
}

function checkLeader({ date, time, dayId }: TypedAppointment, { day }: AppointmentFacts): [field: string, sentence: string] | null {
  if (dayId === '') return ['dayId', '请选择领导接访日；当天没有，请先在「领导接访日」中安排'];
  if (!day) return ['dayId', '没有找到这个领导接访日，请重新选择'];
  if (day.cancelled) return ['dayId', `${day.leader} ${day.date} 的接访已经取消，请另选`];
  if (day.date !== date) return ['dayId', `${day.leader}的接访日是 ${day.date}，与预约日期不同，请重新选择`];
  if (time < day.from || time >= day.to) return ['time', `${day.leader}的接访时间是 ${day.from}–${day.to}，请选其中的时间`];
  return null;
}

function isSame(a: Pick<TypedAppointment, 'name' | 'phone' | 'docNumber'>, b: TypedAppointment): boolean {
  if (a.docNumber !== '' && b.docNumber !== '') return normalized(a.docNumber) === normalized(b.docNumber);
  return plainName(a.name) === plainName(b.name) && a.phone !== '' && digits(a.phone) === digits(b.phone);
}
const normalized = (docNumber: string): string => checkDocument('resident-id', docNumber, '9999-12-31').normalized;
const digits = (phone: string): string => {
  const check = checkPhone(phone);
  return check.ok ? check.normalized : phone;
};
