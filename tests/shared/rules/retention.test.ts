import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RETENTION_YEARS, RetentionSettings } from '../../../shared/domain/keeping';
import {
  basisOf,
  becauseWords,
  codeOfMatter,
  daysOfPeriod,
  dueUpTo,
  keptBecause,
  keptUntil,
  periodName,
  yearsOf,
} from '../../../shared/rules/retention';

const facts = { today: '2057-01-01', destroyableFrom: '2057-01-01', basis: 'B', holds: [], stillNeeded: false };

describe('how long it is kept', () => {
  it.each([
    ['2026-11-23', 30, '2057-01-01'],
    ['2026-01-01', 10, '2037-01-01'],
    ['2026-12-31', 10, '2037-01-01'],
    ['2026-11-23', 0, ''],
  ])('%s for %i years: until %s', (day, years, until) => expect(keptUntil(day, years)).toBe(until));

  it('what is due on a day is exactly what may be destroyed on it', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, fc.constantFrom(...RETENTION_YEARS), (last, today, years) => {
        const until = keptUntil(last, years);
        expect(last <= dueUpTo(today, years)).toBe(until !== '' && today >= until);
      }),
    );
  });

  it.each([
    ['open', 'matter-none'],
    ['answered', 'matter-none'],
    ['closed', 'matter-result'],
    ['final', 'matter-result'],
  ] as const)('a matter that is %s is of the class %s', (state, code) => expect(codeOfMatter(state)).toBe(code));

  it('is by class as set, else the default', () => {
    expect(yearsOf('matter-result', RetentionSettings.parse({}))).toBe(30);
    expect(yearsOf('matter-result', RetentionSettings.parse({ years: { 'matter-result': 0 } }))).toBe(0);
  });
});

describe('what is kept by the year or the month', () => {
  it.each([
    ['2025', '2025 年', ['2025-01-01', '2025-12-31']],
    ['2025-03', '2025 年 3 月', ['2025-03-01', '2025-03-31']],
  ])('%s', (period, name, days) => {
    expect(periodName(period)).toBe(name);
    expect(daysOfPeriod(period)).toEqual(days);
  });

  it.each([
    ['appointment', 1, '第十九条'],
    ['careNote', 1, '第十九条'],
    ['trail', 30, '第五十四条'],
    ['incident', 30, '档案法第十三条'],
  ] as const)('%s by default for %i years, by %s, and otherwise as the unit sets it', (code, years, article) => {
    expect(yearsOf(code, RetentionSettings.parse({}))).toBe(years);
    expect(basisOf(code)).toContain(article);
    for (const set of RETENTION_YEARS) expect(yearsOf(code, RetentionSettings.parse({ years: { [code]: set } }))).toBe(set);
  });

  it('all of a period is due with its last day, and nothing of it before', () => {
    expect(keptUntil(daysOfPeriod('2025')[1], 1)).toBe('2027-01-01');
    expect(keptUntil(daysOfPeriod('2025-03')[1], 1)).toBe('2027-01-01');
  });
});

describe('what keeps it', () => {
  it.each([
    [facts, []],
    [{ ...facts, today: '2056-12-31' }, ['保存期未满，2057年1月1日起方可销毁']],
    [{ ...facts, destroyableFrom: '' }, ['永久保存']],
    [{ ...facts, holds: ['诉讼'] }, ['暂停销毁：诉讼']],
    [{ ...facts, stillNeeded: true }, ['所属事项尚未办结']],
  ])('%#', (given, sentences) => expect(keptBecause(given).map(({ sentence }) => sentence)).toEqual(sentences));

  it('names its rule', () => expect(becauseWords(keptBecause({ ...facts, today: '2056-12-31' }))).toContain('（依据：B）'));
});
