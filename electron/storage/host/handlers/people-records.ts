import type { PersonRecord } from '../../../../shared/contract/people';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import type { Opened } from '../tables';
import { personView } from '../views/person-view';

/** All visits that were registered with any of these records, each once, unopened. */
export async function visitsWith({ db }: Pick<Host, 'db'>, ids: readonly string[]): Promise<StoredRow[]> {
  const found = await Promise.all(ids.map((id) => db.rows('visits').where('personIds').equals(id).toArray()));
  if (found.length === 1) return (found[0] ?? []).filter((row) => !row.erased);
  return [...new Map(found.flat().map((row) => [row.id, row])).values()].filter((row) => !row.erased);
}

/** Matters of any of these records, each once, unopened; the newest of each. */
export async function mattersWith(
  { db }: Pick<Host, 'db'>,
  ids: readonly string[],
  atMost = Number.POSITIVE_INFINITY,
): Promise<StoredRow[]> {
  const found = await Promise.all(ids.map((id) => db.rows('matters').where('personIds').equals(id).reverse().limit(atMost).toArray()));
  return [...new Map(found.flat().map((row) => [row.id, row])).values()];
}

export const isOf = (visit: StoredRow, personId: string): boolean => Array.isArray(visit.personIds) && visit.personIds.includes(personId);

export const recordsOf = (people: readonly Opened<'persons'>[], visits: readonly StoredRow[]): PersonRecord[] =>
  people.map((person) => ({
    ...personView(person),
    version: person.version,
    mergedInto: person.mergedInto ?? '',
    mergeReason: person.mergeReason ?? '',
    createdAt: person.createdAt,
    visits: visits.filter((visit) => visit.state !== 'void' && isOf(visit, person.id)).length,
  }));
