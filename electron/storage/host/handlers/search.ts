import type { Collection } from 'dexie';
import type { VisitRow } from '../../../../shared/domain/visit';
import { parseQuery, type QueryWord } from '../../../../shared/rules/search-tokens';
import { tokenHash } from '../codec';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import type { Opened } from '../tables';
import { visitRows } from '../views/visit-view';
import type { RequestHandlers } from './types';

type Words = readonly QueryWord[];
type People = Map<string, Opened<'persons'>>;
interface Found {
  rows: VisitRow[];
  capped: boolean;
}

/** People opened for one search at most; more matches are said, not looked at. */
const OPENED_AT_MOST = 200;
/** Index entries read for one token: a few milliseconds, and no surname but the commonest has more in a hall. */
const KEYS_AT_MOST = 1500;
/** Opened at a time: most searches are answered by the first few, who between them fill the list. */
const FIRST_CHUNK = 12;
const CHUNK = 40;
const NOTHING: Found = { rows: [], capped: false };

/** Every way to look something up stands on an index; nothing here ever reads a whole table. */
export const searchHandlers: Pick<RequestHandlers, 'search.find'> = {
  'search.find': (host, { text, limit }) => host.db.reading(() => find(host, text, limit)),
};

async function find(host: Host, text: string, limit: number): Promise<Found> {
  const query = parseQuery(text);
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
    case 'queue':
      return shown(host, await newest(visits.where('[date+queueNumber]').equals([host.clock.today(), query.number])), limit);
    case 'day':
      return shown(host, await newest(visits.where('date').equals(query.day)), limit);
    case 'tokens':
      return findByWords(host, query.words, limit);
  }
}

async function shown(host: Host, stored: StoredRow[], limit: number, opened?: People): Promise<Found> {
  const visits = await host.reader.open('visits', stored.slice(0, limit));
  return { rows: await visitRows(host, visits, opened), capped: stored.length > limit };
}

async function findByWords(host: Host, words: Words, limit: number): Promise<Found> {
  const lists = await peopleOf(host, words);
  // A common word is walked from its newest person; a short way first, for that is mostly enough.
  for (const depth of [CHUNK, OPENED_AT_MOST]) {
    const { ids, more } = await candidates(host, lists, depth);
    const { found, looked, people } = await visitsOf(host, words, ids, limit);
    if (more && found.length <= limit && depth < OPENED_AT_MOST) continue;
    // Ids are UUID v7: the later one is the newer visit.
    const newest = found.sort((a, b) => (a.id < b.id ? 1 : -1));
    const { rows } = await shown(host, newest.slice(0, limit), limit, people);
    return { rows, capped: more || newest.length > limit || looked < ids.length };
  }
  return NOTHING;
}

interface Looked {
  found: StoredRow[];
  /** How many of the ids were looked at. */
  looked: number;
  people: People;
}

/** The visits of those who match every word, until there are more than can be shown. */
async function visitsOf(host: Host, words: Words, ids: string[], limit: number): Promise<Looked> {
  const found = new Map<string, StoredRow>();
  const people: People = new Map();
  let looked = 0;
  while (looked < ids.length && found.size <= limit) {
    const chunk = ids.slice(looked, looked + (looked === 0 ? FIRST_CHUNK : CHUNK));
    looked += chunk.length;
    for (const [id, person] of await host.reader.some('persons', chunk)) people.set(id, person);
    const matching = chunk.filter((id) => {
      const person = people.get(id);
      return person && !person.unreadable && words.every((word) => word.verify(person));
    });
    // One request a person, all at once: `anyOf` would walk them with a cursor, step by step.
    const visits = await Promise.all(matching.map((id) => visitsOfPerson(host, id, limit)));
    for (const row of visits.flat()) found.set(row.id, row);
  }
  return { found: [...found.values()], looked, people };
}

/** The rows at once, and only of someone with very many the keys first: an index gives the oldest first. */
async function visitsOfPerson({ db }: Host, personId: string, limit: number): Promise<StoredRow[]> {
  const visits = db.rows('visits');
  const oldest = await visits
    .where('personIds')
    .equals(personId)
    .limit(limit + 1)
    .toArray();
  if (oldest.length <= limit) return oldest;
  const keys = await visits.where('personIds').equals(personId).primaryKeys();
  return (await visits.bulkGet(keys.slice(-limit - 1))).filter((row) => row !== undefined);
}

interface WordPeople {
  /** Hashes of the tokens; a person has all of one row. */
  rows: string[][];
  ids: Set<string>;
  /** All of the word's people are in `ids`. */
  whole: boolean;
}

/** Keys in bulk are cheap, a count walks the whole range: so up to the cap the keys themselves are the count. */
function peopleOf({ db, hall }: Host, words: Words): Promise<WordPeople[]> {
  // A word without tokens of its own only checks what the others found.
  const looked = words.filter((word) => word.candidates.length > 0);
  const persons = db.rows('persons');
  const having = (hash: string): Promise<string[]> =>
    Promise.resolve(persons.where('tokens').equals(hash).limit(KEYS_AT_MOST).primaryKeys());
  return Promise.all(
    looked.map(async (word) => {
      const rows = word.candidates.map((row) => row.map((token) => tokenHash(hall, token)));
      const keys = await Promise.all(
        rows.map(async (row) => {
          const [first = [], ...others] = (await Promise.all(row.map(having))).sort((a, b) => a.length - b.length);
          const sets = others.filter((other) => other.length < KEYS_AT_MOST).map((other) => new Set(other));
          return { ids: first.filter((id) => sets.every((set) => set.has(id))), whole: first.length < KEYS_AT_MOST };
        }),
      );
      return { rows, ids: new Set(keys.flatMap((row) => row.ids)), whole: keys.every((row) => row.whole) };
    }),
  );
}

/** People who may match, newest first: those of the rarest word, thinned by the other words as far as they are whole. */
async function candidates({ db }: Host, lists: WordPeople[], depth: number): Promise<{ ids: string[]; more: boolean }> {
  const [rarest, ...others] = lists.filter((list) => list.whole).sort((a, b) => a.ids.size - b.ids.size);
  if (rarest) {
    const ids = [...rarest.ids].filter((id) => others.every((other) => other.ids.has(id)));
    return { ids: ids.sort().reverse().slice(0, OPENED_AT_MOST), more: ids.length > OPENED_AT_MOST };
  }
  // Only words as common as the commonest surname: walked from the newest person.
  const persons = db.rows('persons');
  const newest = await Promise.all(
    (lists[0]?.rows ?? []).map(([hash = '']) => persons.where('tokens').equals(hash).reverse().limit(depth).primaryKeys()),
  );
  return { ids: [...new Set(newest.flat())].sort().reverse().slice(0, depth), more: true };
}
