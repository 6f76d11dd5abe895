import type { AppointmentState } from '../domain/appointments';

/** An appointment as a person sees it: one whose day has passed without anybody coming is 未到, before that it is awaited. */
export type AppointmentStanding = 'awaited' | 'arrived' | 'missed' | 'cancelled';
export const STANDING_NAMES: Record<AppointmentStanding, string> = {
  awaited: '待到',
  arrived: '已到',
  missed: '未到',
  cancelled: '已取消',
};

export function standingOf({ state, date }: { state: AppointmentState; date: string }, today: string): AppointmentStanding {
  if (state !== 'expected') return state;
  return date < today ? 'missed' : 'awaited';
}
