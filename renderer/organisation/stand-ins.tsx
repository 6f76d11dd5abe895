import type { RosterMember } from '../../shared/domain/duty';
import { seatsToday } from '../../shared/rules/organisation';
import { standInsOf } from '../../shared/rules/roster';
import { useLive } from '../hooks/use-live';
import { TEXTS } from './texts';

/** Heads and deputies who are not on the roster as it is being set, and who is told instead (plan S02). */
export function StandIns({ day, members }: { day: string; members: readonly RosterMember[] }) {
  const edition = useLive('organisation.view', { day }).value?.edition;
  const seats = edition?.seats.filter(({ kind }) => kind !== 'member') ?? [];
  const roster = new Map(members.map(({ id, name, post }) => [id, { name, phone: '', onDuty: post !== '' }]));
  const { standIns, open } = standInsOf(seats, seatsToday(seats, roster));
  if (standIns.length + open.length === 0) return null;
  return (
    <ul className="roster-short" aria-label={TEXTS.roster.standIns}>
      {standIns.map(({ seat, person, insteadOf }) => (
        <li key={seat + insteadOf}>{TEXTS.roster.standIn(seat, person, insteadOf)}</li>
      ))}
      {open.map(({ seat, insteadOf }) => (
        <li key={seat + insteadOf} className="tone-bad">
          {TEXTS.roster.away(seat, insteadOf)}
        </li>
      ))}
    </ul>
  );
}
