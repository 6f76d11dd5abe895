import type { SummonsView } from '../domain/preparation';

const MINUTE = 60_000;

/** How a summons stands (plan S06): elapsed since the notice, until the person is there. All instants ms UTC. */
export interface SummonsStanding {
  stage: 'notified' | 'answered' | 'arrived';
  /** Whole minutes since the notice, or until the arrival. */
  elapsedMinutes: number;
  /** More than the department's limit. */
  late: boolean;
}
export function summonsStanding(
  { notifiedAt, answeredAt, arrivedAt, limitMinutes }: Pick<SummonsView, 'notifiedAt' | 'answeredAt' | 'arrivedAt' | 'limitMinutes'>,
  now: number,
): SummonsStanding {
  const elapsed = Math.max(0, (arrivedAt ?? now) - notifiedAt);
  return {
    stage: arrivedAt !== null ? 'arrived' : answeredAt !== null ? 'answered' : 'notified',
    elapsedMinutes: Math.floor(elapsed / MINUTE),
    late: elapsed > limitMinutes * MINUTE,
  };
}

/** What is wrong with an answer or an arrival; '' when nothing is. */
export const checkAttendee = (attendee: string): string => (attendee === '' ? '请填写到场人员姓名' : '');
