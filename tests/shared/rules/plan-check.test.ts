import { describe, expect, it } from 'vitest';
import { IncidentPlan, type IncidentStep } from '../../../shared/domain/incident-plan';
import { CATALOGUE } from '../../../shared/incidents/catalogue';
import { DEFAULT_EMERGENCY } from '../../../shared/incidents/default-emergency';
import { isPlanApprover } from '../../../shared/rules/plan-approvers';
import { checkPlan, type PlanSurroundings } from '../../../shared/rules/plan-check';
import { planDifferences } from '../../../shared/rules/plan-differences';

const plans = Object.values(CATALOGUE);
const around = (code: string): PlanSurroundings => ({
  contacts: new Set(DEFAULT_EMERGENCY.contacts.map(({ key }) => key)),
  conducts: new Set(DEFAULT_EMERGENCY.conducts.map(({ id }) => id)),
  digits: new Map(
    plans.filter((plan) => plan.code !== code && plan.digit).map(({ digit, code: other, name }) => [digit, { code: other, name }]),
  ),
});
const step = (id: string, more: Partial<IncidentStep> = {}): IncidentStep => ({
  id,
  text: `步骤 ${id}`,
  kind: 'act',
  mandatory: false,
  within: null,
  ...more,
});
const E03 = CATALOGUE.E03;
const with03 = (more: Partial<IncidentPlan>): IncidentPlan => ({ ...E03, ...more });

it.each(plans.map((plan) => [plan.code, plan] as const))('%s as the program ships it may be approved', (code, plan) => {
  expect(checkPlan(plan, around(code))).toEqual({});
});

describe('a plan is refused', () => {
  it.each<[string, Partial<IncidentPlan>, string, RegExp]>([
    ['without steps', { steps: [] }, 'steps', /至少要有一个步骤/],
    ['with a step without words', { steps: [step('a', { text: ' ' })] }, 'steps.0.text', /请填写步骤内容/],
    ['with a step twice', { steps: [step('a'), step('a')] }, 'steps.1.text', /重复/],
    ['with control and no persuasion', { steps: [step('a', { kind: 'control' })] }, 'steps.0.kind', /先劝离、再控制/],
    [
      'with control before persuasion',
      { steps: [step('a'), step('b', { kind: 'control' }), step('c', { kind: 'persuade' })] },
      'steps.1.kind',
      /先劝离、再控制/,
    ],
    [
      'with control that each incident must account for',
      { steps: [step('a', { kind: 'persuade' }), step('b', { kind: 'control', mandatory: true })] },
      'steps.1.mandatory',
      /不能设为必做/,
    ],
    ['that tells guards to search', { steps: [step('a', { text: '搜身检查' })] }, 'steps.0.text', /无权搜查、扣押/],
    ['that tells staff to seize', { steps: [step('a', { text: '把手机没收' })] }, 'steps.0.text', /保安服务管理条例 30 条/],
    ['with a digit of another type', { digit: '1' }, 'digit', /数字 1 已用于 E01 情绪激动/],
    ['that calls nobody known', { calls: [{ to: 'nobody', within: 0, when: '' }] }, 'calls.0.to', /没有这个岗位/],
    [
      'that calls somebody twice',
      {
        calls: [
          { to: 'head', within: 0, when: '' },
          { to: 'head', within: 5, when: '' },
        ],
      },
      'calls.1.to',
      /重复/,
    ],
    ['with a conduct that is not there', { conducts: ['blow', 'gone'] }, 'conducts.1', /行为清单里没有/],
    ['with a conduct twice', { conducts: ['blow', 'blow'] }, 'conducts.1', /重复/],
    [
      'with a field twice',
      {
        fields: [
          { key: 'a', label: '伤情', kind: 'text' },
          { key: 'b', label: '伤情', kind: 'time' },
        ],
      },
      'fields.1.label',
      /栏目「伤情」重复/,
    ],
    ['whose neutral name is its name', { neutral: '肢体冲突' }, 'neutral', /不能与事件名称相同/],
    ['whose neutral name tells a visitor', { neutral: '有人晕倒' }, 'neutral', /不要写「晕」/],
  ])('%s', (_what, more, path, words) => {
    expect(checkPlan(with03(more), around('E03'))).toEqual({ [path]: expect.stringMatching(words) });
  });

  it.each([
    ['its own digit', { digit: '3' }],
    ['no digit', { digit: '' }],
    [
      'the same contact under two conditions',
      {
        calls: [
          { to: 'head', within: 0, when: '有人受伤时' },
          { to: 'head', within: 5, when: '' },
        ],
      },
    ],
    [
      'what is not done, or done by the police',
      { steps: [step('a', { text: '不搜身、不得扣押' }), step('b', { text: '由民警搜查，我们配合' })] },
    ],
  ])('but not for %s', (_what, more) => expect(checkPlan(with03(more), around('E03'))).toEqual({}));
});

it('the schema refuses what is out of bounds in words', () => {
  const parsed = IncidentPlan.safeParse({ ...E03, digit: '12', steps: [{ ...step('a'), within: 9999 }] });
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual(['一位数字，或不填', '应为 0–1440 的整数']);
});

it('a leader approves, never who wrote it', () => {
  expect(isPlanApprover({ id: 'a', roles: ['leader'] }, 'b')).toBe(true);
  expect(isPlanApprover({ id: 'b', roles: ['leader', 'administrator'] }, 'b')).toBe(false);
  expect(isPlanApprover({ id: 'a', roles: ['coordinator'] }, 'b')).toBe(false);
});

describe('what an approval would change', () => {
  const names = { contact: (key: string) => ({ head: '组长' })[key] ?? key, conduct: (id: string) => ({ blow: '殴打他人' })[id] ?? id };
  it('is nothing between equals', () => expect(planDifferences(E03, structuredClone(E03), names)).toEqual([]));
  it.each<[string, Partial<IncidentPlan>, object[]]>([
    ['a name', { name: '打架' }, [{ part: '事件名称', before: '肢体冲突', after: '打架' }]],
    ['a digit given up', { digit: '' }, [{ part: '数字键', before: '3', after: '无' }]],
    ['a conduct gone', { conducts: [] }, [{ part: '行为', before: '殴打他人', after: '' }]],
    [
      'somebody more told',
      { calls: [...E03.calls, { to: 'head', within: 5, when: '' }] },
      [{ part: '通知', before: '', after: '组长 5 分钟内' }],
    ],
    [
      'a step with a limit',
      { steps: E03.steps.map((each) => (each.id === 'stop' ? { ...each, within: 1 } : each)) },
      [{ part: '步骤', before: '高声喊停，劝双方住手 · 劝离 · 必做', after: '高声喊停，劝双方住手 · 劝离 · 必做 · 1 分钟内' }],
    ],
    [
      'another order',
      { mustNots: ['不追打', '不还手', '不一个人处置'] },
      [{ part: '禁止事项顺序', before: '1 不还手；2 不追打；3 不一个人处置', after: '1 不追打；2 不还手；3 不一个人处置' }],
    ],
  ])('%s', (_what, more, lines) => expect(planDifferences(E03, with03(more), names)).toEqual(lines));
});
