import { describe, expect, it } from 'vitest';
import { ForecastSettings } from '../../../shared/domain/forecast';
import { batchClock, closingAt, gradeClock, gradeDueAt, isLate, lateWords, minutesLeft } from '../../../shared/rules/forecast-clock';
import { byPlan, countByGrade, type ForecastRow, toPrepare } from '../../../shared/rules/forecast-selectors';

const TIMES = ForecastSettings.parse({});
const DAY = '2026-11-23';
/** `HH:mm:ss` of that day, in the hall's zone. */
const at = (time: string): number => Date.parse(`${DAY}T${time}+08:00`);

describe('the clock of the channels', () => {
  it.each([
    ['08:29:59', false],
    ['08:30:00', false],
    ['08:30:01', true],
    ['08:31:00', true],
  ])('typed in at %s: late %s', (time, late) => {
    expect(isLate({ date: DAY, createdAt: at(time) }, TIMES)).toBe(late);
  });
  it('an item of another day is late by that day', () => {
    expect(isLate({ date: '2026-11-24', createdAt: at('15:00:00') }, TIMES)).toBe(false);
    expect(isLate({ date: '2026-11-22', createdAt: at('07:00:00') }, TIMES)).toBe(true);
  });
  it('the hour is a setting, and its name goes with it', () => {
    expect(isLate({ date: DAY, createdAt: at('08:45:00') }, { ...TIMES, closeAt: '09:00' })).toBe(false);
    expect(lateWords(TIMES)).toBe('晚于8:30');
    expect(lateWords({ ...TIMES, closeAt: '10:05' })).toBe('晚于10:05');
  });
});

describe('thirty minutes for the analysis', () => {
  const early = { date: DAY, createdAt: at('08:05:00'), gradedAt: null };
  it('count from 8:30, or from the entry if that was later', () => {
    expect(gradeDueAt(early, TIMES)).toBe(at('09:00:00'));
    expect(gradeDueAt({ date: DAY, createdAt: at('08:31:10') }, TIMES)).toBe(at('09:01:10'));
    expect(gradeDueAt(early, { ...TIMES, gradeMinutes: 20 })).toBe(at('08:50:00'));
  });
  it.each([
    ['29:59', at('08:59:59'), 'running'],
    ['30:00', at('09:00:00'), 'overdue'],
  ] as const)('not graded after %s', (_, now, clock) => {
    expect(gradeClock(early, now, TIMES)).toBe(clock);
  });
  it.each([
    ['29:59', at('08:59:59'), 'in-time'],
    ['30:00', at('09:00:00'), 'in-time'],
    ['30:01', at('09:00:01'), 'late'],
  ] as const)('graded after %s', (_, gradedAt, clock) => {
    expect(gradeClock({ ...early, gradedAt }, at('12:00:00'), TIMES)).toBe(clock);
  });
  it('the list is done when its last item is', () => {
    const late = { date: DAY, createdAt: at('08:40:00'), gradedAt: null };
    const done = { ...early, gradedAt: at('08:52:00') };
    expect(batchClock(DAY, [], at('08:40:00'), TIMES)).toMatchObject({ items: 0, graded: 0, doneAt: null });
    expect(batchClock(DAY, [done, late], at('09:05:00'), TIMES)).toMatchObject({ items: 2, graded: 1, overdue: 0, doneAt: null });
    expect(batchClock(DAY, [done, late], at('09:10:00'), TIMES)).toMatchObject({ overdue: 1, dueAt: at('09:00:00') });
    expect(batchClock(DAY, [done, { ...late, gradedAt: at('09:03:00') }], at('11:00:00'), TIMES)).toMatchObject({
      ...{ graded: 2, overdue: 0, doneAt: at('09:03:00') },
    });
  });
  it('minutes are counted up, so that the last one is one until it ends', () => {
    expect([60_001, 60_000, 1, 0, -5].map((left) => minutesLeft(at('09:00:00'), at('09:00:00') - left))).toEqual([2, 1, 1, 0, 0]);
  });
  it('closes by the hall, not by the zone of the PC', () => {
    expect(closingAt(DAY, TIMES)).toBe(Date.UTC(2026, 10, 23, 0, 30));
  });
});

describe('what others build on', () => {
  const row = (id: string, over: Partial<ForecastRow>): ForecastRow => ({
    ...{ id, date: DAY, plannedAt: null, state: 'standing', suggested: 'general', grade: '', gradedAt: null },
    ...over,
  });
  it('is prepared from 关注 on, in the order of the hours, without what was withdrawn', () => {
    const rows = [
      row('a', { suggested: 'attention' }),
      row('b', { suggested: 'high', plannedAt: at('10:00:00') }),
      row('c', { suggested: 'high', grade: 'general', plannedAt: at('09:00:00') }),
      row('d', { grade: 'attention', plannedAt: at('09:30:00') }),
      row('e', { grade: 'high', plannedAt: at('09:10:00'), state: 'withdrawn' }),
    ];
    expect(toPrepare(rows).map(({ id }) => id)).toEqual(['d', 'b', 'a']);
    expect(countByGrade(rows)).toEqual({ general: 1, attention: 2, high: 1 });
    expect([...rows].sort(byPlan).map(({ id }) => id)).toEqual(['c', 'e', 'd', 'b', 'a']);
  });
});
