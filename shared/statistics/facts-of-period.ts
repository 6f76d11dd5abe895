import type { DeadlineSettings } from '../domain/deadlines';
import type { ForecastGrade, ForecastSettings } from '../domain/forecast';
import type { PreparationSettings } from '../domain/preparation';
import type { FieldSettings } from '../domain/settings';
import type { StatisticsSettings } from '../domain/statistics';
import { whyNotCompared } from './change';
import { type Figures, sumFigures } from './facts';
import type { Period } from './periods';

export interface DayFigures {
  day: string;
  figures: Figures;
}
export interface Amount {
  visits: number;
  heads: number;
}
/** What only a walk over the period's records tells. */
export interface Walked {
  /** Null: as the desk registered it, which is kept. */
  repeated: Amount | null;
  lateArrivals: number;
  lateReports: number;
  leaderSettled: number;
  unrated: number;
  /** Items of the forecast by how their analysis went; `open` ones still have time. */
  analysis: { inTime: number; late: number };
  /** By minutes before the planned time: of so many matters that were to be ready then, how many were. */
  prepared: readonly { before: number; inTime: number; counted: number }[];
  /** Matters with too little time to prepare for them. */
  compressed: number;
  /** By grade: of those that name a matter or a person of the hall, how many met a real incident that day. */
  warned: Readonly<Record<ForecastGrade, { linked: number; hit: number }>>;
  /** Null: not asked for. The most visits first. */
  places: readonly (Amount & { place: string })[] | null;
}

/** A walk that has met nothing. */
export const nothingWalked = (): Walked => ({
  ...{ repeated: null, lateArrivals: 0, lateReports: 0, leaderSettled: 0, unrated: 0, places: null },
  analysis: { inTime: 0, late: 0 },
  ...{ prepared: [], compressed: 0 },
  warned: { general: { linked: 0, hit: 0 }, attention: { linked: 0, hit: 0 }, high: { linked: 0, hit: 0 } },
});

/** Everything a report is made from. Days without a row had nothing. */
export interface ReportFacts {
  period: Period;
  today: string;
  /** Day of the hall's first visit. */
  begun: string | null;
  now: readonly DayFigures[];
  previous: readonly DayFigures[];
  lastYear: readonly DayFigures[];
  isWorkday(day: string): boolean;
  settings: {
    statistics: StatisticsSettings;
    fields: FieldSettings;
    deadlines: DeadlineSettings;
    forecast: ForecastSettings;
    preparation: Pick<PreparationSettings, 'steps'>;
  };
  /** Null: still being walked. */
  walked: Walked | null;
}

/** The period's sums, ready to be asked. */
export class Sums {
  readonly now: Figures;
  private readonly previous: Figures;
  private readonly lastYear: Figures;
  private readonly restDays: Figures;
  readonly whyNotPrevious: string;
  readonly whyNotLastYear: string;

  constructor(readonly facts: ReportFacts) {
    const { now, previous, lastYear, period, begun, isWorkday } = facts;
    const sum = (days: readonly DayFigures[]): Figures => sumFigures(days.map(({ figures }) => figures));
    this.now = sum(now);
    this.previous = sum(previous);
    this.lastYear = sum(lastYear);
    this.restDays = sum(now.filter(({ day }) => !isWorkday(day)));
    this.whyNotPrevious = whyNotCompared(period.previous, begun, '上期');
    this.whyNotLastYear = whyNotCompared(period.lastYear, begun, '去年同期');
  }

  of(key: string): number {
    return this.now[key] ?? 0;
  }
  onRestDays(key: string): number {
    return this.restDays[key] ?? 0;
  }
  /** Null: there is nothing to compare with. */
  before(key: string): number | null {
    return this.whyNotPrevious ? null : (this.previous[key] ?? 0);
  }
  yearBefore(key: string): number | null {
    return this.whyNotLastYear ? null : (this.lastYear[key] ?? 0);
  }
  keysUnder(prefix: string): string[] {
    return Object.keys(this.now).filter((key) => key.startsWith(prefix));
  }
  /** Sum of several. */
  total(keys: readonly string[]): number {
    return keys.reduce((sum, key) => sum + this.of(key), 0);
  }
}
