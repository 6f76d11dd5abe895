import { describe, expect, it } from 'vitest';
import { INCIDENT_CODES, IncidentPlan } from '../../../shared/domain/incident-plan';
import { CATALOGUE } from '../../../shared/incidents/catalogue';
import { DEFAULT_EMERGENCY } from '../../../shared/incidents/default-emergency';
import { ROWS } from './catalogue-rows';

const plans = Object.values(CATALOGUE);
const withPlan = plans.map((plan) => [plan.code, plan] as const);
const ownSteps = (plan: IncidentPlan) => plan.steps.filter((step) => step.id !== 'first-minute');
/** Everything of a plan that tells somebody to do something. */
const instructions = (plan: IncidentPlan) => [plan.name, plan.neutral, ...plan.steps.map((step) => step.text)];

it('the table of requirements has a row for each of the 22 types', () => {
  expect(ROWS.map((row) => row.code)).toEqual([...INCIDENT_CODES]);
  expect(Object.keys(CATALOGUE).sort()).toEqual([...INCIDENT_CODES]);
});

describe.each(ROWS.map((row) => [row.code, row] as const))('%s (incidents 3.4)', (code, row) => {
  const plan = CATALOGUE[code];
  it('has its steps in order', () => {
    const texts = ownSteps(plan).map((step) => step.text);
    const places = row.steps.map((words) => texts.findIndex((text) => words.test(text)));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
    expect(texts.length).toBeGreaterThanOrEqual(row.steps.length);
  });
  it('tells whom it must until when', () => {
    for (const [to, within, when] of row.calls) {
      const calls = plan.calls.filter((call) => call.to === to && call.within === within);
      expect(calls, `${to} ${within}`).toHaveLength(1);
      if (when) expect(calls[0]?.when).toMatch(when);
      else expect(calls[0]?.when).toBe('');
    }
  });
  it('forbids what must not be done', () => {
    for (const words of row.mustNots) expect(plan.mustNots.filter((text) => words.test(text))).toHaveLength(1);
  });
  it('asks for its own fields of the record', () => {
    expect(plan.fields).toHaveLength(row.fields.length);
    for (const words of row.fields) expect(plan.fields.filter((field) => words.test(field.label))).toHaveLength(1);
  });
  it('has its limits on steps, its digit and its basis', () => {
    const limits = plan.steps.flatMap((step) => (step.within === null ? [] : [[step.id, step.within] as const]));
    expect(Object.fromEntries(limits)).toEqual(row.within ?? {});
    expect(plan.digit).toBe(row.digit ?? '');
    expect(plan.basis).toMatch(row.basis);
  });
});

describe.each(withPlan)('every plan: %s', (code, plan) => {
  it('fits its schema and stands under its own code', () => {
    expect(IncidentPlan.parse(plan)).toEqual(plan);
    expect(plan.code).toBe(code);
  });
  it('calls only contacts and ticks only conducts that there are', () => {
    const contacts = DEFAULT_EMERGENCY.contacts.map((contact) => contact.key);
    const conducts = DEFAULT_EMERGENCY.conducts.map((conduct) => conduct.id);
    expect(plan.calls.map((call) => call.to).filter((to) => !contacts.includes(to))).toEqual([]);
    expect(plan.conducts.filter((id) => !conducts.includes(id))).toEqual([]);
  });
  it('names each step, field and call once', () => {
    const calls = plan.calls.map((call) => `${call.to} ${call.within}`);
    for (const names of [plan.steps.map((step) => step.id), plan.fields.map((field) => field.key), calls])
      expect(new Set(names).size).toBe(names.length);
  });
  it('persuades before it controls, and asks for no reason when nobody had to be controlled (plan S42)', () => {
    const kinds = plan.steps.map((step) => step.kind);
    const first = kinds.indexOf('control');
    if (first >= 0) {
      expect(kinds.slice(0, first)).toContain('persuade');
      expect(kinds.slice(first)).not.toContain('persuade');
    }
    expect(plan.steps.filter((step) => step.kind === 'control' && step.mandatory)).toEqual([]);
  });
  it('tells nobody to search, seize or hold anybody (保安服务管理条例 30 条)', () => {
    for (const text of instructions(plan)) expect(text).not.toMatch(/搜查|搜身|扣押|扣留|没收|收缴|抓/);
  });
  it('tells a passing visitor nothing about anybody', () => {
    expect(plan.neutral).not.toMatch(/病|疾|伤|残|死|自杀|自尽|自焚|精神|情绪|障碍|失控|传染|疑似|危险|冲突|暴力|醉|扬言|跳楼|晕/);
    expect(plan.neutral).not.toBe(plan.name);
  });
  it('has steps short enough to be read in a rush', () => {
    expect(plan.steps.filter((step) => step.text.length > 24).map((step) => step.text)).toEqual([]);
  });
});

describe('all plans together', () => {
  it('have exactly ten digits, each once', () => {
    const digits = plans.map((plan) => plan.digit).filter(Boolean);
    expect(digits.sort()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
  });
  it('have the common first minute wherever somebody is on the scene', () => {
    const without = plans.filter((plan) => !plan.steps.some((step) => step.id === 'first-minute'));
    expect(without.map((plan) => plan.code)).toEqual(['E16', 'E19', 'E21']);
  });
  it('save a life before anything else', () => {
    const second = (code: keyof typeof CATALOGUE) => CATALOGUE[code].steps.slice(0, 2).map((step) => step.id);
    for (const code of ['E06', 'E07', 'E15', 'E17'] as const) expect(second(code)).not.toContain('first-minute');
  });
  it('empty the house in a fire and for a bomb, and look at the care note of who is ill', () => {
    const having = (kind: string) => plans.filter((plan) => plan.steps.some((step) => step.kind === kind)).map((plan) => plan.code);
    expect(having('evacuate').sort()).toEqual(['E15', 'E17']);
    expect(having('care')).toEqual(['E07']);
  });
  it('ask three times to leave before the police is called for one who stays', () => {
    expect(CATALOGUE.E02.steps.filter((step) => step.kind === 'persuade')).toHaveLength(3);
    expect(CATALOGUE.E02.steps.at(-1)?.kind).toBe('control');
  });
  it('name no article of 治安管理处罚法, which was renumbered', () => {
    for (const plan of plans) expect(plan.basis).not.toContain('治安管理处罚法');
  });
  it.each([
    ['E01', 4],
    ['E03', 2],
    ['E04', 2],
    ['E05', 2],
    ['E06', 2],
    ['E07', 3],
    ['E09', 2],
    ['E10', 2],
    ['E11', 3],
  ] as const)('%s is by itself what proposes level %i', (code, level) => {
    const levels = CATALOGUE[code].conducts.map((id) => DEFAULT_EMERGENCY.conducts.find((conduct) => conduct.id === id)?.level);
    expect(levels).toEqual([level]);
  });
});
