import type { KnownPerson, MatterView } from '../../../../shared/domain/known-person';
import { SECRET_WORDS } from '../../../../shared/rules/mask';
import { standing } from '../../../../shared/rules/promises';
import { daysBetween } from '../../../../shared/rules/time';
import type { Actor } from '../../protocol';
import { groupOf } from '../handlers/people-group';
import { mattersWith, visitsWith } from '../handlers/people-records';
import type { Host } from '../host';
import type { Opened } from '../tables';
import { careNoteViews } from './care-notes';
import { personView } from './person-view';
import { visitRows } from './visit-view';

const NEWEST = 10;
/** A person with more visits than this has them counted, not opened. */
const MATTERS_AT_MOST = 50;

/** Everything known of a person, in a glance; null when there is no such person. */
export async function knownPerson(host: Host, personId: string, actor: Actor): Promise<KnownPerson | null> {
  const { reader } = host;
  const person = await reader.one('persons', personId);
  if (!person) return null;
  // By whichever document they came: all their records count.
  const group = await groupOf(host, personId);
  const [visitKeys, matters, careNotes] = await Promise.all([
    visitsWith(host, group),
    mattersWith(host, group, MATTERS_AT_MOST),
    careNoteViews(host, [personId], actor),
  ]);
  const newest = visitKeys.sort((a, b) => Number(b.registeredAt) - Number(a.registeredAt)).slice(0, NEWEST);
  const visits = await reader.open('visits', newest);
  return {
    person: personView(person),
    visitCount: visitKeys.filter((row) => row.state !== 'void').length,
    visits: await visitRows(host, visits),
    matters: await matterViews(host, await reader.open('matters', matters)),
    careNotes,
  };
}

export async function matterViews({ db, reader, clock }: Host, matters: Opened<'matters'>[]): Promise<MatterView[]> {
  // A matter whose only visit was made void says nothing of the person.
  const shown = matters.filter((matter) => matter.visits > 0).sort((a, b) => b.lastVisit.localeCompare(a.lastVisit));
  const stored = await db
    .rows('promises')
    .where('matterId')
    .anyOf(shown.map((m) => m.id))
    .toArray();
  const promises = (await reader.open('promises', stored)).filter((promise) => standing(promise, clock.today()) === 'open');
  const today = clock.today();
  return shown.map((matter) => ({
    id: matter.id,
    title: matter.secret ? SECRET_WORDS : matter.title,
    fieldCode: matter.fieldCode,
    state: matter.state,
    visits: matter.visits,
    lastVisit: matter.lastVisit,
    promises: promises
      .filter((promise) => promise.matterId === matter.id)
      .sort((a, b) => a.due.localeCompare(b.due))
      .map(({ code, label, due }) => ({ code, label, due, overdueDays: Math.max(0, daysBetween(due, today)) })),
    finalDecision: matter.finalDecision,
  }));
}
