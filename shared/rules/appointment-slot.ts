import type { AppointmentKind, AppointmentState } from '../domain/appointments';

/** How many may be expected within one half-hour before it is said. Only said: the desk knows more than the list. */
const SLOT_MINUTES = 30;
/** A leader talks with one party at a time. */
const OF_A_LEADER = 1;

export interface SlotTaken {
  id: string;
  date: string;
  time: string;
  kind: AppointmentKind;
  state: AppointmentState;
  dayId: string;
}
export type SlotWanted = Pick<SlotTaken, 'date' | 'time' | 'kind' | 'dayId'> & { id?: string };

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The half-hour of the clock that a time falls into. */
export function slotOf(time: string): { from: string; to: string } {
  const from = Math.floor(minutesOf(time) / SLOT_MINUTES) * SLOT_MINUTES;
  return { from: clock(from), to: clock(from + SLOT_MINUTES) };
}

/** Whether the half-hour is full already, in a sentence; empty when it is not. @param rooms 接访室 of the hall */
export function slotHint(wanted: SlotWanted, taken: readonly SlotTaken[], rooms: number): string {
  if (!/^\d\d:\d\d$/.test(wanted.time)) return '';
  const { from, to } = slotOf(wanted.time);
  const there = taken.filter(
    (each) =>
      each.id !== wanted.id &&
      each.state !== 'cancelled' &&
      each.date === wanted.date &&
      each.kind === wanted.kind &&
      (wanted.kind !== 'leader' || each.dayId === wanted.dayId) &&
      each.time >= from &&
      each.time < to,
  ).length;
  const most = wanted.kind === 'leader' ? OF_A_LEADER : Math.max(1, rooms);
  return there < most ? '' : `${from}–${to} 已有 ${there} 人预约，可能要等候；仍可保存，或另选时间`;
}
