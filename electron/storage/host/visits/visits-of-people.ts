import type { QueryWord } from '../../../../shared/rules/search-tokens';
import { anyMerged, groupsOf } from '../handlers/people-group';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import type { Opened } from '../tables';
import { inAll, OPENED_AT_MOST } from './find-people';

export type People = Map<string, Opened<'persons'>>;

/** People looked at in each step, a way that most searches end early: the newest of a name have mostly come once. */
export const stepsFor = (limit: number): number[] => [limit + 1, 4 * limit, OPENED_AT_MOST];
/** The newest visits of one person that a search may show; all of them are in the person's history. */
const OF_ONE_PERSON = 60;

interface Looked {
  found: StoredRow[];
  /** How many of the ids were looked at. */
  opened: number;
  people: People;
}

/**
 * The visits of those who match every word, until there are more than can be shown.
 * @param wanted asked of all their visits; without it the newest of each are enough
 */
export async function visitsOf(
  host: Host,
  words: readonly QueryWord[],
  ids: string[],
  limit: number,
  wanted?: (row: StoredRow) => boolean,
): Promise<Looked> {
  const found = new Map<string, StoredRow>();
  const people: People = new Map();
  const [firstStep, nextSteps] = stepsFor(limit);
  let opened = 0;
  while (opened < ids.length && found.size <= limit) {
    const chunk = ids.slice(opened, opened + ((opened === 0 ? firstStep : nextSteps) ?? OPENED_AT_MOST));
    opened += chunk.length;
    const matched = (await lookAt(host, chunk, wanted !== undefined)).filter(
      ({ person }) => !person.unreadable && words.every((word) => word.verify(person)),
    );
    for (const { person, visits } of matched) {
      people.set(person.id, person);
      for (const row of visits) if (wanted?.(row) ?? true) found.set(row.id, row);
    }
    for (const row of await withOtherRecords(
      host,
      matched.map(({ person }) => person.id),
      wanted !== undefined,
    ))
      if (wanted?.(row) ?? true) found.set(row.id, row);
  }
  return { found: [...found.values()], opened, people };
}

/** Whoever is found by one of their documents is found with the visits of the others, too. */
async function withOtherRecords(host: Host, ids: string[], all: boolean): Promise<StoredRow[]> {
  if (ids.length === 0 || !(await anyMerged(host))) return [];
  const known = new Set(ids);
  const others = (await groupsOf(host, ids)).filter((id) => !known.has(id));
  return (await inAll(others, (id) => visitsOfPerson(host, id, all))).flat();
}

/** People with their visits, from memory if the last letter looked at them. */
async function lookAt(host: Host, ids: string[], all: boolean): Promise<{ person: Opened<'persons'>; visits: StoredRow[] }[]> {
  const {
    recent: { people: recent },
    writer,
  } = host;
  const { position } = writer.state;
  const key = (id: string): string => (all ? `${id}/all` : id);
  const wanted = ids.filter((id) => !recent.get(key(id), position));
  // Together, although some people will turn out not to be meant: a round trip costs more than a few rows.
  const [persons, visits] = await Promise.all([
    host.reader.some('persons', wanted),
    // One request a person: `anyOf` would walk them with a cursor, step by step.
    inAll(wanted, (id) => visitsOfPerson(host, id, all)),
  ]);
  const read = new Map(
    wanted.flatMap((id, i) => {
      const person = persons.get(id);
      return person ? [[id, { person, visits: visits[i] ?? [] }] as const] : [];
    }),
  );
  for (const [id, known] of read) recent.keep(key(id), known, position, writer.state.position);
  return ids.flatMap((id) => read.get(id) ?? recent.get(key(id), position) ?? []);
}

/** The rows at once, and only of someone with very many the keys first: an index gives the oldest first. */
async function visitsOfPerson({ db }: Host, personId: string, all: boolean): Promise<StoredRow[]> {
  const visits = db.rows('visits');
  if (all) return visits.where('personIds').equals(personId).toArray();
  const oldest = await visits.where('personIds').equals(personId).limit(OF_ONE_PERSON).toArray();
  if (oldest.length < OF_ONE_PERSON) return oldest;
  const keys = await visits.where('personIds').equals(personId).primaryKeys();
  return (await visits.bulkGet(keys.slice(-OF_ONE_PERSON))).filter((row) => row !== undefined);
}
