import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../../shared/domain/basics';
import {
  CARE_WRITERS,
  careApprovers,
  careSight,
  careState,
  checkCareNote,
  checkVitals,
  expiresSoon,
  isInForce,
  latestExpiry,
  mayEnd,
  mayRenew,
  vitalsWords,
} from '../../../shared/rules/care-note';
import { addMonths } from '../../../shared/rules/years';

const TODAY = '2026-11-28';
const standing = (expires: string, over: { endedAt?: number | null; renewedBy?: string } = {}) => ({ expires, ...over });

describe('关怀与关注: who', () => {
  it.each<[Role, 'nothing' | 'arrangement' | 'detail', boolean]>([
    ['registrar', 'arrangement', false],
    ['guard', 'arrangement', false],
    ['interviewer', 'detail', true],
    ['coordinator', 'detail', true],
    ['analyst', 'detail', true],
    ['leader', 'detail', true],
    ['logistics', 'nothing', false],
    ['administrator', 'nothing', false],
    ['auditor', 'nothing', false],
  ])('%s sees %s, writes: %s', (role, sees, writes) => {
    expect(careSight([role])).toBe(sees);
    expect(CARE_WRITERS.includes(role)).toBe(writes);
  });
  it('every role is judged above, and nobody without one sees anything', () => {
    expect(ROLES).toHaveLength(9);
    expect(careSight([])).toBe('nothing');
    expect(careSight(['administrator', 'registrar'])).toBe('arrangement');
  });
  it('a leader or a coordinator approves, never the one who wrote it', () => {
    const staff = ROLES.map((role) => ({ id: role, roles: [role] }));
    expect(careApprovers(staff, 'interviewer').map(({ id }) => id)).toEqual(['coordinator', 'leader']);
    expect(careApprovers(staff, 'leader').map(({ id }) => id)).toEqual(['coordinator']);
    const both = [{ id: 'x', roles: ['registrar', 'leader'] as Role[] }];
    expect(careApprovers(both, 'y')).toHaveLength(1);
  });
});

describe('关怀与关注: how long', () => {
  it.each([
    ['the day before', '2026-11-27', {}, 'expired'],
    ['its last day', TODAY, {}, 'in-force'],
    ['the day after', '2026-11-29', {}, 'in-force'],
    ['an old row says neither', '2026-12-01', { endedAt: undefined, renewedBy: undefined }, 'in-force'],
    ['never ended', '2026-12-01', { endedAt: null, renewedBy: '' }, 'in-force'],
    ['ended early', '2026-12-01', { endedAt: 1 }, 'ended'],
    ['ended, and its last day over', '2026-11-01', { endedAt: 1 }, 'ended'],
    ['carried on', '2026-12-01', { renewedBy: 'n' }, 'renewed'],
    ['carried on after it ran out', '2026-11-01', { renewedBy: 'n' }, 'renewed'],
  ])('%s', (_what, expires, over, state) => {
    expect(careState(standing(expires, over), TODAY)).toBe(state);
    expect(isInForce(standing(expires, over), TODAY)).toBe(state === 'in-force');
  });
  it.each([
    ['2026-11-27', false],
    [TODAY, true],
    ['2026-12-05', true],
    ['2026-12-06', false],
  ])('last day %s is listed as running out: %s', (expires, soon) => expect(expiresSoon(standing(expires), TODAY)).toBe(soon));
  it('what was ended or carried on is not listed', () => {
    expect(expiresSoon(standing(TODAY, { endedAt: 1 }), TODAY)).toBe(false);
    expect(expiresSoon(standing(TODAY, { renewedBy: 'n' }), TODAY)).toBe(false);
  });
  it.each([
    ['in-force', true, true],
    ['expired', true, false],
    ['ended', false, false],
    ['renewed', false, false],
  ] as const)('%s: carried on %s, ended %s', (state, renew, end) => {
    expect([mayRenew(state), mayEnd(state)]).toEqual([renew, end]);
  });
});

describe('关怀与关注: what may be written', () => {
  const wrong = (expires: string, arrangement = '备血压仪', months = 12) =>
    Object.keys(checkCareNote({ expires, arrangement }, { today: TODAY, months }));
  it.each([
    ['yesterday', '2026-11-27', ['expires']],
    ['today', TODAY, []],
    ['a year ahead', '2027-11-28', []],
    ['a day more', '2027-11-29', ['expires']],
    ['no such day', '2027-02-29', ['expires']],
    ['no day at all', '', ['expires']],
  ])('last day %s', (_what, expires, fields) => expect(wrong(expires)).toEqual(fields));
  it('the unit’s own number of months counts', () => {
    expect(wrong('2026-12-28', '备血压仪', 1)).toEqual([]);
    expect(wrong('2026-12-29', '备血压仪', 1)).toEqual(['expires']);
  });
  it.each(['列入黑名单', '拒绝接待', '不予登记'])('「%s」 is no arrangement', (words) =>
    expect(wrong(TODAY, words)).toEqual(['arrangement']),
  );
  it.each([
    ['2026-11-28', 12, '2027-11-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-11-30', 0, '2026-11-30'],
  ])('%s and %i months is %s', (day, months, then) => {
    expect(addMonths(day, months)).toBe(then);
    expect(latestExpiry(day, months)).toBe(then);
  });
});

describe('what was measured', () => {
  it.each<[number | null, number | null, number | null, string]>([
    [135, 85, 72, ''],
    [135, 85, null, ''],
    [null, null, 72, ''],
    [50, 30, 20, ''],
    [300, 200, 250, ''],
    [135, null, 72, '请一起填写'],
    [null, 85, null, '请一起填写'],
    [49, 30, null, '收缩压应在 50 至 300 之间'],
    [301, 85, null, '收缩压应在 50 至 300 之间'],
    [135, 29, null, '舒张压应在 30 至 200 之间'],
    [250, 201, null, '舒张压应在 30 至 200 之间'],
    [135, 85, 19, '脉搏应在 20 至 250 之间'],
    [135, 85, 251, '脉搏应在 20 至 250 之间'],
    [85, 135, null, '舒张压应低于收缩压'],
    [100, 100, null, '舒张压应低于收缩压'],
  ])('%s over %s, pulse %s', (systolic, diastolic, pulse, said) => {
    const wrong = checkVitals({ systolic, diastolic, pulse });
    if (said) expect(wrong).toContain(said);
    else expect(wrong).toBe('');
  });
  it('is said with its units', () => {
    expect(vitalsWords({ systolic: 135, diastolic: 85, pulse: 72 })).toBe('血压 135/85 mmHg，脉搏 72 次/分');
    expect(vitalsWords({ systolic: null, diastolic: null, pulse: 72 })).toBe('脉搏 72 次/分');
  });
});
