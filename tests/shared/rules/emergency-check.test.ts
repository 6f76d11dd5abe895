import { describe, expect, it } from 'vitest';
import { type Contact, EmergencySettings, type Level, type LevelRule } from '../../../shared/domain/emergency';
import { CATALOGUE } from '../../../shared/incidents/catalogue';
import { DEFAULT_EMERGENCY } from '../../../shared/incidents/default-emergency';
import { checkEmergency } from '../../../shared/rules/emergency-check';
import { allUses, usesOfPlans } from '../../../shared/rules/emergency-uses';

const NO_USES = usesOfPlans([]);
const SHIPPED = usesOfPlans(Object.values(CATALOGUE).map((plan) => ({ plan, label: `${plan.code} ${plan.name}` })));
const HELD: EmergencySettings = {
  ...DEFAULT_EMERGENCY,
  contacts: DEFAULT_EMERGENCY.contacts.map((contact) => (contact.key === 'head' ? { ...contact, person: '周建国' } : contact)),
};
const contact = (key: string, change: Partial<Contact>): EmergencySettings => ({
  ...HELD,
  contacts: HELD.contacts.map((each) => (each.key === key ? { ...each, ...change } : each)),
});
const level = (of: Level, change: Partial<LevelRule>): EmergencySettings => ({
  ...HELD,
  levels: HELD.levels.map((each) => (each.level === of ? { ...each, ...change } : each)),
});
const at = (key: string): number => HELD.contacts.findIndex((each) => each.key === key);

it('the defaults fit once the leading group has its head (plan S02)', () => {
  expect(checkEmergency(HELD, SHIPPED)).toEqual({});
  expect(checkEmergency(DEFAULT_EMERGENCY, SHIPPED)).toEqual({ 'contacts.0.person': '请选择组长，或填写姓名' });
});

describe('is refused beside its field', () => {
  it.each<[string, EmergencySettings, string, RegExp]>([
    ['a threshold no higher than the level below', level(3, { peopleFrom: 30 }), 'levels.2.peopleFrom', /应多于 Ⅲ 较大 的 30 人/],
    ['a threshold of nobody', level(3, { peopleFrom: 0 }), 'levels.1.peopleFrom', /应多于 Ⅳ 一般 的 0 人/],
    ['a commander who is not there', level(2, { commander: 'gone' }), 'levels.2.commander', /请选择由谁指挥/],
    ['a call to nobody', level(4, { calls: [{ to: 'gone', within: 0, when: '' }] }), 'levels.0.calls.0.to', /没有这个岗位/],
    [
      'a call twice at a level',
      level(4, {
        calls: [
          { to: 'head', within: 0, when: '' },
          { to: 'head', within: 9, when: '夜间' },
        ],
      }),
      'levels.0.calls.1.to',
      /已经通知/,
    ],
    ['writing before the telephone', level(2, { reportInWriting: 10 }), 'levels.2.reportInWriting', /不能早于电话报告/],
    ['follow-ups without a pause', level(1, { followUpEvery: 0 }), 'levels.3.followUpEvery', /至少 1 分钟/],
    [
      'a level twice',
      { ...HELD, levels: HELD.levels.map((each, i) => (i === 1 ? { ...each, level: 4 as const } : each)) },
      'levels.1.level',
      /有两份/,
    ],
    ['a key twice', contact('deputy', { key: 'head' }), 'contacts.1.name', /编号重复/],
    ['a name twice', contact('deputy', { name: '组长（单位主要负责人）' }), 'contacts.1.name', /重复/],
    [
      'a script with a place that is not filled',
      contact('head', { script: '{unit}{weather}' }),
      'contacts.0.script',
      /没有这样的占位：\{weather\}/,
    ],
    [
      'oneself as one’s deputy',
      contact('head', { staffId: '01890a5d-ac96-774b-bcce-b302099a8057', deputyStaffId: '01890a5d-ac96-774b-bcce-b302099a8057' }),
      'contacts.0.deputyStaffId',
      /不能是本人/,
    ],
    [
      'a conduct twice',
      { ...HELD, conducts: HELD.conducts.map((each, i) => (i === 1 ? { ...each, label: '情绪激动' } : each)) },
      'conducts.1.label',
      /重复/,
    ],
  ])('%s', (_what, settings, path, words) => {
    expect(checkEmergency(settings, NO_USES)).toMatchObject({ [path]: expect.stringMatching(words) });
  });
});

describe('what is used cannot be removed', () => {
  const without = (key: string): EmergencySettings => ({ ...HELD, contacts: HELD.contacts.filter((each) => each.key !== key) });
  it('a contact of a plan, and where it is told', () =>
    expect(checkEmergency(without('cdc'), SHIPPED, HELD)).toEqual({
      contacts: expect.stringMatching(/不能移除「属地疾控中心」：E14 .* 用到/),
    }));
  it('a conduct of a plan', () =>
    expect(checkEmergency({ ...HELD, conducts: HELD.conducts.filter(({ id }) => id !== 'blow') }, SHIPPED, HELD)).toEqual({
      conducts: expect.stringContaining('不能移除「殴打他人」：E03 肢体冲突'),
    }));
  it('a contact of a level only', () =>
    expect(Object.keys(checkEmergency(without('petition-national'), SHIPPED))).toEqual([
      `levels.3.calls.${(HELD.levels[3]?.calls.length as number) - 1}.to`,
    ]));
  it('but one that nothing refers to', () => expect(checkEmergency(without('field-command'), SHIPPED)).toEqual({}));
  it('levels and plans are both named, each once', () => {
    const { contacts } = allUses(SHIPPED, HELD.levels);
    expect(contacts.get('superior')).toEqual(expect.arrayContaining(['Ⅲ 较大', 'Ⅱ 重大', 'Ⅰ 特别重大']));
    expect(new Set(contacts.get('deputy')).size).toBe(contacts.get('deputy')?.length);
    expect(contacts.has('field-command')).toBe(false);
    expect(at('field-command')).toBeGreaterThan(0);
  });
});

it('settings of an earlier version get the fields that came later', () => {
  const { neutralTitle: _, ...older } = HELD;
  const parsed = EmergencySettings.parse({
    ...older,
    levels: HELD.levels.map((rule) => ({ ...rule, calls: rule.calls.map(({ to, within }) => ({ to, within })) })),
  });
  expect(parsed.neutralTitle).toBe(false);
  expect(parsed.levels[0]?.calls[0]).toEqual({ to: 'reception-leader', within: 0, when: '' });
});
