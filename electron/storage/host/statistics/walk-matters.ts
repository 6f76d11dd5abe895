import type { MatterState } from '../../../../shared/domain/known-person';
import { countedOf } from '../day-figures';
import type { Host } from '../host';
import { rowsOfDay } from './rows-of-day';
import type { Part } from './walk';

const SETTLED: ReadonlySet<unknown> = new Set<MatterState>(['answered', 'closed', 'final']);

/** 化解: of the visits to a leader those whose matter is settled by now. */
export function leadersOf(host: Host, days: readonly string[], lists: Map<string, readonly string[]>): Part {
  const settled: string[] = [];
  return {
    pieces: days.map((day) => async () => {
      const rows = await rowsOfDay(host, 'visits', day);
      const visits = rows.filter((row) => (countedOf('visits', row)?.figures['visits.leader'] ?? 0) > 0);
      const matters = await host.db.rows('matters').bulkGet(visits.map(({ matterId }) => String(matterId)));
      for (const [i, visit] of visits.entries()) if (SETTLED.has(matters[i]?.state) && !matters[i]?.erased) settled.push(visit.id);
    }),
    tell: (into) => {
      lists.set('leader-settled', settled);
      into.leaderSettled = settled.length;
    },
  };
}

/** 未评价: matters of the period's talks that nobody has rated, ever. */
export function ratingsOf(host: Host, days: readonly string[], lists: Map<string, readonly string[]>): Part {
  const met = new Set<string>();
  const unrated: string[] = [];
  return {
    pieces: days.map((day) => async () => {
      const rows = await rowsOfDay(host, 'interviews', day);
      const matters = new Set(rows.flatMap((row) => (countedOf('interviews', row) ? String(row.matterId ?? '') : [])));
      const fresh = [...matters].filter((id) => id !== '' && !met.has(id));
      for (const id of fresh) met.add(id);
      const lines = await host.db.rows('followUps').where('matterId').anyOf(fresh).toArray();
      const rated = new Set(lines.flatMap((line) => (countedOf('followUps', line) ? String(line.matterId) : [])));
      unrated.push(...fresh.filter((id) => !rated.has(id)));
    }),
    tell: (into) => {
      lists.set('unrated', unrated);
      into.unrated = unrated.length;
    },
  };
}
