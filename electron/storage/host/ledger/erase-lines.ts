import { matterKeyId } from '../data-keys';
import type { Draft } from '../draft';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import type { Tables } from '../tables';
import { matterNow } from './matter-now';

/** Three rows a line at most: a batch stays as small as one that was written. */
const VISITS_A_WRITE = 300;

/**
 * Takes back some visits of an import, with the matters and people that only the ledger knew. Whatever the desk did with
 * them meanwhile keeps them: a person who was registered today stays a person.
 */
export async function eraseLines(host: Host, draft: Draft, importId: string): Promise<{ erased: number; left: boolean }> {
  const visits = host.db.rows('visits');
  const rows = await visits
    .where('importId')
    .equals(importId)
    .limit(VISITS_A_WRITE + 1)
    .toArray();
  const going = rows.slice(0, VISITS_A_WRITE);
  const gone = new Set(going.map(({ id }) => id));
  for (const id of gone) draft.erase('visits', id);
  const goneMatters = await eraseMatters(host, draft, importId, going, gone);
  await erasePeople(host, draft, going, gone, goneMatters);
  await eraseAttachments(host, draft, gone);
  return { erased: going.length, left: rows.length > VISITS_A_WRITE };
}

/** Rows that name one of these in this index, without the erased, whose indexes are empty anyway. */
async function referring({ db }: Host, table: keyof Tables, index: string, ids: readonly string[]): Promise<StoredRow[]> {
  const rows = db.rows(table);
  return (await Promise.all(ids.map((id) => rows.where(index).equals(id).toArray()))).flat();
}

async function eraseMatters(
  host: Host,
  draft: Draft,
  importId: string,
  going: readonly StoredRow[],
  gone: ReadonlySet<string>,
): Promise<Set<string>> {
  const ids = [...new Set(going.map((row) => String(row.matterId)))];
  const [rows, visits, promises] = await Promise.all([
    host.db.rows('matters').bulkGet(ids),
    referring(host, 'visits', 'matterId', ids),
    referring(host, 'promises', 'matterId', ids),
  ]);
  const stay = visits.filter((visit) => !gone.has(visit.id));
  const erased = new Set<string>();
  for (const row of rows) {
    if (!row || row.erased) continue;
    const own = stay.filter((visit) => visit.matterId === row.id);
    if (own.length === 0 && row.importId && !promises.some((promise) => promise.matterId === row.id)) {
      draft.erase('matters', row.id);
      erased.add(row.id);
      continue;
    }
    const lastVisit = own.map((visit) => String(visit.date)).reduce((a, b) => (a > b ? a : b), '');
    const count = own.filter((visit) => visit.state !== 'void').length;
    const { before } = matterNow(row);
    const state = before?.importId === importId ? { state: before.state, before: null } : {};
    draft.put('matters', row.id, { visits: count, lastVisit: lastVisit || String(row.lastVisit), ...state }, matterKeyId(row.id));
  }
  return erased;
}

async function erasePeople(
  host: Host,
  draft: Draft,
  going: readonly StoredRow[],
  gone: ReadonlySet<string>,
  goneMatters: ReadonlySet<string>,
): Promise<void> {
  const ids = [...new Set(going.flatMap((row) => row.personIds as string[]))];
  const [rows, visits, matters, notes, merged] = await Promise.all([
    host.db.rows('persons').bulkGet(ids),
    referring(host, 'visits', 'personIds', ids),
    referring(host, 'matters', 'personIds', ids),
    referring(host, 'careNotes', 'personId', ids),
    referring(host, 'persons', 'mergedInto', ids),
  ]);
  const needed = new Set([
    ...visits.filter((visit) => !gone.has(visit.id)).flatMap((visit) => visit.personIds as string[]),
    ...matters.filter((matter) => !goneMatters.has(matter.id)).flatMap((matter) => matter.personIds as string[]),
    ...notes.map((note) => String(note.personId)),
    ...merged.map((person) => String(person.mergedInto)),
  ]);
  for (const row of rows) if (row && !row.erased && row.importId && !needed.has(row.id)) draft.erase('persons', row.id);
}

async function eraseAttachments(host: Host, draft: Draft, gone: ReadonlySet<string>): Promise<void> {
  // Nearly always none: the few that are there are asked, not the hundreds of visits.
  const held = (await host.db.rows('attachments').orderBy('visitId').uniqueKeys()).map(String).filter((id) => gone.has(id));
  for (const row of await referring(host, 'attachments', 'visitId', held)) draft.erase('attachments', row.id);
}

/** Visits of this import that papers were added to: an import with these is not undone, for papers are evidence. */
export async function papersOf({ db }: Host, importId: string): Promise<number> {
  const ids = (await db.rows('attachments').orderBy('visitId').uniqueKeys()).map(String);
  const visits = await db.rows('visits').bulkGet(ids);
  return visits.filter((row) => row?.importId === importId).length;
}
