import { groupIn, type Links } from '../../../../shared/rules/person-group';
import type { Host } from '../host';
import type { StoredRow } from '../stored';

/**
 * The records of one person, by the index of links: for somebody who was never merged, which is nearly everybody, it
 * is one row and one look-up that finds nothing. Steps already gone are never gone again, so a ring ends by itself.
 */
export async function linksAround({ db }: Pick<Host, 'db'>, ids: readonly string[]): Promise<Links> {
  const persons = db.rows('persons');
  const links = new Map<string, string | undefined>();
  const take = (row: StoredRow): void => {
    links.set(row.id, typeof row.mergedInto === 'string' ? row.mergedInto : undefined);
  };
  const unknown = (wanted: Iterable<string | undefined>): string[] => [
    ...new Set([...wanted].filter((id): id is string => id !== undefined && !links.has(id))),
  ];
  for (let up = unknown(ids); up.length > 0; ) {
    const rows = (await persons.bulkGet(up)).filter((row) => row !== undefined && !row.erased) as StoredRow[];
    rows.forEach(take);
    up = unknown(rows.map((row) => links.get(row.id)));
    if (rows.length === 0) break;
  }
  for (let under = [...links.keys()]; under.length > 0; ) {
    const found = await Promise.all(under.map((id) => persons.where('mergedInto').equals(id).toArray()));
    const fresh = found.flat().filter((row) => !row.erased && !links.has(row.id));
    fresh.forEach(take);
    under = [...new Set(fresh.map((row) => row.id))];
  }
  return links;
}

/** All records of this person, the head first; only itself for one that is not known. */
export const groupOf = async (host: Pick<Host, 'db'>, id: string): Promise<string[]> => groupIn(await linksAround(host, [id]), id);

/** The records of several people, each once. */
export async function groupsOf(host: Pick<Host, 'db'>, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const links = await linksAround(host, ids);
  return [...new Set(ids.flatMap((id) => groupIn(links, id)))];
}

/** Whether any record of the hall was ever put under another: mostly not, and then nobody need be looked at. */
export const anyMerged = async ({ db }: Pick<Host, 'db'>): Promise<boolean> =>
  (await db.rows('persons').orderBy('mergedInto').limit(1).primaryKeys()).length > 0;
