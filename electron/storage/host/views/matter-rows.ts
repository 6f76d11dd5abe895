import type { MatterRow } from '../../../../shared/domain/follow-up';
import { SECRET_WORDS } from '../../../../shared/rules/mask';
import { findVisits } from '../handlers/search';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import type { Opened } from '../tables';
import { nameShown } from './person-view';

const MOST = 100;
/** The newest visits are walked; a list that would need more than these is searched instead. */
const PAGE = 200;
const WALKED_AT_MOST = 4000;

interface Wanted {
  settled: boolean;
  text: string;
}

/** Matters by their newest visit, or of the visits that a search finds. */
export async function matterRows(host: Host, { settled, text }: Wanted): Promise<{ rows: MatterRow[]; more: boolean }> {
  const found: Found = { visits: new Map(), more: false };
  const take = (visits: readonly StoredRow[]) => host.db.reading(() => addMatters(host, found, visits, settled));
  if (text.trim() === '') {
    const newest = host.db.rows('visits').orderBy('date').reverse();
    for (let at = 0; at < WALKED_AT_MOST && found.visits.size <= MOST; at += PAGE) {
      const page = await newest.clone().offset(at).limit(PAGE).toArray();
      await take(page);
      if (page.length < PAGE) break;
      found.more = at + PAGE >= WALKED_AT_MOST;
    }
  } else {
    const { rows, capped } = await findVisits(host, text, MOST);
    const stored = await host.db.rows('visits').bulkGet(rows.map(({ id }) => id));
    await take(stored.filter((row) => row !== undefined));
    found.more = capped;
  }
  const shown = [...found.visits].slice(0, MOST);
  return { rows: await host.db.reading(() => rowsOf(host, shown)), more: found.more || found.visits.size > MOST };
}

interface Found {
  /** Matter → the newest visit of it that was met. */
  visits: Map<string, StoredRow>;
  more: boolean;
}

/** State and secrecy stand outside the seal: no matter is opened to be counted. */
async function addMatters({ db }: Host, { visits }: Found, met: readonly StoredRow[], settled: boolean): Promise<void> {
  const alive = met.filter((row) => row.state !== 'void' && !row.erased && !visits.has(String(row.matterId)));
  const ids = [...new Set(alive.map(({ matterId }) => String(matterId)))];
  const matters = await db.rows('matters').bulkGet(ids);
  const wanted = new Set(matters.flatMap((row) => (row && !row.erased && (!settled || row.state !== 'open') ? row.id : [])));
  for (const row of alive) {
    const id = String(row.matterId);
    if (wanted.has(id) && !visits.has(id)) visits.set(id, row);
  }
}

async function rowsOf({ reader }: Host, found: readonly (readonly [string, StoredRow])[]): Promise<MatterRow[]> {
  const matters = await reader.some(
    'matters',
    found.map(([id]) => id),
  );
  const people = await reader.some(
    'persons',
    [...matters.values()].flatMap(({ personIds }) => personIds[0] ?? []),
  );
  return found.flatMap(([id, visit]) => {
    const matter = matters.get(id);
    return matter ? [rowOf(matter, visit, people)] : [];
  });
}

function rowOf(matter: Opened<'matters'>, visit: StoredRow, people: ReadonlyMap<string, Opened<'persons'>>): MatterRow {
  const person = people.get(matter.personIds[0] ?? '');
  return {
    matterId: matter.id,
    state: matter.state,
    title: matter.secret ? SECRET_WORDS : matter.title,
    name: person ? nameShown(person) : '',
    visitNumber: String(visit.number),
    lastVisit: matter.lastVisit,
  };
}
