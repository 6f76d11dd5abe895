import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsNumbering, type NumberingTerm, nextBriefingNumber, numberingDesk, termInForce } from '../../../shared/rules/briefing-number';

const DESKS = [{ code: '01' }, { code: '02' }, { code: '03' }];
const term = (n: number, deskCode: string, at = n): NumberingTerm => ({ id: `${n}-${at}`, term: n, at, deskCode, year: 2026, n: 0 });

describe('the desk that numbers', () => {
  it.each<[string, string, NumberingTerm[], string]>([
    ['is the first of the list', '', [], '01'],
    ['or as it is set', '02', [], '02'],
    ['and the first again when that one is gone', '09', [], '01'],
    ['by the newest handing-over, whatever is set', '01', [term(1, '02'), term(2, '03')], '03'],
    ['by the first of two that took over at once', '', [term(1, '03', 9), term(1, '02', 5)], '02'],
  ])('%s', (_what, set, terms, expected) => expect(numberingDesk(set, DESKS, terms)).toBe(expected));

  it('is the same in whatever order the handings-over arrive', () => {
    const terms = fc.array(fc.record({ n: fc.integer({ min: 1, max: 4 }), desk: fc.constantFrom('01', '02', '03'), at: fc.nat(9) }));
    fc.assert(
      fc.property(terms, (given) => {
        const all = given.map(({ n, desk, at }, i) => ({ ...term(n, desk, at), id: `${i}` }));
        expect(termInForce([...all].reverse())).toEqual(termInForce(all));
      }),
    );
  });

  it.each([
    ['hands it over itself', '01', '', true],
    ['is not overtaken by another', '02', '', false],
    ['once revoked, by the one that revoked it', '03', '03', true],
    ['and by no other', '02', '03', false],
    ['nor by itself', '01', '03', false],
  ])('%s', (_what, here, revokedBy, may) =>
    expect(holdsNumbering({ holder: '01', holderName: '一号登记台', here, revokedBy }) === '').toBe(may),
  );
});

it.each([
  [[], 0, 1],
  [[3], 0, 4],
  [[3], 7, 8],
  [[], 2, 3],
])('after %j, and %i that were handed over, comes %i', (given, handedOver, next) =>
  expect(nextBriefingNumber(given, handedOver)).toBe(next),
);
