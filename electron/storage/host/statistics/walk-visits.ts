import type { RepeatRule } from '../../../../shared/domain/statistics';
import type { Amount, DayFigures } from '../../../../shared/statistics/facts-of-period';
import { type PeriodVisit, Repeats, SamePerson } from '../../../../shared/statistics/repeats';
import { countedOf } from '../day-figures';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import { rowsOfDay } from './rows-of-day';
import type { Part, Piece } from './walk';

/** Two milliseconds of looking up. */
const VISITS_A_PIECE = 1000;
/** Opening one takes a tenth of a millisecond. */
const OPENED_AT_ONCE = 40;
const NO_PLACE = '（未填）';
const SECRET_PLACE = '（保密事项）';

interface What {
  rule: RepeatRule;
  places: boolean;
}

/** 重访 within the period, and 问题属地: the visits of each day, in the order of time. */
export function walkVisits(host: Host, days: readonly DayFigures[], { rule, places }: What, lists: Map<string, readonly string[]>): Part {
  const wanted = days.filter(({ figures }) => (figures.visits ?? 0) > 0);
  const visits: PeriodVisit[] = [];
  const same = new SamePerson();
  const known = new Set<string>();
  const repeats = rule === 'registered' ? null : new Repeats(rule, same);
  const byPlace = new Map<string, Amount & { ids: string[] }>();

  const read = (day: string): Piece[] => [
    async () => {
      const rows = (await rowsOfDay(host, 'visits', day)).filter((row) => countedOf('visits', row) !== null);
      rows.sort((a, b) => Number(a.registeredAt) - Number(b.registeredAt) || (a.id < b.id ? -1 : 1));
      if (repeats) {
        await learn(host, rows, same, known);
        for (const row of rows) visits.push(periodVisit(row));
      }
      if (places) await addPlaces(host, rows, byPlace);
    },
  ];
  // Who is one person is known when all of them were met: only then it is asked who came again.
  const total = wanted.reduce((sum, { figures }) => sum + (figures.visits ?? 0), 0);
  const look = repeats
    ? Array.from({ length: Math.ceil(total / VISITS_A_PIECE) + 1 }, (_, i) => async () => {
        for (const visit of visits.slice(i * VISITS_A_PIECE, (i + 1) * VISITS_A_PIECE)) repeats.take(visit);
      })
    : [];
  return {
    pieces: repeats || places ? [...wanted.flatMap(({ day }) => read(day)), ...look] : [],
    tell: (into) => {
      if (repeats) {
        lists.set('repeated', repeats.repeated);
        lists.set('first', repeats.first);
        into.repeated = repeats.amount;
      }
      if (!places) return;
      const all = [...byPlace].map(([place, { visits: n, heads, ids }]) => ({ place, visits: n, heads, ids }));
      all.sort((a, b) => b.visits - a.visits || (a.place < b.place ? -1 : 1));
      for (const { place, ids } of all) lists.set(`place:${place}`, ids);
      into.places = all.map(({ ids: _, ...amount }) => amount);
    },
  };
}

const periodVisit = ({ id, heads, matterId, personIds }: StoredRow): PeriodVisit => ({
  id,
  heads: Number(heads ?? 0),
  matterId: String(matterId ?? ''),
  personIds: (personIds as string[] | undefined) ?? [],
});

/** Which records are one person: by the link of a merging, by the same document. No name is opened for it. */
async function learn({ db }: Host, rows: readonly StoredRow[], same: SamePerson, known: Set<string>): Promise<void> {
  let wanted = [...new Set(rows.flatMap(({ personIds }) => (personIds as string[] | undefined) ?? []))].filter((id) => !known.has(id));
  while (wanted.length > 0) {
    for (const id of wanted) known.add(id);
    const people = (await db.rows('persons').bulkGet(wanted)).filter((row) => row !== undefined && !row.erased) as StoredRow[];
    const next: string[] = [];
    for (const { id, docHash, mergedInto } of people) {
      if (typeof docHash === 'string') same.join(id, `document ${docHash}`);
      if (typeof mergedInto !== 'string') continue;
      same.join(id, mergedInto);
      if (!known.has(mergedInto)) next.push(mergedInto);
    }
    wanted = [...new Set(next)];
  }
}

async function addPlaces(
  { reader, db }: Host,
  rows: readonly StoredRow[],
  byPlace: Map<string, Amount & { ids: string[] }>,
): Promise<void> {
  for (let i = 0; i < rows.length; i += OPENED_AT_ONCE) {
    const opened = await reader.openOnce('visits', rows.slice(i, i + OPENED_AT_ONCE));
    for (const { id, heads, place, secret, unreadable } of opened) {
      // 条例 30 条: where it is may tell what it is.
      const name = secret ? SECRET_PLACE : (!unreadable && place.trim()) || NO_PLACE;
      const sum = byPlace.get(name) ?? { visits: 0, heads: 0, ids: [] };
      sum.visits += 1;
      sum.heads += heads;
      sum.ids.push(id);
      byPlace.set(name, sum);
    }
    // A read of its own, so that whatever else is asked gets its turn.
    await db.dayFigures.get('');
  }
}
