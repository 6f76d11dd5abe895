import type { PeriodUnit, StatReport } from '../../../../shared/domain/statistics';
import { unitCalendar } from '../../../../shared/rules/working-days';
import type { DayFigures, Walked } from '../../../../shared/statistics/facts-of-period';
import { type Compared, type Period, periodOf } from '../../../../shared/statistics/periods';
import { buildReport } from '../../../../shared/statistics/report';
import { isFill } from '../day-figures';
import type { Host } from '../host';

export interface Asked {
  unit: PeriodUnit;
  /** A day in it. */
  day: string;
}

export const askedPeriod = ({ clock }: Pick<Host, 'clock'>, { unit, day }: Asked): Period => periodOf(unit, day, clock.today());

/** The kept figures of some days: index look-ups, however many records they are made of. */
export async function figuresBetween({ db }: Pick<Host, 'db'>, from: string, to: string): Promise<DayFigures[]> {
  if (from > to) return [];
  const rows = await db.dayFigures.where('id').between(from, to, true, true).toArray();
  return rows.flatMap((row) => (isFill(row) ? [] : [{ day: row.id, figures: row.figures }]));
}

/** @param walked what only the records tell; null while they are being walked */
export async function periodReport(host: Host, asked: Asked, walked: Walked | null): Promise<StatReport> {
  const { statistics, fields, deadlines, forecast, preparation, calendar } = await host.steady.settings();
  const workdays = unitCalendar(calendar);
  const period = askedPeriod(host, asked);
  const compared = ({ range }: Compared): Promise<DayFigures[]> =>
    range ? figuresBetween(host, range.from, range.to) : Promise.resolve([]);
  return host.db.reading(async () => {
    const [now, previous, lastYear, begun] = await Promise.all([
      figuresBetween(host, period.from, period.until),
      compared(period.previous),
      compared(period.lastYear),
      firstDay(host),
    ]);
    return buildReport({
      ...{ period, now, previous, lastYear, begun, walked },
      today: host.clock.today(),
      isWorkday: (day) => workdays.isWorkday(day),
      settings: { statistics, fields, deadlines, forecast, preparation },
    });
  });
}

/** The first day on which somebody came. */
async function firstDay({ db }: Pick<Host, 'db'>): Promise<string | null> {
  const first = await db.dayFigures
    .orderBy('id')
    .filter((row) => !isFill(row) && (row.figures.visits ?? 0) > 0)
    .first();
  return first?.id ?? null;
}
