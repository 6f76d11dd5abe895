import type { VisitRow } from '../../../../shared/domain/visit';
import { parseQuery, type QueryWord } from '../../../../shared/rules/search-tokens';
import { tokenHash } from '../codec';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import { visitRows } from '../views/visit-view';
import type { RequestHandlers } from './types';

type Words = readonly QueryWord[];
interface Found {
  rows: VisitRow[];
  capped: boolean;
}

/** People opened for one search at most; more matches are said, not looked at. */
const OPENED_AT_MOST = 200;
/** Opened at a time: most searches are answered by the first few. */
const CHUNK = 40;
const NOTHING: Found = { rows: [], capped: false };

/** Every way to look something up stands on an index; nothing here ever reads a whole table. */
export const searchHandlers: Pick<RequestHandlers, 'search.find'> = {
  'search.find': async (host, { text, limit }) => {
    const query = parseQuery(text);
    const visits = host.db.rows('visits');
    switch (query.kind) {
      case 'empty':
        return NOTHING;
      case 'number':
        return shown(
          host,
          await visits
            .where('number')
            .startsWith(query.prefix)
            .reverse()
            .limit(limit + 1)
            .toArray(),
          limit,
        );
      case 'queue': {
        const today = host.clock.today();
        return shown(
          host,
          await visits
            .where('[date+queueNumber]')
            .equals([today, query.number])
            .reverse()
            .limit(limit + 1)
            .toArray(),
          limit,
        );
      }
      case 'day':
        return shown(
          host,
          await visits
            .where('date')
            .equals(query.day)
            .reverse()
            .limit(limit + 1)
            .toArray(),
          limit,
        );
      case 'tokens':
        return findByWords(host, query.words, limit);
    }
  },
};

async function shown(host: Host, stored: StoredRow[], limit: number): Promise<Found> {
  const visits = await host.reader.open('visits', stored.slice(0, limit));
  return { rows: await visitRows(host, visits), capped: stored.length > limit };
}

async function findByWords(host: Host, words: Words, limit: number): Promise<Found> {
  const { ids, capped } = await candidates(host, words);
  const visitIds: string[] = [];
  let looked = 0;
  while (looked < ids.length && visitIds.length <= limit) {
    const chunk = ids.slice(looked, looked + CHUNK);
    looked += chunk.length;
    const people = await host.reader.some('persons', chunk);
    const matching = chunk.filter((id) => {
      const person = people.get(id);
      return person && !person.unreadable && words.every((word) => word.verify(person));
    });
    if (matching.length > 0) visitIds.push(...(await host.db.rows('visits').where('personIds').anyOf(matching).primaryKeys()));
  }
  // Ids are UUID v7: the later one is the newer visit.
  const newest = [...new Set(visitIds)].sort().reverse();
  const stored = await host.db.rows('visits').bulkGet(newest.slice(0, limit));
  const { rows } = await shown(
    host,
    stored.filter((row) => row !== undefined),
    limit,
  );
  return { rows, capped: capped || newest.length > limit || looked < ids.length };
}

/** People who may match, newest first: those of the rarest word, thinned by the other words as far as they are short. */
async function candidates({ db, hall }: Host, words: Words): Promise<{ ids: string[]; capped: boolean }> {
  const persons = db.rows('persons');
  // A word without tokens of its own only checks what the others found.
  const looked = words.filter((word) => word.candidates.length > 0);
  const hashed = looked.map((word) => [...new Set(word.candidates.map((token) => tokenHash(hall, token)))]);
  // Keys in bulk are cheap, a count walks the whole range: so up to the cap the keys themselves are the count.
  const lists = await Promise.all(
    hashed.map(async (hashes) => {
      const keys = await Promise.all(
        hashes.map((h) =>
          persons
            .where('tokens')
            .equals(h)
            .limit(OPENED_AT_MOST + 1)
            .primaryKeys(),
        ),
      );
      return { hashes, ids: new Set(keys.flat()), whole: keys.every((k) => k.length <= OPENED_AT_MOST) };
    }),
  );
  const whole = lists.filter((list) => list.whole).sort((a, b) => a.ids.size - b.ids.size);
  const [rarest, ...others] = whole;
  if (rarest) {
    const ids = [...rarest.ids].filter((id) => others.every((other) => other.ids.has(id)));
    return { ids: ids.sort().reverse().slice(0, OPENED_AT_MOST), capped: ids.length > OPENED_AT_MOST };
  }
  const counts = await Promise.all(
    lists.map(async ({ hashes }) => sum(await Promise.all(hashes.map((h) => persons.where('tokens').equals(h).count())))),
  );
  const least = lists[counts.indexOf(Math.min(...counts))];
  const newest = await Promise.all(
    (least?.hashes ?? []).map((h) => persons.where('tokens').equals(h).reverse().limit(OPENED_AT_MOST).primaryKeys()),
  );
  return { ids: [...new Set(newest.flat())].sort().reverse().slice(0, OPENED_AT_MOST), capped: true };
}

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
