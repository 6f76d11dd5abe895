import type { ForecastGrade, ForecastState } from '../domain/forecast';
import { gradeInForce, needsPreparation } from './forecast-grade';

/** What others build on a forecast item by: preparing for it, and counting it. Pure, over the open half of a row. */
export interface ForecastRow {
  id: string;
  date: string;
  /** ms UTC; null: the hour is not known. */
  plannedAt: number | null;
  state: ForecastState;
  suggested: ForecastGrade;
  grade: ForecastGrade | '' | null;
  gradedAt: number | null;
}

export const isStanding = ({ state }: Pick<ForecastRow, 'state'>): boolean => state === 'standing';
/** ms UTC; null: counted back from nothing, so nothing is due by it. */
export const plannedAtOf = ({ plannedAt }: Pick<ForecastRow, 'plannedAt'>): number | null => plannedAt;

/** By planned time, those without an hour last. */
export const byPlan = (a: ForecastRow, b: ForecastRow): number =>
  (plannedAtOf(a) ?? Number.MAX_SAFE_INTEGER) - (plannedAtOf(b) ?? Number.MAX_SAFE_INTEGER) || a.id.localeCompare(b.id);

/** What the hall prepares for (plan S34). */
export const toPrepare = <T extends ForecastRow>(rows: readonly T[]): T[] =>
  rows.filter((row) => isStanding(row) && needsPreparation(row)).sort(byPlan);

/** How many of each grade in force. */
export function countByGrade(rows: readonly ForecastRow[]): Record<ForecastGrade, number> {
  const counts = { general: 0, attention: 0, high: 0 };
  for (const row of rows) if (isStanding(row)) counts[gradeInForce(row)]++;
  return counts;
}
