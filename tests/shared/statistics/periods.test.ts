import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERIOD_UNITS } from '../../../shared/domain/statistics';
import { addDays, daysBetween } from '../../../shared/rules/time';
import { daysOf, periodOf, rangeOf, step, titleOf, weekOf } from '../../../shared/statistics/periods';

const LATER = '2030-01-01';

describe('a period and what it is compared with', () => {
  it.each([
    ['day', '2026-11-23', ['2026-11-23', '2026-11-23'], ['2026-11-22', '2026-11-22'], ['2025-11-23', '2025-11-23']],
    ['day', '2026-01-01', ['2026-01-01', '2026-01-01'], ['2025-12-31', '2025-12-31'], ['2025-01-01', '2025-01-01']],
    ['day', '2024-02-29', ['2024-02-29', '2024-02-29'], ['2024-02-28', '2024-02-28'], '去年没有 2 月 29 日'],
    ['week', '2026-11-29', ['2026-11-23', '2026-11-29'], ['2026-11-16', '2026-11-22'], ['2025-11-24', '2025-11-30']],
    ['week', '2027-01-01', ['2026-12-28', '2027-01-03'], ['2026-12-21', '2026-12-27'], '去年没有第 53 周'],
    ['month', '2026-03-31', ['2026-03-01', '2026-03-31'], ['2026-02-01', '2026-02-28'], ['2025-03-01', '2025-03-31']],
    ['month', '2024-02-10', ['2024-02-01', '2024-02-29'], ['2024-01-01', '2024-01-31'], ['2023-02-01', '2023-02-28']],
    ['month', '2026-01-15', ['2026-01-01', '2026-01-31'], ['2025-12-01', '2025-12-31'], ['2025-01-01', '2025-01-31']],
    ['year', '2026-06-01', ['2026-01-01', '2026-12-31'], '年报只有同比', ['2025-01-01', '2025-12-31']],
  ] as const)('%s of %s', (unit, day, own, previous, lastYear) => {
    const period = periodOf(unit, day, LATER);
    const said = ({ range, none }: typeof period.previous) => (range ? [range.from, range.to] : none);
    expect([period.from, period.to]).toEqual(own);
    expect(said(period.previous)).toEqual(previous);
    expect(said(period.lastYear)).toEqual(lastYear);
  });

  it.each([
    // On the 30th of November three and four weeks of October are no October.
    ['month', '2026-11-30', '2026-11-10', '2026-10-10', '2025-11-10'],
    ['month', '2026-03-01', '2026-03-30', '2026-02-28', '2025-03-30'],
    ['week', '2026-11-23', '2026-11-25', '2026-11-18', '2025-11-26'],
    ['year', '2024-01-01', '2024-03-01', null, '2023-03-02'],
  ] as const)('%s that is not over on %s is compared with as many days', (unit, day, today, previousTo, lastYearTo) => {
    const period = periodOf(unit, day, today);
    expect(period.until).toBe(today);
    expect(period.previous.range?.to ?? null).toBe(previousTo);
    expect(period.lastYear.range?.to ?? null).toBe(lastYearTo);
  });

  it('a period that has not begun has no days', () => {
    const period = periodOf('month', '2026-12-05', '2026-11-23');
    expect(daysOf({ from: period.from, to: period.until })).toEqual([]);
  });

  it.each([
    ['2026-01-01', 2026, 1],
    ['2025-12-29', 2026, 1],
    ['2027-01-03', 2026, 53],
    ['2024-12-30', 2025, 1],
  ])('%s is in week %i-%i', (day, year, week) => expect(weekOf(day)).toEqual({ year, week }));

  const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n));
  it.each([
    ['2026-12-01', '2026年第49周（11月30日至12月6日）'],
    ['2026-01-01', '2026年第1周（2025年12月29日至1月4日）'],
    ['2027-01-01', '2026年第53周（12月28日至2027年1月3日）'],
  ])('the week of %s is called %s: no year twice, none missing', (some, title) => {
    expect(titleOf('week', rangeOf('week', some))).toBe(title);
  });
  it('periods follow one another without a gap, and the step back is the step forth undone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PERIOD_UNITS), day, (unit, some) => {
        const { from, to } = rangeOf(unit, some);
        expect(from <= some && some <= to).toBe(true);
        expect(step(unit, some, 1)).toBe(addDays(to, 1));
        expect(step(unit, step(unit, some, 1), -1)).toBe(from);
        expect(rangeOf(unit, to)).toEqual({ from, to });
      }),
    );
  });
  it('what is compared is never longer than the days that have come', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PERIOD_UNITS), day, fc.nat(400), (unit, some, passed) => {
        const period = periodOf(unit, some, addDays(rangeOf(unit, some).from, passed));
        const days = daysBetween(period.from, period.until) + 1;
        if (period.until === period.to) return;
        for (const { range } of [period.previous, period.lastYear])
          if (range) expect(daysBetween(range.from, range.to) + 1).toBeLessThanOrEqual(days);
      }),
    );
  });
});
