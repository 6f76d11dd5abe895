import type { DutySettings, RosterMember } from '../../shared/domain/duty';
import { checkRoster, needsOf } from '../../shared/rules/roster';
import { TEXTS } from './texts';

/** Every need of the day: how far it is met, or in a sentence what is needed and what there is. Never by colour alone. */
export function NeedsList({ members, duty }: { members: readonly RosterMember[]; duty: DutySettings }) {
  const shortages = checkRoster(members, duty.needs, duty.certificates);
  return (
    <ul className="needs" aria-label={TEXTS.roster.needs}>
      {needsOf(members, duty.needs).map(({ need, have }) => {
        const short = shortages.find(({ key }) => key === need.key);
        return (
          <li key={need.key} className={short ? 'tone-bad' : undefined}>
            <span aria-hidden="true" className={short ? undefined : 'tone-good'}>
              {short ? '!' : '✓'}
            </span>
            <span>{short ? short.sentence : need.name}</span>
            {!short && <b>{TEXTS.roster.have(have, need.atLeast)}</b>}
          </li>
        );
      })}
    </ul>
  );
}
