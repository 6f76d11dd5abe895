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
  const lists = await tokenLists(host, words);
  // A common word is walked from its newest person; a short way first, for that is mostly enough.
  for (const depth of [CHUNK, OPENED_AT_MOST]) {
    const { ids, more } = await candidates(host, lists, depth);
    const { visitIds, looked, people } = await visitsOf(host, words, ids, limit);
    if (more && visitIds.length <= limit && depth < OPENED_AT_MOST) continue;
    // Ids are UUID v7: the later one is the newer visit.
    const newest = visitIds.sort().reverse();
    const stored = await host.db.rows('visits').bulkGet(newest.slice(0, limit));
    const present = stored.filter((row) => row !== undefined);
    const { rows } = await shown(host, present, limit, people);
    return { rows, capped: more || newest.length > limit || looked < ids.length };
  }
  return NOTHING;
}

interface Looked {
  visitIds: string[];
  /** How many of the ids were looked at. */
  looked: number;
  people: People;
}

/** The visits of those who match every word, until there are more than can be shown. */
async function visitsOf(host: Host, words: Words, ids: string[], limit: number): Promise<Looked> {
  const found = new Set<string>();
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
    const visits = host.db.rows('visits');
    const keys = await Promise.all(matching.map((id) => visits.where('personIds').equals(id).primaryKeys()));
    for (const id of keys.flat()) found.add(id);
  }
  return { visitIds: [...found], looked, people };
}

interface TokenList {
  hashes: string[];
  ids: Set<string>;
  /** All of the word's people are in `ids`. */
  whole: boolean;
}

/** Keys in bulk are cheap, a count walks the whole range: so up to the cap the keys themselves are the count. */
function tokenLists({ db, hall }: Host, words: Words): Promise<TokenList[]> {
  // A word without tokens of its own only checks what the others found.
  const looked = words.filter((word) => word.candidates.length > 0);
  const persons = db.rows('persons');
  return Promise.all(
    looked.map(async (word) => {
      const hashes = [...new Set(word.candidates.map((token) => tokenHash(hall, token)))];
      const keys = await Promise.all(
        hashes.map((hash) =>
          persons
            .where('tokens')
            .equals(hash)
            .limit(OPENED_AT_MOST + 1)
            .primaryKeys(),
        ),
      );
      return { hashes, ids: new Set(keys.flat()), whole: keys.every((k) => k.length <= OPENED_AT_MOST) };
    }),
  );
}

/** People who may match, newest first: those of the rarest word, thinned by the other words as far as they are short. */
async function candidates({ db }: Host, lists: TokenList[], depth: number): Promise<{ ids: string[]; more: boolean }> {
  const [rarest, ...others] = lists.filter((list) => list.whole).sort((a, b) => a.ids.size - b.ids.size);
  if (rarest) {
    const ids = [...rarest.ids].filter((id) => others.every((other) => other.ids.has(id)));
    return { ids: ids.sort().reverse().slice(0, OPENED_AT_MOST), more: ids.length > OPENED_AT_MOST };
  }
  const persons = db.rows('persons');
  const count = async ({ hashes }: TokenList): Promise<number> =>
    sum(await Promise.all(hashes.map((hash) => persons.where('tokens').equals(hash).count())));
  const counts = lists.length > 1 ? await Promise.all(lists.map(count)) : [0];
  const least = lists[counts.indexOf(Math.min(...counts))];
  const newest = await Promise.all(
    (least?.hashes ?? []).map((hash) => persons.where('tokens').equals(hash).reverse().limit(depth).primaryKeys()),
  );
  return { ids: [...new Set(newest.flat())].sort().reverse().slice(0, depth), more: true };
}

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
