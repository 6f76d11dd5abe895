import type { ForecastGrade } from '../../../../shared/domain/forecast';
import { refuse } from '../../../../shared/errors';
import { factsOf, gradeInForce, needsPreparation, standingSuggestion } from '../../../../shared/rules/forecast-grade';
import { isStanding, toPrepare } from '../../../../shared/rules/forecast-selectors';
import { knownSince } from '../../../../shared/rules/preparation';
import type { Host } from '../host';
import type { Opened } from '../tables';

type Reading = Pick<Host, 'db' | 'reader' | 'clock'>;
type Item = Opened<'forecastItems'>;

/** A forecast item with what holds for it now and since when the hall prepares for it. */
export interface DayItem {
  item: Item;
  grade: ForecastGrade;
  /** ms UTC. */
  knownAt: number;
}

/** Of a day: those that are prepared for, by planned time, and the grade of every one that stands. */
export async function dayItems(host: Reading, date: string): Promise<{ prepared: DayItem[]; grades: ForecastGrade[] }> {
  const stored = await host.db.rows('forecastItems').where('date').equals(date).toArray();
  const items = await withSuggestion(host, await host.reader.open('forecastItems', stored));
  const gradings = await gradingsOf(
    host,
    items.map(({ id }) => id),
  );
  return {
    prepared: toPrepare(items).map((item) => ({ item, grade: gradeInForce(item), knownAt: since(item, gradings) })),
    grades: items.filter(isStanding).map(gradeInForce),
  };
}

/** One that the hall prepares for. @throws Refusal when it is not there, withdrawn, or 一般 */
export async function mustPrepare(host: Reading, itemId: string): Promise<DayItem> {
  const found = (await host.reader.one('forecastItems', itemId)) ?? refuse('not-found');
  if (found.unreadable) refuse('damaged');
  const [item] = await withSuggestion(host, [found]);
  if (!item || !isStanding(item)) refuse('conflict', { message: '这一事项已从预判中撤回，什么也没有改变。' });
  if (!needsPreparation(item)) refuse('conflict', { message: '这一事项现为「一般」，没有准备清单，什么也没有改变。' });
  return { item, grade: gradeInForce(item), knownAt: since(item, await gradingsOf(host, [itemId])) };
}

/** By the thresholds that count for its day, not by those of its last writing. */
export async function withSuggestion({ reader, clock }: Reading, items: readonly Item[]): Promise<Item[]> {
  const { forecast } = await reader.settings();
  return items.map((item) => ({ ...item, suggested: standingSuggestion({ ...item, ...factsOf(item) }, forecast, clock.today()) }));
}

async function gradingsOf({ db, reader }: Reading, ids: readonly string[]): Promise<Opened<'forecastGrades'>[]> {
  if (ids.length === 0) return [];
  const stored = await db
    .rows('forecastGrades')
    .where('itemId')
    .anyOf([...ids])
    .toArray();
  return (await reader.open('forecastGrades', stored)).sort((a, b) => a.at - b.at || a.id.localeCompare(b.id));
}

const since = (item: Item, gradings: readonly Opened<'forecastGrades'>[]): number =>
  knownSince(
    { at: item.createdAt, needs: needsPreparation({ suggested: item.suggested, grade: '' }) },
    gradings
      .filter(({ itemId }) => itemId === item.id)
      .map(({ at, grade, suggested }) => ({ at, needs: needsPreparation({ grade, suggested }) })),
  );
