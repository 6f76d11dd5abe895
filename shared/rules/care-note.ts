import type { Role } from '../domain/basics';
import type { CareNoteInput, CareState, Vitals } from '../domain/care-note';
import { addDays, isRealDay } from './time';
import { addMonths } from './years';

/** Who may write one: whoever talks with people, runs the hall, weighs risks or leads. */
export const CARE_WRITERS: readonly Role[] = ['interviewer', 'coordinator', 'analyst', 'leader'];
/** Who may approve one that somebody else wrote. */
export const CARE_APPROVERS: readonly Role[] = ['leader', 'coordinator'];
/** Who receives people, and so needs the arrangement. Neither the administrator nor the auditor nor logistics. */
export const CARE_READERS: readonly Role[] = ['registrar', 'guard', ...CARE_WRITERS];
/** Who may read why: health and conduct are not for the desk (day-and-roles; plan S24). */
export const CARE_DETAIL_READERS: readonly Role[] = CARE_WRITERS;
/** Who renews what runs out, and so is told of it. */
export const CARE_KEEPERS: readonly Role[] = ['coordinator', 'leader'];
/** So many days before its last one a note is listed for those. */
export const SOON_DAYS = 7;

export type CareSight = 'nothing' | 'arrangement' | 'detail';
export function careSight(roles: readonly Role[]): CareSight {
  if (roles.some((role) => CARE_DETAIL_READERS.includes(role))) return 'detail';
  return roles.some((role) => CARE_READERS.includes(role)) ? 'arrangement' : 'nothing';
}

interface Approver {
  id: string;
  roles: readonly Role[];
}
/** @param writtenBy never approves their own */
export const careApprovers = <T extends Approver>(staff: readonly T[], writtenBy: string): T[] =>
  staff.filter(({ id, roles }) => id !== writtenBy && roles.some((role) => CARE_APPROVERS.includes(role)));

/** Of a stored row: what its state follows from. Rows of the first schema have no end and no successor. */
export interface CareStanding {
  /** `YYYY-MM-DD`, the last day on which it is shown. */
  expires: string;
  endedAt?: number | null;
  renewedBy?: string;
}
export function careState({ expires, endedAt, renewedBy }: CareStanding, today: string): CareState {
  if (renewedBy) return 'renewed';
  if (typeof endedAt === 'number') return 'ended';
  return expires >= today ? 'in-force' : 'expired';
}
export const isInForce = (note: CareStanding, today: string): boolean => careState(note, today) === 'in-force';

/** It runs out within a week, today included. */
export const expiresSoon = (note: CareStanding, today: string): boolean =>
  isInForce(note, today) && note.expires <= addDays(today, SOON_DAYS);

/** Ended is ended: whoever needs one again writes another. What ran out may be carried on. */
export const mayRenew = (state: CareState): boolean => state === 'in-force' || state === 'expired';
export const mayEnd = (state: CareState): boolean => state === 'in-force';

export const latestExpiry = (today: string, months: number): string => addMonths(today, months);

/** A note says how to receive somebody. Whoever writes one of these means to refuse (domain fact 7). */
const REFUSALS = /黑名单|拒绝接待|不予接待|不予登记|禁止进入|禁止入内/;

/** [default] What a device for the upper arm shows of a living adult; outside of it a digit was mistyped. mmHg, beats a minute. */
const BOUNDS = { systolic: [50, 300], diastolic: [30, 200], pulse: [20, 250] } as const;

/** What is wrong with a reading; empty when nothing is. The two pressures are one reading: neither says anything alone. */
export function checkVitals(vitals: Vitals): string {
  const { systolic, diastolic } = vitals;
  if ((systolic === null) !== (diastolic === null)) return '收缩压和舒张压请一起填写';
  for (const key of ['systolic', 'diastolic', 'pulse'] as const) {
    const [least, most] = BOUNDS[key];
    const value = vitals[key];
    if (value !== null && (value < least || value > most)) return `${VITAL_NAMES[key]}应在 ${least} 至 ${most} 之间，请再看一遍血压仪`;
  }
  return systolic !== null && diastolic !== null && diastolic >= systolic ? '舒张压应低于收缩压，请再看一遍血压仪' : '';
}
const VITAL_NAMES = { systolic: '收缩压', diastolic: '舒张压', pulse: '脉搏' };

export const vitalsWords = ({ systolic, diastolic, pulse }: Vitals): string =>
  [systolic !== null && `血压 ${systolic}/${diastolic} mmHg`, pulse !== null && `脉搏 ${pulse} 次/分`].filter(Boolean).join('，');

/** What is wrong, by field; empty when nothing is. */
export function checkCareNote(
  note: Pick<CareNoteInput, 'expires' | 'arrangement' | 'vitals'>,
  { today, months }: { today: string; months: number },
): Record<string, string> {
  const latest = latestExpiry(today, months);
  const wrong: Record<string, string> = {};
  if (!isRealDay(note.expires)) wrong.expires = '请填写有效期的最后一天';
  else if (note.expires < today) wrong.expires = '有效期不能早于今天';
  else if (note.expires > latest) wrong.expires = `有效期最长到 ${latest}，到期可以续期`;
  if (REFUSALS.test(note.arrangement)) wrong.arrangement = '提示不影响登记和接待，请写怎样接待';
  const vitals = note.vitals ? checkVitals(note.vitals) : '';
  if (vitals) wrong.vitals = vitals;
  return wrong;
}
