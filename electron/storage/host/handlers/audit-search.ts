import type { Collection } from 'dexie';
import type { AuditCursor, AuditEntry, AuditFilter, AuditPage } from '../../../../shared/domain/audit';
import { addDays, instantAt } from '../../../../shared/rules/time';
import { ACTION_NAMES } from '../audited';
import type { Host } from '../host';
import type { StoredBatch, StoredRow } from '../stored';
import { entriesOf, refusalEntriesOf } from '../views/audit-view';
import type { RequestHandlers } from './types';

/** What was refused has rows of its own, and this word in the list of acts. */
const REFUSED = '拒绝';
/** Words are looked for line by line: so many a page at most, and the screen goes on from there. */
const LOOKED_AT_MOST = 3000;
const STEP = 300;

interface Wanted {
  from: number;
  to: number;
  who: string;
  acts: readonly string[] | null;
  refused: boolean;
}
interface Found {
  id: string;
  at: number;
  batch?: StoredBatch;
  refusal?: StoredRow;
}

export const auditSearchHandlers: Pick<RequestHandlers, 'audit.search' | 'audit.options'> = {
  'audit.search': (host, { after, limit, ...filter }) => host.db.reading(() => search(host, filter, after, limit)),

  'audit.options': async ({ reader }) => {
    const staff = await reader.all('staff');
    const people = staff.map(({ id, name, active }) => ({ id, name, active })).sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
    const acts = [...new Set(Object.values(ACTION_NAMES)), REFUSED].sort((a, b) => a.localeCompare(b, 'zh-CN'));
    return { people, acts };
  },
};

async function search(host: Host, filter: AuditFilter, after: AuditCursor | null, limit: number): Promise<AuditPage> {
  const wanted = wantedOf(filter);
  const rowName = await touchedBy(host, filter.object);
  const words = rowName ? '' : filter.object;
  const entries: AuditEntry[] = [];
  let cursor = after;
  for (let looked = 0; ; ) {
    const step = words ? STEP : limit - entries.length;
    const found = await newest(host, wanted, cursor, step + 1, rowName);
    const page = found.slice(0, step);
    looked += page.length;
    cursor = page.length > 0 ? cursorAfter(cursor, page) : cursor;
    for (const entry of await entriesFor(host, page)) if (!words || entry.target.includes(words)) entries.push(entry);
    const more = found.length > page.length;
    if (!more) return { entries, next: null, looked };
    if (entries.length >= limit || looked >= LOOKED_AT_MOST) return { entries, next: cursor, looked };
  }
}

function wantedOf({ from, to, staffId, act }: AuditFilter): Wanted {
  const codes = Object.keys(ACTION_NAMES).filter((code) => ACTION_NAMES[code] === act);
  return {
    from: from ? instantAt(from, '00:00') : 0,
    to: to ? instantAt(addDays(to, 1), '00:00') - 1 : Number.MAX_SAFE_INTEGER,
    who: staffId,
    acts: act === '' ? null : codes,
    refused: act === '' || act === REFUSED,
  };
}

/** Newest first, from the cursor on. Each source is asked by its index for as many as could be needed. */
async function newest(host: Host, wanted: Wanted, after: AuditCursor | null, count: number, rowName: string | null): Promise<Found[]> {
  const shown = new Set(after?.shown);
  const to = Math.min(wanted.to, after?.at ?? wanted.to);
  const want = count + shown.size;
  const sources = rowName
    ? [touchedRows(host, rowName, wanted, to, want)]
    : [...batches(host, wanted, to, want), ...refusals(host, wanted, to, want)];
  const found = (await Promise.all(sources)).flat().filter(({ id }) => !shown.has(id));
  return found.sort(newestFirst).slice(0, count);
}

const newestFirst = (a: Found, b: Found): number => b.at - a.at || (a.id < b.id ? 1 : -1);

function cursorAfter(before: AuditCursor | null, page: readonly Found[]): AuditCursor {
  const at = page.at(-1)?.at ?? 0;
  const same = page.filter((each) => each.at === at).map(({ id }) => id);
  return { at, shown: before?.at === at ? [...before.shown, ...same] : same };
}

function batches({ db }: Host, { from, who, acts }: Wanted, to: number, want: number): Promise<Found[]>[] {
  const taken = async (rows: Collection<StoredBatch, string>): Promise<Found[]> =>
    (await rows.reverse().limit(want).toArray()).map((batch) => ({ id: batch.id, at: batch.auditAt ?? batch.at, batch }));
  if (acts)
    return acts.map((act) => {
      const rows = db.batches.where('[act+auditAt]').between([act, from], [act, to], true, true);
      return taken(who ? rows.filter((row) => row.who === who) : rows);
    });
  if (who) return [taken(db.batches.where('[who+auditAt]').between([who, from], [who, to], true, true))];
  return [taken(db.batches.where('auditAt').between(from, to, true, true))];
}

function refusals({ db }: Host, { from, who, refused }: Wanted, to: number, want: number): Promise<Found[]>[] {
  if (!refused || who === 'program') return [];
  const table = db.rows('refusals');
  const rows = who
    ? table.where('[staffId+at]').between([who, from], [who, to], true, true)
    : table.where('at').between(from, to, true, true);
  const taken = rows.reverse().limit(want).toArray();
  return [taken.then((all) => all.map((refusal) => ({ id: refusal.id, at: Number(refusal.at), refusal })))];
}

/** What touched one row: hundreds at most, of a visit or an incident. */
async function touchedRows({ db }: Host, rowName: string, { from, who, acts }: Wanted, to: number, want: number): Promise<Found[]> {
  const rows = await db.batches.where('touched').equals(rowName).toArray();
  return rows
    .filter(({ auditAt, act = '' }) => auditAt !== undefined && auditAt >= from && auditAt <= to && (!acts || acts.includes(act)))
    .filter((row) => !who || row.who === who)
    .map((batch) => ({ id: batch.id, at: batch.at, batch }))
    .sort(newestFirst)
    .slice(0, want);
}

const VISIT = /^\d{8}-\d{2}-\d{4}$/;
const INCIDENT = /^(\d{4})(\d{2})(\d{2})-(\d{2})-[TY]\d{2,}$/;

/** The row that a number names; null where it names none, and words are looked for. */
async function touchedBy({ db }: Host, object: string): Promise<string | null> {
  if (VISIT.test(object)) {
    const visit = await db.rows('visits').where('number').equals(object).first();
    return `visits/${visit?.id ?? '?'}`;
  }
  const [, year, month, day, desk] = INCIDENT.exec(object) ?? [];
  if (!desk) return null;
  const rows = await db
    .rows('incidents')
    .where('[date+deskCode]')
    .equals([`${year}-${month}-${day}`, desk])
    .toArray();
  return `incidents/${rows.find(({ number }) => number === object)?.id ?? '?'}`;
}

async function entriesFor(host: Host, found: readonly Found[]): Promise<AuditEntry[]> {
  const [acts, refused] = await Promise.all([
    entriesOf(
      host,
      found.flatMap(({ batch }) => batch ?? []),
    ),
    refusalEntriesOf(
      host,
      found.flatMap(({ refusal }) => refusal ?? []),
    ),
  ]);
  const byId = new Map([...acts, ...refused].map((entry) => [entry.id, entry]));
  return found.flatMap(({ id }) => byId.get(id) ?? []);
}
