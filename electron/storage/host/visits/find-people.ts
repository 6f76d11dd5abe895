import type { Collection } from 'dexie';
import type { QueryWord } from '../../../../shared/rules/search-tokens';
import { tokenHash } from '../codec';
import type { Host } from '../host';
import { rangeOf } from '../newest-first-index';
import type { StoredRow } from '../stored';

/** People opened for one search at most; more matches are said, not looked at. */
export const OPENED_AT_MOST = 200;
/** Index entries read for one token where two are compared; no surname but the commonest has more in a hall. */
const KEYS_AT_MOST = 1500;
const FEW_KEYS = 150;

export interface Ids {
  ids: string[];
  /** There are more whom the index did not give. */
  more: boolean;
}

/** Asked again by the next letter, as a rule: in the same index, and mostly for a common surname. */
async function once(host: Host, asked: string, ask: () => Promise<Ids>): Promise<Ids> {
  const { position } = host.writer.state;
  const known = host.recent.ids.get(asked, position);
  if (known) return known;
  const found = await ask();
  host.recent.ids.keep(asked, found, position, host.writer.state.position);
  return found;
}

/** People who may match, newest first. One word is walked in its own index; of several the rarest leads. */
export async function peopleOf(host: Host, words: readonly QueryWord[], depth: number): Promise<Ids> {
  const [first, ...others] = words;
  if (others.length > 0) {
    const lists = await Promise.all(words.map(async ({ candidates }) => join(await inAll(candidates, (row) => holdersOf(host, row)))));
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
  return others.length > 0 ? holdersOf(host, row) : once(host, `${token}/${depth}`, () => walk(host, token, depth));
}

async function walk(host: Host, token: string, depth: number): Promise<Ids> {
  const ids = await newestWith(host, token)
    .limit(depth + 1)
    .primaryKeys();
  return { ids: ids.slice(0, depth), more: ids.length > depth };
}

const holdersOf = (host: Host, row: string[]): Promise<Ids> => once(host, row.join(' & '), () => common(host, row));

/**
 * Who has all tokens of a row. Keys come in bulk, but at 15 µs each: a short way first, for of two tokens one is mostly
 * rare, and whoever it brings tells by their own row whether they have the other.
 */
async function common(host: Host, row: string[]): Promise<Ids> {
  for (const atMost of [FEW_KEYS, KEYS_AT_MOST]) {
    const lists = await inAll(row, async (token) => ({ token, ids: await newestWith(host, token).limit(atMost).primaryKeys() }));
    const [shortest, ...others] = lists.sort((a, b) => a.ids.length - b.ids.length);
    if (!shortest || (shortest.ids.length >= atMost && atMost < KEYS_AT_MOST)) continue;
    const whole = others.filter((other) => other.ids.length < atMost).map((other) => new Set(other.ids));
    const cut = others.filter((other) => other.ids.length >= atMost).map((other) => other.token);
    const ids = shortest.ids.filter((id) => whole.every((set) => set.has(id)));
    const more = shortest.ids.length >= atMost;
    return { ids: more ? ids : await havingAll(host, ids, cut), more };
  }
  return { ids: [], more: false };
}

/** Those of few people whose own rows hold the tokens. */
async function havingAll(host: Host, ids: string[], tokens: readonly string[]): Promise<string[]> {
  if (tokens.length === 0 || ids.length === 0) return ids;
  const hashes = tokens.map((token) => tokenHash(host.hall, token));
  const rows = await host.db.rows('persons').bulkGet(ids);
  return rows.flatMap((row) => (row && hashes.every((hash) => (row.tokens as string[]).includes(hash)) ? row.id : []));
}

/** Everybody with a token, newest first. */
export const newestWith = ({ db, hall }: Host, token: string): Collection<StoredRow, string> =>
  db
    .rows('persons')
    .where('foundBy')
    .between(...rangeOf(tokenHash(hall, token)));

const join = (lists: Ids[]): Ids => ({ ids: [...new Set(lists.flatMap((list) => list.ids))], more: lists.some((list) => list.more) });

const newestFirst = ({ ids, more }: Ids, atMost: number): Ids => ({
  ids: ids.sort().reverse().slice(0, atMost),
  more: more || ids.length > atMost,
});

export const inAll = <T, R>(items: readonly T[], task: (item: T) => PromiseLike<R>): Promise<R[]> => Promise.all(items.map(task));
