import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORECAST_GRADES } from '../../../shared/domain/forecast';
import { DEFAULT_PREPARATION } from '../../../shared/rules/default-preparation';
import { gradeRank } from '../../../shared/rules/forecast-grade';
import { isCompressed, knownSince, minutesLate, OPEN, planSteps, roundsNeeded, stepView } from '../../../shared/rules/preparation';
import { mayExportNotes, mayReceiveNotes } from '../../../shared/rules/preparation-access';
import { checkPreparation } from '../../../shared/rules/preparation-check';
import {
  briefingSettled,
  checkPrepTeam,
  isWholeRound,
  patrolSettled,
  roomSettled,
  summonsSettled,
  teamSettled,
} from '../../../shared/rules/preparation-settled';
import { roomsFor } from '../../../shared/rules/rooms-for';
import { summonsStanding } from '../../../shared/rules/summons';
import { instantAt } from '../../../shared/rules/time';

const MINUTE = 60_000;
const T0 = instantAt('2026-11-23', '10:00');
const plan = (over: Partial<Parameters<typeof planSteps>[0]> = {}) =>
  planSteps({ grade: 'high', plannedAt: T0, knownAt: instantAt('2026-11-23', '08:40'), ...over }, DEFAULT_PREPARATION);

describe('a checklist is counted back from the planned time (plan S34, S37, S39)', () => {
  it('has nothing for 一般', () => expect(plan({ grade: 'general' })).toEqual([]));
  it('has what only 高风险 needs for 高风险 only', () => {
    const keys = (grade: 'attention' | 'high') => plan({ grade }).map(({ step }) => step.key);
    expect(keys('high')).toContain('cordon');
    expect(keys('attention')).toEqual(keys('high').filter((key) => key !== 'cordon'));
  });
  it('is due at T-60, T-30 and T-20', () => {
    expect(plan().map(({ step, dueAt }) => [step.key, ((dueAt ?? 0) - T0) / MINUTE])).toEqual([
      ['summons', -60],
      ['patrol', -60],
      ['resources', -60],
      ['cordon', -60],
      ['room', -30],
      ['team', -20],
      ['briefing', -20],
    ]);
  });
  it.each([
    [60, []],
    [59, ['summons', 'patrol', 'resources', 'cordon']],
    [30, ['summons', 'patrol', 'resources', 'cordon']],
    [29, ['summons', 'patrol', 'resources', 'cordon', 'room']],
    [19, ['summons', 'patrol', 'resources', 'cordon', 'room', 'team', 'briefing']],
    [-5, ['summons', 'patrol', 'resources', 'cordon', 'room', 'team', 'briefing']],
  ])('with %i minutes left compresses %o, due before the talk begins', (left, compressed) => {
    const steps = plan({ knownAt: T0 - left * MINUTE });
    expect(steps.filter((each) => each.compressed).map(({ step }) => step.key)).toEqual(compressed);
    expect(isCompressed(steps)).toBe(compressed.length > 0);
    for (const each of steps) if (each.compressed) expect(each.dueAt).toBe(T0);
  });
  it('is due by nothing while the hour is not known', () => {
    expect(plan({ plannedAt: null }).every(({ dueAt, compressed }) => dueAt === null && !compressed)).toBe(true);
  });

  const settings = fc.record({
    steps: fc.array(
      fc.record({
        key: fc.stringMatching(/^[a-z]{3,8}$/),
        name: fc.constant('步骤'),
        kind: fc.constant('plain' as const),
        minutesBefore: fc.integer({ min: 0, max: 1440 }),
        from: fc.constantFrom('attention' as const, 'high' as const),
        mayOmit: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
  });
  it('never asks for anything after the talk began, nor in time what had no time, and none is lost', () => {
    fc.assert(
      fc.property(settings, fc.constantFrom(...FORECAST_GRADES), fc.integer({ min: -100, max: 1500 }), (s, grade, left) => {
        const knownAt = T0 - left * MINUTE;
        const planned = planSteps({ grade, plannedAt: T0, knownAt }, s);
        expect(planned).toHaveLength(s.steps.filter(({ from }) => gradeRank(grade) >= gradeRank(from)).length);
        for (const { step, dueAt, compressed } of planned) {
          expect(dueAt).toBe(compressed ? T0 : T0 - step.minutesBefore * MINUTE);
          expect(compressed).toBe(left < step.minutesBefore);
          if (!compressed) expect(dueAt).toBeGreaterThanOrEqual(knownAt);
        }
        const dues = planned.filter(({ compressed }) => !compressed).map(({ dueAt }) => dueAt ?? 0);
        expect(dues).toEqual([...dues].sort((a, b) => a - b));
        const later = planSteps({ grade, plannedAt: T0, knownAt: knownAt + MINUTE }, s);
        expect(later.filter((each) => each.compressed).length).toBeGreaterThanOrEqual(planned.filter((each) => each.compressed).length);
      }),
    );
  });

  it('counts from when the grade came that asks for it, not from when the item was entered', () => {
    const at = (n: number) => T0 - n * MINUTE;
    expect(knownSince({ at: at(120), needs: true }, [])).toBe(at(120));
    expect(knownSince({ at: at(120), needs: false }, [{ at: at(45), needs: true }])).toBe(at(45));
    expect(knownSince({ at: at(120), needs: true }, [{ at: at(90), needs: true }])).toBe(at(120));
    expect(
      knownSince({ at: at(120), needs: true }, [
        { at: at(90), needs: false },
        { at: at(30), needs: true },
      ]),
    ).toBe(at(30));
  });

  it('reports a step against its time', () => {
    expect(minutesLate(T0, T0)).toBe(0);
    expect(minutesLate(T0, T0 + 1)).toBe(1);
    expect(minutesLate(null, T0)).toBe(0);
    const [step] = plan();
    if (!step) throw new Error('no step');
    const done = { state: 'done' as const, at: T0 - 55 * MINUTE, byName: '林芳', note: '', missing: '' };
    expect(stepView(step, done, T0)).toMatchObject({ state: 'done', lateMinutes: 5, missing: '' });
    expect(stepView(step, OPEN('还没有'), T0 - 61 * MINUTE)).toMatchObject({ state: 'open', lateMinutes: 0, missing: '还没有' });
    expect(stepView(step, { ...done, state: 'omitted' }, T0).lateMinutes).toBe(0);
  });
});

describe('what settles a step', () => {
  const summons = (over: object) => ({ department: '社保科', attendee: '', answeredAt: null, notifiedByName: '林芳', ...over });
  it.each([
    [[], 'open'],
    [[summons({})], 'open'],
    [[summons({ attendee: '李明' })], 'open'],
    [[summons({ answeredAt: T0 })], 'open'],
    [[summons({}), summons({ attendee: '李明', answeredAt: T0 })], 'done'],
  ])('a department only with a name and a time (plan S35): %#', (all, state) => expect(summonsSettled(all).state).toBe(state));

  const { points } = DEFAULT_PREPARATION;
  const whole = { 'doors-windows': 'good', 'fire-exits': 'mended' } as const;
  const round = (n: number, of: Record<string, 'good' | 'fault' | 'mended'>) => ({ at: T0 + n, byName: '赵刚', points: of });
  it('a missing or blocked way out keeps the patrol open (plan S36)', () => {
    expect(isWholeRound(whole, points)).toBe(true);
    expect(isWholeRound({ 'doors-windows': 'good' }, points)).toBe(false);
    expect(isWholeRound({ ...whole, 'fire-exits': 'fault' }, points)).toBe(false);
    expect(isWholeRound({ ...whole, gate: 'fault' }, points)).toBe(true);
    expect(patrolSettled([round(1, { 'doors-windows': 'good' })], points, 1)).toMatchObject({
      state: 'open',
      missing: expect.stringContaining('消防通道没有查'),
    });
    expect(patrolSettled([round(1, whole)], points, 2)).toMatchObject({ state: 'open', missing: '须巡查 2 次，已完成 1 次' });
    expect(patrolSettled([round(2, whole), round(1, whole)], points, 2)).toMatchObject({ state: 'done', at: T0 + 2 });
    const blocked = patrolSettled([round(1, whole), round(2, { ...whole, 'fire-exits': 'fault' })], points, 1);
    expect(blocked).toMatchObject({ state: 'open', missing: expect.stringContaining('消防通道异常') });
  });

  it('a room has everything in it (plan S37), and a wheelchair where one is needed (plan S38)', () => {
    const rooms = [
      { id: 'a', name: '第一接访室', wheelchair: true },
      { id: 'b', name: '第二接访室', wheelchair: false },
    ];
    const all = DEFAULT_PREPARATION.roomItems.map(({ id }) => id);
    const set = (items: string[]) => ({ at: T0, byName: '冯国强', roomId: 'a', items });
    expect(roomSettled(null, DEFAULT_PREPARATION.roomItems, rooms).state).toBe('open');
    expect(roomSettled(set(all.slice(1)), DEFAULT_PREPARATION.roomItems, rooms).missing).toBe('第一接访室还缺：圆桌、座椅');
    expect(roomSettled(set(all), DEFAULT_PREPARATION.roomItems, rooms)).toMatchObject({ state: 'done', note: '第一接访室' });
    expect(roomsFor(['mobility'], rooms).map(({ id }) => id)).toEqual(['a']);
    expect(roomsFor(['elder'], rooms)).toHaveLength(2);
  });

  it('a team is three different people (plan S41)', () => {
    const named = (id: string) => ({ a: '何敏', b: '张莉', c: '孙医生' })[id] ?? '';
    expect(checkPrepTeam({ lead: 'a', recorder: 'b', observer: 'c' }, named)).toEqual({});
    expect(checkPrepTeam({ lead: 'a', recorder: 'b', observer: 'a' }, named)).toEqual({ observer: '何敏已有分工，请另选' });
    expect(checkPrepTeam({ lead: 'a', recorder: '', observer: 'c' }, named)).toEqual({ recorder: '请选择' });
    expect(teamSettled({ lead: 'a', recorder: 'b', observer: 'c' }, T0, '林芳', named).note).toBe('主谈 何敏、记录 张莉、观察 孙医生');
    expect(teamSettled({ lead: '', recorder: '', observer: '' }, null, '', named).state).toBe('open');
  });

  it('a meeting names who was absent (plan S39)', () => {
    expect(briefingSettled([]).state).toBe('open');
    expect(briefingSettled([{ startedAt: T0, hostName: '周建国', absent: ['钱勇'] }])).toMatchObject({ state: 'done', note: '缺席：钱勇' });
    expect(briefingSettled([{ startedAt: T0, hostName: '周建国', absent: [] }]).note).toBe('全员到会');
  });
});

describe('a summons (plan S06)', () => {
  const notifiedAt = T0;
  it.each([
    [{ answeredAt: null, arrivedAt: null }, 19, 'notified', 19, false],
    [{ answeredAt: T0, arrivedAt: null }, 20, 'answered', 20, false],
    [{ answeredAt: T0, arrivedAt: null }, 21, 'answered', 21, true],
    [{ answeredAt: T0, arrivedAt: T0 + 12 * MINUTE }, 500, 'arrived', 12, false],
    [{ answeredAt: T0, arrivedAt: T0 + 25 * MINUTE }, 500, 'arrived', 25, true],
  ] as const)('%o after %i minutes is %s', (times, minutes, stage, elapsedMinutes, late) => {
    expect(summonsStanding({ notifiedAt, limitMinutes: 20, ...times }, T0 + minutes * MINUTE)).toEqual({ stage, elapsedMinutes, late });
  });
});

it('a day with 高风险 wants more rounds (plan S15)', () => {
  const of = (...grades: (typeof FORECAST_GRADES)[number][]) => roundsNeeded(grades, DEFAULT_PREPARATION);
  expect([of(), of('general'), of('attention'), of('general', 'high', 'attention')]).toEqual([1, 1, 2, 4]);
});

it('notes on persons go to the reception team, and leave the archive on their day only (plan S40)', () => {
  expect(mayReceiveNotes({ id: 'x', roles: ['interviewer'] }, new Set())).toBe(true);
  expect(mayReceiveNotes({ id: 'x', roles: ['registrar'] }, new Set(['x']))).toBe(true);
  expect(mayReceiveNotes({ id: 'x', roles: ['guard', 'logistics'] }, new Set())).toBe(false);
  expect(mayExportNotes(['interviewer'], '2026-11-23', '2026-11-23')).toBe(true);
  expect(mayExportNotes(['interviewer'], '2026-11-23', '2026-11-24')).toBe(false);
  expect(mayExportNotes(['registrar', 'administrator'], '2026-11-23', '2026-11-23')).toBe(false);
});

it('settings are sound as they come, and say what is not', () => {
  expect(checkPreparation(DEFAULT_PREPARATION)).toEqual({});
  const points = DEFAULT_PREPARATION.points.map((point) => ({ ...point, mandatory: false }));
  expect(checkPreparation({ ...DEFAULT_PREPARATION, points })).toHaveProperty('points');
  expect(checkPreparation({ ...DEFAULT_PREPARATION, rounds: { general: 3, attention: 2, high: 1 } })).toEqual({
    'rounds.attention': expect.any(String),
    'rounds.high': expect.any(String),
  });
  const [first] = DEFAULT_PREPARATION.steps;
  if (first)
    expect(checkPreparation({ ...DEFAULT_PREPARATION, steps: [first, { ...first, key: 'x', name: '另一项' }] })).toHaveProperty([
      'steps.1.kind',
    ]);
});
