import { groupIn, type Links } from '../../../../shared/rules/person-group';
import { personKeyId } from '../data-keys';
import type { ReceptionDb } from '../db';
import type { Host } from '../host';
import type { StoredRow } from '../stored';

/**
 * The records of one person, by the index of links and by the document: for somebody who was never merged, which is nearly
 * everybody, it is one row and two look-ups that find nothing. Steps already gone are never gone again, so a ring ends by
 * itself.
 */
export async function linksAround({ db }: Pick<Host, 'db'>, ids: readonly string[]): Promise<Links> {
  const persons = db.rows('persons');
  const links = new Map<string, string | undefined>();
  const met = new Set<string>();
  for (let wanted = [...new Set(ids)]; wanted.length > 0; ) {
    for (const id of wanted) met.add(id);
    const rows = (await persons.bulkGet(wanted)).filter((row) => row !== undefined && !row.erased) as StoredRow[];
    for (const row of rows) links.set(row.id, linkOf(row) ?? links.get(row.id));
    const [under, twins] = await Promise.all([
      Promise.all(rows.map(({ id }) => persons.where('mergedInto').equals(id).primaryKeys())),
      twinsOf(db, rows),
    ]);
    // Two desks enrolled one person before they heard of each other: one document is one person, and the first record is its head.
    for (const [first, ...others] of twins) for (const id of others) if (first && !links.get(id)) links.set(id, first);
    const near = [...rows.map(linkOf), ...under.flat(), ...twins.flat()];
    wanted = [...new Set(near)].filter((id): id is string => id !== undefined && !met.has(id));
  }
  for (const id of links.keys()) if (!met.has(id)) links.delete(id);
  return links;
}

const linkOf = (row: StoredRow): string | undefined => (typeof row.mergedInto === 'string' ? row.mergedInto : undefined);

/** Records with one document, each list in the order of ids. One whose key was destroyed is nobody any more. */
async function twinsOf(db: ReceptionDb, rows: readonly StoredRow[]): Promise<string[][]> {
  const hashes = new Set(rows.flatMap(({ docHash }) => (typeof docHash === 'string' ? docHash : [])));
  const found = await Promise.all([...hashes].map((hash) => db.rows('persons').where('docHash').equals(hash).primaryKeys()));
  const living = found
    .filter((ids) => ids.length > 1)
    .map(async (ids) => {
      const keys = await db.keys.bulkGet(ids.map(personKeyId));
      return ids.filter((_, i) => keys[i] !== undefined).sort();
    });
  return Promise.all(living);
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
