import { refuse } from '../../../../shared/errors';
import type { Actor } from '../../protocol';
import type { Call, Host } from '../host';
import { writeAs } from '../host';
import type { Opened } from '../tables';

type Matter = Pick<Opened<'matters'>, 'secret' | 'namedPeople'>;

/** 条例 30 条: of a secret matter only the people named know what it is about. */
export const mayKnow = ({ secret, namedPeople }: Matter, { staffId }: Pick<Actor, 'staffId'>): boolean =>
  !secret || (staffId !== null && namedPeople.includes(staffId));

/** Of these visits those whose matter this person may not know. */
export async function hiddenVisits(
  { db, reader }: Host,
  visitIds: readonly string[],
  actor: Pick<Actor, 'staffId'>,
): Promise<ReadonlySet<string>> {
  // The open halves tell whose they are: no visit is opened for it.
  const visits = (await db.rows('visits').bulkGet([...new Set(visitIds)])).filter((row) => row !== undefined);
  const matters = await reader.some(
    'matters',
    visits.map(({ matterId }) => String(matterId)),
  );
  const hidden = visits.filter(({ matterId }) => {
    const matter = matters.get(String(matterId));
    return matter !== undefined && !mayKnow(matter, actor);
  });
  return new Set(hidden.map(({ id }) => id));
}

/** @throws Refusal `secret`; that somebody asked is a line of the audit trail */
export async function mustKnow(host: Host, matterId: string, call: Call): Promise<void> {
  const matter = await host.reader.one('matters', matterId);
  if (!matter || mayKnow(matter, call.actor)) return;
  await writeAs(host, { ...call, name: 'secret.refused' }, async (draft) => {
    draft.audit('secret.refused', matterId, call.name);
    return {};
  });
  refuse('secret');
}
