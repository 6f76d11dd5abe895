import type { Collection } from 'dexie';
import type { OutputOf } from '../../../../shared/contract';
import { type QueryWord, readQuery, type VisitFilters } from '../../../../shared/rules/search-tokens';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import { visitRows } from '../views/visit-view';
import { OPENED_AT_MOST, peopleOf } from '../visits/find-people';
import { newestFirst } from '../visits/newest-first';
import { type People, stepsFor, visitsOf } from '../visits/visits-of-people';
import { meets, walkPeople, walkVisits } from '../visits/walk-visits';
import type { RequestHandlers } from './types';

type Found = Omit<OutputOf<'search.find'>, 'understood'>;
const NOTHING: Found = { rows: [], capped: false };
/** A list this long is asked for when nobody is typing any more. */
const THOROUGH_FROM = 30;

/** Every way to look something up stands on an index; nothing here ever reads a whole table. */
export const searchHandlers: Pick<RequestHandlers, 'search.find'> = {
  'search.find': (host, { text, limit }) => findVisits(host, text, limit),
};

export async function findVisits(host: Host, text: string, limit: number): Promise<OutputOf<'search.find'>> {
  const { fields } = await host.steady.settings();
  const { query, understood } = readQuery(text, { today: host.clock.today(), fields });
  return { ...(await host.db.reading(() => find(host, query, limit))), understood };
}

async function find(host: Host, query: ReturnType<typeof readQuery>['query'], limit: number): Promise<Found> {
  const visits = host.db.rows('visits');
  const newest = (found: Collection<StoredRow>): Promise<StoredRow[]> =>
    Promise.resolve(
      found
        .reverse()
        .limit(limit + 1)
        .toArray(),
    );
  switch (query.kind) {
    case 'empty':
      return NOTHING;
    case 'number':
      return shown(host, await newest(visits.where('number').startsWith(query.prefix)), limit);
    case 'queue': {
      const { from, to } = query.days ?? { from: host.clock.today(), to: host.clock.today() };
      if (from === to) return shown(host, await newest(visits.where('[date+queueNumber]').equals([from, query.number])), limit);
      const { rows, more } = await walkVisits(host, { days: { from, to } }, Number.POSITIVE_INFINITY);
      const named = rows.filter((row) => row.queueNumber === query.number);
      return { ...(await shown(host, named, limit)), capped: more };
    }
    case 'visits': {
      const { rows, more } = await walkVisits(host, query.filters, limit);
      return { ...(await shown(host, rows, limit)), capped: more };
    }
    case 'tokens':
      return findByWords(host, query.words, query.filters, limit);
  }
}

async function shown(host: Host, stored: StoredRow[], limit: number, opened?: People): Promise<Found> {
  const visits = await host.reader.open('visits', stored.slice(0, limit));
  return { rows: await visitRows(host, visits, opened), capped: stored.length > limit };
}

async function findByWords(host: Host, words: readonly QueryWord[], filters: VisitFilters | undefined, limit: number): Promise<Found> {
  const looked = words.filter((word) => word.candidates.length > 0);
  const wanted = filters && meets(filters);
  // A common word is walked from its newest person; a short way first, for that is mostly enough.
  for (const depth of stepsFor(limit)) {
    const { ids, more } = await peopleOf(host, looked, depth);
    const { found, opened, people } = await visitsOf(host, words, ids, limit, wanted);
    if (more && found.length <= limit && depth < OPENED_AT_MOST) continue;
    // Who was known first may have come last: when the typing rests, all people of a name that is not too common are asked.
    if (limit >= THOROUGH_FROM && (more ? depth < OPENED_AT_MOST : opened < ids.length)) {
      const whole = more ? await peopleOf(host, looked, OPENED_AT_MOST) : { ids, more };
      if (!whole.more) return thorough(host, words, whole.ids, limit, wanted);
    }
    const capped = more || found.length > limit || opened < ids.length;
    // Too many people to know all their visits: the visits that pass are walked instead.
    if (filters && capped) return walked(host, words, filters, limit, found, people);
    const { rows } = await shown(host, newestFirst(found).slice(0, limit), limit, people);
    return { rows, capped };
  }
  return NOTHING;
}

/** The newest visits of all these people. */
async function thorough(
  host: Host,
  words: readonly QueryWord[],
  ids: string[],
  limit: number,
  wanted: ((row: StoredRow) => boolean) | undefined,
): Promise<Found> {
  const { found, people } = await visitsOf(host, words, ids, Number.POSITIVE_INFINITY, wanted);
  const { rows } = await shown(host, newestFirst(found).slice(0, limit), limit, people);
  return { rows, capped: found.length > limit };
}

async function walked(
  host: Host,
  words: readonly QueryWord[],
  filters: VisitFilters,
  limit: number,
  found: readonly StoredRow[],
  known: People,
): Promise<Found> {
  const { rows, more, people } = await walkPeople(host, words, filters, limit);
  const all = new Map([...found, ...rows].map((row) => [row.id, row]));
  const newest = newestFirst([...all.values()]);
  return { ...(await shown(host, newest.slice(0, limit), limit, new Map([...known, ...people]))), capped: more || newest.length > limit };
}
