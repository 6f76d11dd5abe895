import type { Chart } from '../domain/statistics';
import { addDays } from '../rules/time';
import type { DayFigures, Sums } from './facts-of-period';
import { daysOf } from './periods';

/** 批次 over the period: by day, of a year by month, beside the earlier period's; of a single day beside the days it is compared with. */
export function trendChart(sums: Sums): Chart | null {
  const { period, now, previous, lastYear } = sums.facts;
  const visits = (days: readonly DayFigures[]): Map<string, number> => new Map(days.map(({ day, figures }) => [day, figures.visits ?? 0]));
  const [current, before] = [visits(now), visits(previous)];
  if (period.unit === 'day')
    return {
      kind: 'bars',
      label: '批次比较',
      unit: '批',
      points: [
        { label: '本期', value: sums.of('visits'), base: null },
        ...point('上期', sums.before('visits')),
        ...point('去年同期', sums.yearBefore('visits')),
      ],
      baseLabel: '',
    };
  if (period.unit === 'year') {
    const byMonth = (days: Map<string, number>, month: string): number =>
      [...days].reduce((sum, [day, value]) => sum + (day.slice(5, 7) === month ? value : 0), 0);
    const compared = sums.whyNotLastYear === '';
    const yearAgo = visits(lastYear);
    return {
      kind: 'columns',
      label: '各月批次',
      unit: '批',
      points: Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0')).map((month) => ({
        label: `${Number(month)}月`,
        value: byMonth(current, month),
        base: compared ? byMonth(yearAgo, month) : null,
      })),
      baseLabel: compared ? '去年' : '',
    };
  }
  const from = sums.whyNotPrevious === '' ? period.previous.range?.from : undefined;
  return {
    kind: 'columns',
    label: '每日批次',
    unit: '批',
    points: daysOf(period).map((day, i) => ({
      label: period.unit === 'week' ? `周${'一二三四五六日'[i] ?? ''}` : String(Number(day.slice(8))),
      value: current.get(day) ?? 0,
      base: from ? (before.get(addDays(from, i)) ?? 0) : null,
    })),
    baseLabel: from ? '上期' : '',
  };
}

const point = (label: string, value: number | null): Chart['points'] => (value === null ? [] : [{ label, value, base: null }]);
