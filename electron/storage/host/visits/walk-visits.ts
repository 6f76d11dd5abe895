import Dexie, { type Collection } from 'dexie';
import { type FilterFacts, passes, type VisitFilters } from '../../../../shared/rules/search-filters';
import type { QueryWord } from '../../../../shared/rules/search-tokens';
import { tokenHash } from '../codec';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import { newestFirst } from './newest-first';
import type { People } from './visits-of-people';

/** Rows looked at in one index; behind them lies what is said to be more. */
const LOOKED_AT_MOST = 2000;
/** Visits of a common name and a field, say, whose people are looked at. */
const PEOPLE_AT_MOST = 600;

export interface Walked {
  rows: StoredRow[];
  /** There are more that were not looked at. */
  more: boolean;
}

export const meets =
  (filters: VisitFilters) =>
  (row: StoredRow): boolean =>
    passes(row as unknown as FilterFacts, filters);

/** The newest visits that pass, by the narrowest index there is; everything the filters ask stands outside the seal. */
export async function walkVisits(host: Host, filters: VisitFilters, limit: number): Promise<Walked> {
  const lists = await Promise.all(indexesFor(host, filters).map((index) => newestOf(index, meets(filters), limit)));
  const rows = newestFirst(lists.flatMap((list) => list.rows));
  return { rows: rows.slice(0, limit), more: rows.length > limit || lists.some((list) => list.more) };
}

function indexesFor({ db }: Host, { days, fieldCodes, states }: VisitFilters): Collection<StoredRow, string>[] {
  const visits = db.rows('visits');
  const within = (index: string, first: string): Collection<StoredRow, string> =>
    visits.where(index).between([first, days?.from ?? Dexie.minKey], [first, days?.to ?? Dexie.maxKey], true, true);
  if (fieldCodes) return [...new Set(fieldCodes)].map((code) => within('[fieldCode+date]', code));
  if (states) return [...new Set(states)].map((state) => within('[state+date]', state));
  return [days ? visits.where('date').between(days.from, days.to, true, true) : visits.orderBy('date')];
}

async function newestOf(index: Collection<StoredRow, string>, wanted: (row: StoredRow) => boolean, limit: number): Promise<Walked> {
  let looked = 0;
  const rows = await index
    .reverse()
    .until(() => ++looked > LOOKED_AT_MOST)
    .filter((row) => !row.erased && wanted(row))
    .limit(limit + 1)
    .toArray();
  return { rows, more: looked > LOOKED_AT_MOST };
}

/**
 * The newest visits that pass and whose people match: for a name so common that its people alone would fill the list
 * with others. Hashed tokens tell most of them apart before anybody is opened.
 */
export async function walkPeople(
  host: Host,
  words: readonly QueryWord[],
  filters: VisitFilters,
  limit: number,
): Promise<Walked & { people: People }> {
  const walked = await walkVisits(host, filters, PEOPLE_AT_MOST);
  const ids = [...new Set(walked.rows.flatMap((row) => row.personIds as string[]))];
  const stored = (await host.db.rows('persons').bulkGet(ids)).filter((row) => row !== undefined);
  const rows = words
    .filter((word) => word.candidates.length > 0)
    .map((word) => word.candidates.map((row) => row.map((token) => tokenHash(host.hall, token))));
  const likely = stored.filter((person) => {
    const tokens = new Set(person.tokens as unknown[]);
    return rows.every((candidates) => candidates.some((row) => row.every((token) => tokens.has(token))));
  });
  const opened = await host.reader.open('persons', likely);
  const people: People = new Map(
    opened.filter((person) => !person.unreadable && words.every((word) => word.verify(person))).map((person) => [person.id, person]),
  );
  const found = walked.rows.filter((row) => (row.personIds as string[]).some((id) => people.has(id)));
  return { rows: found.slice(0, limit), more: walked.more || found.length > limit, people };
}
