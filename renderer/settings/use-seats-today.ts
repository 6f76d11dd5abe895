import type { Seat } from '../../shared/domain/organisation';
import { dayOf } from '../../shared/rules/time';
import { useLive } from '../hooks/use-live';
import { programNow } from '../stores/session';

const NONE: readonly Seat[] = [];

/** Who holds which seat of the organisation today: posts of the call list that it fills are not entered there again. */
export function useSeatsToday(): readonly Seat[] {
  return useLive('organisation.view', { day: dayOf(programNow()) }).value?.edition?.seats ?? NONE;
}
