import type { Collection } from 'dexie';
import type { VisitRow } from '../../../../shared/domain/visit';
import { parseQuery, type QueryWord } from '../../../../shared/rules/search-tokens';
import { tokenHash } from '../codec';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import type { Opened } from '../tables';
import { visitRows } from '../views/visit-view';
import { anyMerged, groupsOf } from './people-group';
import type { RequestHandlers } from './types';

type Words = readonly QueryWord[];
type People = Map<string, Opened<'persons'>>;
interface Found {
  rows: VisitRow[];
  capped: boolean;
}

/** People opened for one search at most; more matches are said, not looked at. */
const OPENED_AT_MOST = 200;
/** Index entries read for one token where two are compared; no surname but the commonest has more in a hall. */
const KEYS_AT_MOST = 1500;
/** People looked at in each step, a way that most searches end early: by the list's length, for many come more than once. */
const stepsFor = (limit: number): number[] => [Math.ceil(limit / 2), 2 * limit, OPENED_AT_MOST];
/** The newest visits of one person that a search may show; all of them are in the person's history. */
const OF_ONE_PERSON = 60;
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
  const looked = words.filter((word) => word.candidates.length > 0);
  // A common word is walked from its newest person; a short way first, for that is mostly enough.
  for (const depth of stepsFor(limit)) {
    const { ids, more } = await peopleOf(host, looked, depth);
    const { found, opened, people } = await visitsOf(host, words, ids, limit);
    if (more && found.length <= limit && depth < OPENED_AT_MOST) continue;
    // Ids are UUID v7: the later one is the newer visit.
    const newest = found.sort((a, b) => (a.id < b.id ? 1 : -1));
    const { rows } = await shown(host, newest.slice(0, limit), limit, people);
    return { rows, capped: more || newest.length > limit || opened < ids.length };
  }
  return NOTHING;
}

interface Looked {
  found: StoredRow[];
  /** How many of the ids were looked at. */
  opened: number;
  people: People;
}

/** The visits of those who match every word, until there are more than can be shown. */
async function visitsOf(host: Host, words: Words, ids: string[], limit: number): Promise<Looked> {
  const found = new Map<string, StoredRow>();
  const people: People = new Map();
  const [firstStep, nextSteps] = stepsFor(limit);
  let opened = 0;
  while (opened < ids.length && found.size <= limit) {
    const chunk = ids.slice(opened, opened + ((opened === 0 ? firstStep : nextSteps) ?? OPENED_AT_MOST));
    opened += chunk.length;
    const matched = (await lookAt(host, chunk)).filter(({ person }) => !person.unreadable && words.every((word) => word.verify(person)));
    for (const { person, visits } of matched) {
      people.set(person.id, person);
      for (const row of visits) found.set(row.id, row);
    }
    for (const row of await withOtherRecords(
      host,
      matched.map(({ person }) => person.id),
    ))
      found.set(row.id, row);
  }
  return { found: [...found.values()], opened, people };
}

/** Whoever is found by one of their documents is found with the visits of the others, too. */
async function withOtherRecords(host: Host, ids: string[]): Promise<StoredRow[]> {
  if (ids.length === 0 || !(await anyMerged(host))) return [];
  const known = new Set(ids);
  const others = (await groupsOf(host, ids)).filter((id) => !known.has(id));
  return (await inAll(others, (id) => visitsOfPerson(host, id))).flat();
}

/** People with their visits, from memory if the last letter looked at them. */
async function lookAt(host: Host, ids: string[]): Promise<{ person: Opened<'persons'>; visits: StoredRow[] }[]> {
  const { recent, writer } = host;
  const { position } = writer.state;
  const wanted = ids.filter((id) => !recent.get(id, position));
  // Together, although some people will turn out not to be meant: a round trip costs more than a few rows.
  const [persons, visits] = await Promise.all([
    host.reader.some('persons', wanted),
    // One request a person: `anyOf` would walk them with a cursor, step by step.
    inAll(wanted, (id) => visitsOfPerson(host, id)),
  ]);
  const read = new Map(
    wanted.flatMap((id, i) => {
      const person = persons.get(id);
      return person ? [[id, { person, visits: visits[i] ?? [] }] as const] : [];
    }),
  );
  for (const [id, known] of read) recent.keep(id, known, position, writer.state.position);
  return ids.flatMap((id) => read.get(id) ?? recent.get(id, position) ?? []);
}

/** The rows at once, and only of someone with very many the keys first: an index gives the oldest first. */
async function visitsOfPerson({ db }: Host, personId: string): Promise<StoredRow[]> {
  const visits = db.rows('visits');
  const oldest = await visits.where('personIds').equals(personId).limit(OF_ONE_PERSON).toArray();
  if (oldest.length < OF_ONE_PERSON) return oldest;
  const keys = await visits.where('personIds').equals(personId).primaryKeys();
  return (await visits.bulkGet(keys.slice(-OF_ONE_PERSON))).filter((row) => row !== undefined);
}

interface Ids {
  ids: string[];
  /** There are more whom the index did not give. */
  more: boolean;
}

/** People who may match, newest first. One word is walked in its own index; of several the rarest leads. */
async function peopleOf(host: Host, words: Words, depth: number): Promise<Ids> {
  const [first, ...others] = words;
  if (others.length > 0) {
    const lists = await Promise.all(words.map(async ({ candidates }) => join(await inAll(candidates, (row) => common(host, row)))));
    const [rarest, ...rest] = lists.filter((list) => !list.more).sort((a, b) => a.ids.length - b.ids.length);
    const sets = rest.map((list) => new Set(list.ids));
    if (rarest) return newestFirst({ ids: rarest.ids.filter((id) => sets.every((set) => set.has(id))), more: false }, OPENED_AT_MOST);
  }
  const walked = join(await inAll(first?.candidates ?? [], (row) => newestOf(host, row, depth)));
  return newestFirst(walked, walked.more ? depth : OPENED_AT_MOST);
}

/** One token is walked from its newest person; of several, those who have all. */
async function newestOf(host: Host, row: string[], depth: number): Promise<Ids> {
  const [token = '', ...others] = row;
  if (others.length > 0) return common(host, row);
  const ids = await tokenIndex(host, token).reverse().limit(depth).primaryKeys();
  return { ids, more: ids.length >= depth };
}

/** Who has all tokens of a row. Keys in bulk are cheap, a count would walk the whole range. */
async function common(host: Host, row: string[]): Promise<Ids> {
  const lists = await inAll(row, (token) => tokenIndex(host, token).limit(KEYS_AT_MOST).primaryKeys());
  const [shortest = [], ...others] = lists.sort((a, b) => a.length - b.length);
  const sets = others.filter((other) => other.length < KEYS_AT_MOST).map((other) => new Set(other));
  return { ids: shortest.filter((id) => sets.every((set) => set.has(id))), more: shortest.length >= KEYS_AT_MOST };
}

const tokenIndex = ({ db, hall }: Host, token: string): Collection<StoredRow, string> =>
  db.rows('persons').where('tokens').equals(tokenHash(hall, token));

const join = (lists: Ids[]): Ids => ({ ids: [...new Set(lists.flatMap((list) => list.ids))], more: lists.some((list) => list.more) });

const newestFirst = ({ ids, more }: Ids, atMost: number): Ids => ({
  ids: ids.sort().reverse().slice(0, atMost),
  more: more || ids.length > atMost,
});

const inAll = <T, R>(items: readonly T[], task: (item: T) => PromiseLike<R>): Promise<R[]> => Promise.all(items.map(task));
