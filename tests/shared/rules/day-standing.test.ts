import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayWork, dayEndStands, reportIsBehind, sinceWords } from '../../../shared/rules/day-standing';

const visit = (at: number, deskCode = '01'): DayWork => ({ what: 'visit', deskCode, at });
const talk = (at: number, deskCode = '01'): DayWork => ({ what: 'talk', deskCode, at });
const result = (at: number): DayWork => ({ what: 'result', deskCode: '01', at });
const ends = (...at: number[]) => at.map((each) => ({ at: each }));

describe('a day that was ended', () => {
  it.each<[string, number[], DayWork[], { ended: boolean; reopened: [number, number] | null }]>([
    ['never: neither', [], [visit(10)], { ended: false, reopened: null }],
    ['stands, when everybody came before', [20], [visit(10), talk(15)], { ended: true, reopened: null }],
    ['is open again when somebody is registered', [20], [visit(10), visit(30)], { ended: false, reopened: [1, 0] }],
    ['and when a talk begins', [20], [visit(10), talk(25)], { ended: false, reopened: [0, 1] }],
    ['stands, when a talk that was left running ends', [20], [talk(15), result(30)], { ended: true, reopened: null }],
    ['stands, when somebody comes to another desk', [20], [visit(30, '02'), talk(31, '02')], { ended: true, reopened: null }],
    ['stands, when it is ended once more after them', [20, 40], [visit(30)], { ended: true, reopened: null }],
    ['by the last ending, in whatever order they are read', [40, 20], [visit(30)], { ended: true, reopened: null }],
  ])('%s', (_what, endings, work, expected) => {
    const { ended, reopened } = dayEndStands(ends(...endings), work, '01');
    expect({ ended: ended !== null, reopened: reopened && [reopened.visits, reopened.talks] }).toEqual(expected);
  });

  it('says the same in whatever order the records arrive, and is never both ended and open again', () => {
    const works = fc.array(
      fc.record({
        what: fc.constantFrom<DayWork['what']>('visit', 'talk', 'result'),
        deskCode: fc.constantFrom('01', '02'),
        at: fc.nat(50),
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.nat(50)), works, (endings, work) => {
        const here = dayEndStands(ends(...endings), work, '01');
        const there = dayEndStands(ends(...[...endings].reverse()), [...work].reverse(), '01');
        expect(there).toEqual(here);
        expect(here.ended !== null && here.reopened !== null).toBe(false);
        expect(here.ended !== null || here.reopened !== null).toBe(endings.length > 0);
      }),
    );
  });
});

describe('a 日报', () => {
  it.each<[string, number[], DayWork[], boolean]>([
    ['that was never made is not behind', [], [visit(10)], false],
    ['is behind a registration', [20], [visit(30)], true],
    ['is behind one of another desk, too', [20], [visit(30, '02')], true],
    ['is behind a talk that came to its end', [20], [result(21)], true],
    ['of another edition is not', [20, 40], [visit(30)], false],
  ])('%s', (_what, reports, work, behind) => expect(reportIsBehind(ends(...reports), work)).toBe(behind));
});

it('says what came after the end', () => {
  expect(sinceWords({ visits: 2, talks: 0 })).toBe('登记 2 批');
  expect(sinceWords({ visits: 1, talks: 3 })).toBe('登记 1 批，开始 3 场接谈');
});
