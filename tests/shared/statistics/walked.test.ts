import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RepeatRule } from '../../../shared/domain/statistics';
import { type Figures, factsOf, sumFigures } from '../../../shared/statistics/facts';
import { arrivedLate, reportedLate } from '../../../shared/statistics/incident-lateness';
import { type PeriodVisit, Repeats, SamePerson } from '../../../shared/statistics/repeats';

const visit = (id: string, matterId: string, ...personIds: string[]): PeriodVisit => ({ id, heads: personIds.length, matterId, personIds });
function repeated(
  rule: Exclude<RepeatRule, 'registered'>,
  visits: readonly PeriodVisit[],
  joined: readonly [string, string][] = [],
): string[] {
  const same = new SamePerson();
  for (const [a, b] of joined) same.join(a, b);
  const repeats = new Repeats(rule, same);
  for (const each of visits) repeats.take(each);
  return repeats.repeated;
}

describe('重访 within a period', () => {
  const visits = [visit('1', 'm1', 'a'), visit('2', 'm2', 'a'), visit('3', 'm1', 'b'), visit('4', 'm3', 'c', 'b'), visit('5', 'm4', 'd')];
  it.each([
    ['person', ['2', '4']],
    ['matter', ['3']],
    ['either', ['2', '3', '4']],
  ] as const)('by %s', (rule, expected) => expect(repeated(rule, visits)).toEqual(expected));
  it('two records of one person are one, however they were joined', () => {
    expect(
      repeated('person', visits, [
        ['d', 'x'],
        ['x', 'a'],
      ]),
    ).toEqual(['2', '4', '5']);
  });
  it('a visit without a matter is no repetition of another one without', () => {
    expect(repeated('matter', [visit('1', '', 'a'), visit('2', '', 'b')])).toEqual([]);
  });
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  it('in whatever order records are joined, they are the same people', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id), { maxLength: 8 }), (joins) => {
        const one = new SamePerson();
        const other = new SamePerson();
        for (const [a, b] of joins) one.join(a, b);
        for (const [a, b] of [...joins].reverse()) other.join(b, a);
        for (const a of 'abcde') for (const b of 'abcde') expect(one.of(a) === one.of(b)).toBe(other.of(a) === other.of(b));
      }),
    );
  });
});

describe('limits of an incident', () => {
  const MINUTE = 60_000;
  const call = { contact: 'department', when: '', due: 10 * MINUTE };
  const arrival = (elapsed: number) => ({
    ...{ id: '', n: 0, at: 0, elapsed, staffId: '', deskCode: '01' },
    data: { kind: 'arrival' as const, person: '科长', post: '' },
  });
  it.each([
    ['in the tenth minute', [call], [arrival(10 * MINUTE + 59_000)], 60 * MINUTE, false],
    ['in the eleventh', [call], [arrival(11 * MINUTE)], 60 * MINUTE, true],
    ['nobody came, and it is over before the limit', [call], [], 5 * MINUTE, false],
    ['nobody came', [call], [], 60 * MINUTE, true],
    ['nobody was to come', [], [], 60 * MINUTE, false],
    ['only where a township is concerned', [{ ...call, when: '涉及乡镇单位时' }], [], 60 * MINUTE, false],
  ])('%s', (_name, calls, entries, now, late) => expect(arrivedLate(calls, entries, now)).toBe(late));
  it.each([
    [{ what: 'phone' as const, due: 20 * MINUTE, done: 20 * MINUTE }, false],
    [{ what: 'phone' as const, due: 20 * MINUTE, done: 21 * MINUTE }, true],
    [{ what: 'final' as const, due: 90 * MINUTE, done: null }, false],
    [{ what: 'final' as const, due: 30 * MINUTE, done: null }, true],
  ])('a report %o', (clock, late) => expect(reportedLate([clock], 60 * MINUTE)).toBe(late));
});

describe('what a row counts', () => {
  it.each([
    ['visits', { date: '2026-11-23', state: 'void', heads: 3 }],
    ['visits', { date: '2026-11-23', state: 'returned', heads: 3, importId: 'ledger' }],
    ['visits', { state: 'returned', heads: 3 }],
    ['incidents', { date: '2026-11-23', state: 'closed', mode: 'drill', code: 'E01', level: 4 }],
    ['incidents', { date: '2026-11-23', state: 'closed', code: 'E01', level: 4 }],
    ['promises', { due: '2026-11-23', code: 'D7', state: 'right' }],
    ['followUps', { day: '2026-11-23', kind: 'callback', number: 3 }],
    ['printJobs', { createdAt: 1, state: 'failed', kind: 'calibration' }],
    ['forecastItems', { date: '2026-11-23', state: 'withdrawn', grade: 'high' }],
  ] as const)('%s %o count nowhere', (table, row) => expect(factsOf(table, row)).toBeNull());
  it('a promise kept on its last day is kept, a minute later it is late', () => {
    const kept = (time: string) => factsOf('promises', { due: '2026-11-23', code: 'D2', state: 'kept', keptAt: Date.parse(time) })?.figures;
    expect(kept('2026-11-23T23:59:59+08:00')).toEqual({ 'due.D2.kept': 1 });
    expect(kept('2026-11-24T00:00:00+08:00')).toEqual({ 'due.D2.late': 1 });
  });
  it('taking away what was added leaves nothing', () => {
    const visit = { date: '2026-11-23', state: 'issued', heads: 2, fieldCode: '01', purpose: 'appeal' };
    const figures: Figures = factsOf('visits', visit)?.figures ?? {};
    expect(Object.keys(figures).length).toBeGreaterThan(5);
    const negative = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, -value]));
    expect(sumFigures([figures, negative])).toEqual({});
  });
});
