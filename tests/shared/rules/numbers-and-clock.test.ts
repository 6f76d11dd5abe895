import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardNumber, nextBlock, queueNumber } from '../../../shared/rules/card-number';
import { decodeHlc, encodeHlc, type Hlc, receive, tick } from '../../../shared/rules/hlc';
import { lettersSkippedTo } from '../../../shared/rules/letters-of-result';
import { isMarked, isRepeated, repeatText, visitCount } from '../../../shared/rules/repeat';
import { RULES } from '../facts';

describe('card and queue numbers', () => {
  it('say day, desk and order', () => {
    expect(cardNumber('2026-11-23', '01', 1)).toBe('20261123-01-0001');
    expect(queueNumber('A', 12)).toBe('A012');
    expect(queueNumber('B', 1000)).toBe('B1000');
  });
  it.each([0, 10000, 1.5])('%d is no card number', (n) => expect(() => cardNumber('2026-11-23', '01', n)).toThrow(RangeError));

  it('two desks never give the same', () => {
    const given = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 9999 }));
    fc.assert(
      fc.property(given, given, ([deskA, a], [deskB, b]) => {
        const at = (desk: number, n: number) => cardNumber('2026-11-23', String(desk).padStart(2, '0'), n);
        expect(at(deskA, a) === at(deskB, b)).toBe(deskA === deskB && a === b);
      }),
    );
  });

  it.each([
    [0, 101],
    [1, 101],
    [99, 101],
    [100, 201],
    [101, 201],
  ])('after %i a fresh block begins at %i', (known, next) => expect(nextBlock(known, 100)).toBe(next));

  it.each([
    [0, 100],
    [49, 100],
    [50, 200],
    [99, 200],
    [100, 200],
  ])('a copy that knows of %i letters goes on after %i, above whatever a lost day gave', (last, after) =>
    expect(lettersSkippedTo(last)).toBe(after),
  );
});

describe('the 4th visit in an unresolved matter', () => {
  it.each([
    [2, true, 3, false],
    [3, true, 4, true],
    [3, false, 4, false],
    [9, true, 10, true],
  ])('%i earlier, unresolved %s: visit %i, marked %s', (previous, open, count, marked) => {
    expect(visitCount(previous)).toBe(count);
    expect(isMarked(count, open, RULES)).toBe(marked);
  });
  it('the clerk’s correction goes before the count', () => {
    expect(isRepeated(1)).toBe(false);
    expect(isRepeated(2)).toBe(true);
    expect(isRepeated(1, { repeated: true })).toBe(true);
    expect(isRepeated(3, { repeated: false })).toBe(false);
  });
  it('is said so', () =>
    expect([repeatText(1, false), repeatText(4, true), repeatText(1, true), repeatText(2, false)]).toEqual([
      '初访',
      '重访（第 4 次）',
      '重访',
      '初访',
    ]));
});

describe('the hybrid clock', () => {
  const hlc = fc.record({ ms: fc.nat(2 ** 40), counter: fc.nat(0xffff), desk: fc.constantFrom('01', '02', '99') });
  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const order = (a: Hlc, b: Hlc) => a.ms - b.ms || a.counter - b.counter || text(a.desk, b.desk);

  it('goes forward although the wall clock is set back an hour', () => {
    const before = tick(null, 10_000_000, '01');
    const after = tick(before, 10_000_000 - 3_600_000, '01');
    expect(encodeHlc(after) > encodeHlc(before)).toBe(true);
  });

  it('is always later than what it has seen, here and from other desks', () => {
    fc.assert(
      fc.property(hlc, hlc, fc.nat(2 ** 40), (last, remote, now) => {
        const own = { ...last, desk: '01' };
        const next = tick(own, now, '01');
        expect(order(next, own)).toBeGreaterThan(0);
        const seen = receive(own, remote, now, '01');
        expect(seen.desk).toBe('01');
        expect(seen.ms > own.ms || (seen.ms === own.ms && seen.counter > own.counter)).toBe(true);
        expect(seen.ms > remote.ms || (seen.ms === remote.ms && seen.counter > remote.counter)).toBe(true);
      }),
    );
  });

  it('sorts as text, and reads back', () => {
    fc.assert(
      fc.property(hlc, hlc, (a, b) => {
        expect(Math.sign(order(a, b))).toBe(text(encodeHlc(a), encodeHlc(b)));
        expect(decodeHlc(encodeHlc(a))).toEqual(a);
      }),
    );
  });
  it('refuses what is no clock', () => expect(() => decodeHlc('yesterday')).toThrow());
});
