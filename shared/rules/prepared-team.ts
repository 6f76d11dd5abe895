/** Whom 准备 set for a matter of the forecast (plan S41). */
export interface PreparedTeam {
  /** Of the item; '' where it names nobody, or no matter, of this hall. */
  matterId: string;
  personId: string;
  /** ms UTC; null: nobody was set. */
  teamAt: number | null;
  lead: string;
  recorder: string;
  observer: string;
}

/**
 * The team that was set for this visit: for its matter before one for its people, of several the last. It is a proposal;
 * whoever begins the talk may choose others.
 * @returns null where nobody prepared for it
 */
export function teamPreparedFor<T extends PreparedTeam>(
  visit: { matterId: string; personIds: readonly string[] },
  teams: readonly T[],
): T | null {
  const set = teams.filter(({ teamAt }) => teamAt !== null).sort((a, b) => (b.teamAt ?? 0) - (a.teamAt ?? 0));
  return (
    set.find(({ matterId }) => matterId !== '' && matterId === visit.matterId) ??
    set.find(({ personId }) => personId !== '' && visit.personIds.includes(personId)) ??
    null
  );
}
