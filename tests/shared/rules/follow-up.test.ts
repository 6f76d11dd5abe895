import { describe, expect, it } from 'vitest';
import { FOLLOW_UPS, FollowUpInput, type FollowUpKind } from '../../../shared/domain/follow-up';
import type { MatterState } from '../../../shared/domain/known-person';
import { checkFollowUp, dueGroup, FOLLOW_UP_RULES, startsOf } from '../../../shared/rules/follow-up';
import { endsWith, standing, stillNeeded } from '../../../shared/rules/promises';
import { unitCalendar } from '../../../shared/rules/working-days';

const TODAY = '2026-11-23';
const input = (kind: FollowUpKind, more: object = {}) =>
  FollowUpInput.parse({
    ...{ matterId: '01900000-0000-7000-8000-000000000000', kind, day: TODAY, text: '内容', to: '社保科', number: 1 },
    ...{ method: ['accepted', 'feedback', 'reminder', 'informed'].includes(kind) ? (kind === 'accepted' ? '普通程序' : '电话') : '' },
    ...more,
  });
const check = (kind: FollowUpKind, state: MatterState, codes: string[] = [], more: object = {}) =>
  checkFollowUp(input(kind, more), { today: TODAY, state, open: codes.map((code) => ({ code, due: '2026-12-01' })), longest: 30 });

describe('every period has something that ends it', () => {
  it.each(['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'D10', 'D11'] as const)('%s', (code) => {
    expect(FOLLOW_UPS.filter((kind) => FOLLOW_UP_RULES[kind].keeps.includes(code))).not.toEqual([]);
  });
});

describe('what may be entered', () => {
  it.each([
    ['the unit has it: its 5 working days begin', 'handed', 'open', ['D3'], ''],
    ['the unit takes it', 'received', 'open', ['D4'], ''],
    ['the unit objects', 'objected', 'open', ['D4'], ''],
    ['handed over twice', 'handed', 'open', ['D4'], '异议期限正在计算'],
    ['受理', 'accepted', 'open', ['D4'], ''],
    ['受理 while the 60 days run', 'accepted', 'open', ['D5'], '不能重复受理'],
    ['受理 while 简易办理 runs', 'accepted', 'open', ['D11'], '不能重复受理'],
    ['受理 while it is extended', 'accepted', 'open', ['D6'], '不能重复受理'],
    ['延期', 'extended', 'open', ['D5'], ''],
    ['延期 of nothing', 'extended', 'open', ['D11'], '不能延期'],
    ['复查 after an answer', 'review-asked', 'answered', ['D7'], ''],
    ['复查 after an answer on the spot', 'review-asked', 'answered', [], ''],
    ['复查 after 办结, the right running', 'review-asked', 'closed', ['D7'], ''],
    ['复查 after 办结 without an opinion', 'review-asked', 'closed', [], '没有可以申请'],
    ['复查 without an answer', 'review-asked', 'open', [], '还没有答复'],
    ['复核 after 办结', 'recheck-asked', 'closed', ['D9'], ''],
    ['办结 with nothing left', 'closed', 'answered', ['D7', 'D9'], ''],
    ['办结 with promises left', 'closed', 'open', ['D1', 'D2', 'D3', 'D4', 'D5'], ''],
    ['办结 twice', 'closed', 'closed', [], '已经办结'],
    ['回访 after the end', 'callback', 'final', [], ''],
    ['满意度 after the end', 'satisfaction', 'final', [], ''],
    ['anything else after the end', 'progress', 'final', [], '已复核终结'],
  ] as const)('%s', (_what, kind, state, codes, sentence) => {
    const wrong = check(kind, state, [...codes]);
    if (sentence === '') expect(wrong).toEqual({});
    else expect(wrong.kind).toContain(sentence);
  });

  it('反馈 says how, what and to whom (plan S08)', () => {
    expect(Object.keys(check('feedback', 'open', ['D2'], { text: '', to: '', method: '' })).sort()).toEqual(['method', 'text', 'to']);
    expect(check('feedback', 'open', ['D2'], { method: '托梦' })).toHaveProperty('method');
    expect(check('feedback', 'open', ['D2'])).toEqual({});
  });

  it('办结 says why, whatever was left', () => {
    expect(check('closed', 'open', ['D1'], { text: '' })).toEqual({ text: '请写明内容' });
  });

  it('an extension counts by the day on which it was approved, however late it is typed in', () => {
    const on = (day: string) =>
      checkFollowUp(input('extended', { day }), { today: TODAY, state: 'open', open: [{ code: 'D5', due: '2026-11-20' }], longest: 30 });
    expect(on('2026-11-20')).toEqual({});
    expect(on('2026-11-21').kind).toContain('2026年11月20日已经届满');
  });

  it('an extension is as long as the unit allows, 30 days at most', () => {
    const by = (number: number) =>
      checkFollowUp(input('extended', { number }), { today: TODAY, state: 'open', open: [{ code: 'D5', due: TODAY }], longest: 20 });
    expect(by(20)).toEqual({});
    expect(by(21).number).toContain('1–20 日');
  });

  it('受理 by the simple procedure starts 10 working days instead of the 60 days', () => {
    expect(startsOf(input('accepted'))).toEqual(['D5']);
    expect(startsOf(input('accepted', { method: '' }))).toEqual(['D5']);
    expect(startsOf(input('accepted', { method: '简易办理' }))).toEqual(['D11']);
    expect(check('accepted', 'open', [], { method: '电话' })).toHaveProperty('method');
  });
});

describe('how a promise stands', () => {
  it.each([
    ['what the unit owes is open until it is done', 'D2', 'open', '2026-11-01', 'open'],
    ['a right runs', 'D7', 'right', TODAY, 'right'],
    ['and lapses by itself', 'D9', 'right', '2026-11-22', 'lapsed'],
    ['as one of an older version does', 'D7', 'open', '2026-11-22', 'lapsed'],
    ['what was done is done', 'D7', 'kept', '2026-11-22', 'kept'],
  ] as const)('%s', (_what, code, state, due, stands) => expect(standing({ code, state, due }, TODAY)).toBe(stands));

  it.each([
    ['closed', 'D2', true],
    ['closed', 'D10', true],
    ['closed', 'D7', false],
    ['final', 'D9', true],
    ['answered', 'D1', false],
    [null, 'D1', false],
  ] as const)('a matter that becomes %s ends %s: %s', (becomes, code, ends) => expect(endsWith(becomes, code)).toBe(ends));

  it.each([
    ['a matter that is open', 'open', [], true],
    ['answered, and nothing is owed', 'answered', [], false],
    ['answered, and a promise runs', 'answered', [{ code: 'D2', state: 'open', due: TODAY }], true],
    ['closed, and the visitor may still ask', 'closed', [{ code: 'D7', state: 'right', due: TODAY }], true],
    ['closed, and that lapsed', 'closed', [{ code: 'D7', state: 'right', due: '2026-11-22' }], false],
    ['final, whatever an older version left open', 'final', [{ code: 'D1', state: 'open', due: TODAY }], false],
  ] as const)('the sound of %s', (_what, state, promises, needed) => expect(stillNeeded(state, promises, TODAY)).toBe(needed));
});

describe('「3 个工作日内」 is by the calendar of working days (plan S08)', () => {
  const calendar = unitCalendar({ notices: [], unitDays: [] });
  it.each([
    ['2026-09-23', '2026-09-24', 'overdue', -1],
    ['2026-09-24', '2026-09-24', 'today', 0],
    ['2026-09-30', '2026-09-24', 'soon', 3],
    ['2026-10-08', '2026-09-24', 'later', 4],
    ['2026-10-10', '2026-09-30', 'soon', 3],
    ['2026-11-26', '2026-11-23', 'soon', 3],
    ['2026-11-27', '2026-11-23', 'later', 4],
  ] as const)('due on %s, seen on %s: %s, %i working days', (due, today, group, left) =>
    expect(dueGroup(due, today, calendar)).toEqual({ group, left }),
  );
});
