import type { DutyNeed, RosterMember } from '../../shared/domain/duty';
import { needsOf } from '../../shared/rules/roster';
import { TEXTS } from './texts';

/** Every need of the day with how far it is met; never by colour alone. */
export function NeedsList({ members, needs }: { members: readonly RosterMember[]; needs: readonly DutyNeed[] }) {
  return (
    <ul className="needs">
      {needsOf(members, needs).map(({ need, have }) => {
        const met = have >= need.atLeast;
        return (
          <li key={need.key}>
            <span aria-hidden="true" className={met ? 'tone-good' : 'tone-bad'}>
              {met ? '✓' : '!'}
            </span>
            <span>{need.name}</span>
            <b className={met ? undefined : 'tone-bad'}>{TEXTS.roster.have(have, need.atLeast)}</b>
          </li>
        );
      })}
    </ul>
  );
}
