import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn, needsConsent, needsGuardian } from '../../../shared/rules/age';
import { addDays, dayOf, daysBetween, isRealDay, longDay, stampOf, timeOf } from '../../../shared/rules/time';

describe('age on the visit day', () => {
  it.each([
    ['2008-11-24', '2026-11-23', 17, true],
    ['2008-11-23', '2026-11-23', 18, false],
    ['2008-11-22', '2026-11-23', 18, false],
    ['2008-02-29', '2026-02-28', 17, true],
    ['2008-02-29', '2026-03-01', 18, false],
    ['2026-11-23', '2026-11-23', 0, true],
    ['1949-12-31', '2026-11-23', 76, false],
  ])('born %s, on %s: %i years, guardian %s', (birth, day, age, guardian) => {
    expect(ageOn(birth, day)).toBe(age);
    expect(needsGuardian(birth, day)).toBe(guardian);
  });

  it.each([
    ['2012-11-24', true],
    ['2012-11-23', false],
  ])('born %s: consent of the guardian %s', (birth, consent) => expect(needsConsent(birth, '2026-11-23')).toBe(consent));
});

describe('the hall’s time is UTC+8', () => {
  it.each([
    ['2026-11-22T15:59:59.999Z', '2026-11-22', '23:59', '2026-11-22 23:59:59'],
    ['2026-11-22T16:00:00Z', '2026-11-23', '00:00', '2026-11-23 00:00:00'],
    ['2026-12-31T16:00:00Z', '2027-01-01', '00:00', '2027-01-01 00:00:00'],
    ['2028-02-28T16:00:00Z', '2028-02-29', '00:00', '2028-02-29 00:00:00'],
  ])('%s', (utc, day, time, stamp) => {
    const at = Date.parse(utc);
    expect([dayOf(at), timeOf(at), stampOf(at)]).toEqual([day, time, stamp]);
  });

  it.each(['2026-11-23', '2028-02-29', '2000-02-29'])('%s is a day', (day) => expect(isRealDay(day)).toBe(true));
  it.each(['2026-02-29', '1949-02-29', '1900-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '', '2026-11-23T00:00'])(
    '%s is no day',
    (day) => expect(isRealDay(day)).toBe(false),
  );

  it('is written as paper writes it', () => expect(longDay('2026-01-05')).toBe('2026年1月5日'));

  it('adding days and counting them agree', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20000, max: 20000 }), (n) => {
        const day = addDays('2026-11-23', n);
        expect(isRealDay(day)).toBe(true);
        expect(daysBetween('2026-11-23', day)).toBe(n);
      }),
    );
  });
});
