import type { HallNow } from '../../shared/contract/visits';
import { IN_HALL_STATES } from '../../shared/domain/hall';
import { TEXTS } from './texts';

/** People in the building by state; the sum stands beside, so that anybody can add it up. */
export function StateSum({ hall }: { hall: HallNow | undefined }) {
  if (!hall) return null;
  return (
    <p className="state-sum panel-end">
      {IN_HALL_STATES.map((state) => (
        <span key={state}>
          {TEXTS.states[state]} <b>{hall.byState[state]}</b>
        </span>
      ))}
      <strong>{TEXTS.sum(hall.inHall)}</strong>
    </p>
  );
}
