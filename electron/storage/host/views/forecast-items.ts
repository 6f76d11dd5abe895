import type { ForecastSettings, ForecastView } from '../../../../shared/domain/forecast';
import { mayReadTraits } from '../../../../shared/rules/forecast-access';
import { gradeReasons, reasonsFor, standingSuggestion } from '../../../../shared/rules/forecast-grade';
import type { Actor } from '../../protocol';
import { type Item, isStandingRow, storedOn } from '../forecast/rows';
import type { Host } from '../host';
import type { StoredRow } from '../stored';

/**
 * One day's items as a list shows them, by their hour, what was withdrawn last; only so many are opened. The one that is
 * asked for stands first where it lies further down: of a day of thousands nobody waits for all that are before it.
 */
export async function forecastItems(
  host: Host,
  { date, limit, item }: { date: string; limit: number; item?: string },
  actor: Actor,
): Promise<{ items: ForecastView[]; total: number }> {
  const stored = (await storedOn(host, date)).sort(byHour);
  const { forecast } = await host.reader.settings();
  const asked = stored.slice(limit).filter(({ id }) => id === item);
  const items = await host.reader.open('forecastItems', [...asked, ...stored.slice(0, limit)]);
  return { items: await itemViews(host, items, forecast, actor), total: stored.length };
}

const hour = (row: StoredRow): number => (typeof row.plannedAt === 'number' ? row.plannedAt : Number.MAX_SAFE_INTEGER);
/** A grading moves no row: whoever goes down the list grades one after the other. */
const byHour = (a: StoredRow, b: StoredRow): number =>
  Number(!isStandingRow(a)) - Number(!isStandingRow(b)) ||
  hour(a) - hour(b) ||
  Number(a.createdAt) - Number(b.createdAt) ||
  a.id.localeCompare(b.id);

export async function itemViews(host: Host, items: readonly Item[], rules: ForecastSettings, actor: Actor): Promise<ForecastView[]> {
  const { db, reader, clock } = host;
  const ids = items.map(({ id }) => id);
  const mayKnow = mayReadTraits(actor.roles);
  const [gradeRows, traits, matters] = await Promise.all([
    db.rows('forecastGrades').where('itemId').anyOf(ids).toArray(),
    // Only whether there is something: nothing of it is opened.
    db.rows('forecastTraits').bulkGet(ids),
    reader.some(
      'matters',
      items.flatMap(({ matterId }) => matterId || []),
    ),
  ]);
  const grades = (await reader.open('forecastGrades', gradeRows)).sort((a, b) => a.at - b.at || a.id.localeCompare(b.id));
  const staff = await reader.some(
    'staff',
    [...items.map(({ createdBy }) => createdBy), ...grades.map(({ staffId }) => staffId)].filter(Boolean),
  );
  const nameOf = (id: string): string => staff.get(id)?.name ?? '';
  const today = clock.today();
  return items.map((item, i): ForecastView => {
    const own = grades.filter(({ itemId }) => itemId === item.id);
    return {
      ...{ id: item.id, date: item.date, state: item.state, withdrawnReason: item.withdrawnReason, channel: item.channel },
      ...{ source: item.source, receivedAt: item.receivedAt, enteredAt: item.createdAt, enteredByName: nameOf(item.createdBy) },
      ...{ plannedAt: item.plannedAt, who: item.who, heads: item.heads, demand: item.demand, field: item.field, place: item.place },
      ...{ history: item.history, visits: item.visits, resolved: item.resolved, interests: item.interests },
      ...{ personId: item.personId, matterId: item.matterId, age: item.age, imported: item.importId !== '' },
      matterState: matters.get(item.matterId)?.state ?? null,
      traits: mayKnow ? Boolean(traits[i] && !traits[i].erased) : null,
      extreme: mayKnow ? item.extreme : null,
      suggested: standingSuggestion(item, rules, today),
      reasons: reasonsFor(gradeReasons(item, rules), mayKnow),
      grade: item.grade || null,
      // Two desks may have graded before they met: the analysis was done when the first of them was.
      gradedAt: own[0]?.at ?? item.gradedAt,
      grades: own.map(({ at, staffId, grade, suggested, reason }) => ({ at, staffName: nameOf(staffId), grade, suggested, reason })),
    };
  });
}
