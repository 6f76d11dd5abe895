import type { ForecastFacts, ForecastGrade, ForecastSettings } from '../../../../shared/domain/forecast';
import { factsOf, suggestGrade } from '../../../../shared/rules/forecast-grade';
import { sameForecast } from '../../../../shared/rules/forecast-input';
import { isStanding } from '../../../../shared/rules/forecast-selectors';
import { nameHash } from '../codec';
import type { Draft } from '../draft';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import type { Opened } from '../tables';

export type Item = Opened<'forecastItems'>;

/** Rows of one day, still sealed. */
export const storedOn = async ({ db }: Pick<Host, 'db'>, date: string): Promise<StoredRow[]> =>
  (await db.rows('forecastItems').where('date').equals(date).toArray()).filter((row) => !row.erased);

/** A day's items that were not withdrawn. */
export async function standingItems(host: Pick<Host, 'db' | 'reader'>, date: string): Promise<Item[]> {
  return host.reader.open('forecastItems', (await storedOn(host, date)).filter(isStandingRow));
}
export const isStandingRow = (row: StoredRow): boolean => isStanding({ state: row.state === 'withdrawn' ? 'withdrawn' : 'standing' });

/** Found again by an import without being opened. */
export const sameKeyOf = (host: Pick<Host, 'hall'>, item: { date: string; who: string; demand: string }): string =>
  nameHash(host.hall, `forecast|${sameForecast(item)}`);

export async function standingWithKeys({ db }: Pick<Host, 'db'>, keys: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .rows('forecastItems')
    .where('sameKey')
    .anyOf([...keys])
    .toArray();
  return new Map(rows.flatMap((row) => (row.erased || !isStandingRow(row) ? [] : [[String(row.sameKey), row.id]])));
}

/** What the rows repeat of the suggestion, after the facts or the thresholds changed. */
export const suggestedBy = (facts: ForecastFacts, rules: ForecastSettings): ForecastGrade => suggestGrade(factsOf(facts), rules);

/**
 * The thresholds were changed: what is suggested for today and later says so in the same write, and nothing that a person
 * decided is touched. @returns how many suggestions moved
 */
export async function suggestAnew(host: Host, draft: Draft, rules: ForecastSettings): Promise<number> {
  const rows = await host.db.rows('forecastItems').where('date').aboveOrEqual(host.clock.today()).toArray();
  let moved = 0;
  for (const item of await host.reader.open('forecastItems', rows.filter(isStandingRow))) {
    if (item.unreadable) continue;
    const suggested = suggestedBy(item, rules);
    if (suggested === item.suggested) continue;
    draft.put('forecastItems', item.id, { suggested }, item.keyId);
    moved++;
  }
  return moved;
}
