import type { Collection } from 'dexie';
import type { QueryWord } from '../../../../shared/rules/search-tokens';
import { tokenHash } from '../codec';
import type { Host } from '../host';
import type { StoredRow } from '../stored';

/** People opened for one search at most; more matches are said, not looked at. */
export const OPENED_AT_MOST = 200;
/** Index entries read for one token where two are compared; no surname but the commonest has more in a hall. */
const KEYS_AT_MOST = 1500;

export interface Ids {
  ids: string[];
  /** There are more whom the index did not give. */
  more: boolean;
}

/** People who may match, newest first. One word is walked in its own index; of several the rarest leads. */
export async function peopleOf(host: Host, words: readonly QueryWord[], depth: number): Promise<Ids> {
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

export const tokenIndex = ({ db, hall }: Host, token: string): Collection<StoredRow, string> =>
  db.rows('persons').where('tokens').equals(tokenHash(hall, token));

const join = (lists: Ids[]): Ids => ({ ids: [...new Set(lists.flatMap((list) => list.ids))], more: lists.some((list) => list.more) });

const newestFirst = ({ ids, more }: Ids, atMost: number): Ids => ({
  ids: ids.sort().reverse().slice(0, atMost),
  more: more || ids.length > atMost,
});

export const inAll = <T, R>(items: readonly T[], task: (item: T) => PromiseLike<R>): Promise<R[]> => Promise.all(items.map(task));
