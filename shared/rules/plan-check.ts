import type { IncidentCode, IncidentPlan, IncidentStep } from '../domain/incident-plan';

/** What the rest of the hall has that a plan refers to. */
export interface PlanSurroundings {
  contacts: ReadonlySet<string>;
  conducts: ReadonlySet<string>;
  /** Of the other types' plans in force: which digit is whose. */
  digits: ReadonlyMap<string, { code: IncidentCode; name: string }>;
}

/** What guards and staff have no power to do (保安服务管理条例 30 条). */
const FORBIDDEN = /(?<!不|勿|不得|禁止|严禁)(搜查|搜身|扣押|扣留|没收|收缴)/;
const POLICE = /民警|警察|公安/;
/** What would tell a passing visitor how somebody is (domain README, fact 8). */
const TELLING = /病|疾|伤|残|死|自杀|自焚|精神|情绪|障碍|失控|传染|疑似|危险|冲突|暴力|醉|扬言|跳楼|晕/;

/** What keeps a plan from being proposed or approved: the sentence beside each place, by dotted path. */
export function checkPlan(plan: IncidentPlan, { contacts, conducts, digits }: PlanSurroundings): Record<string, string> {
  const wrong: Record<string, string> = {};
  const say = (path: string, sentence: string): void => {
    wrong[path] ??= sentence;
  };
  const other = plan.digit === '' ? undefined : digits.get(plan.digit);
  if (other && other.code !== plan.code) say('digit', `数字 ${plan.digit} 已用于 ${other.code} ${other.name}`);
  if (plan.neutral === plan.name) say('neutral', '对外名称不能与事件名称相同');
  const telling = TELLING.exec(plan.neutral)?.[0];
  if (telling) say('neutral', `对外名称会被来访人看到，不要写「${telling}」`);

  if (plan.steps.length === 0) say('steps', '至少要有一个步骤');
  plan.steps.forEach((step, i) => {
    checkStep(plan.steps, step, i, say);
  });

  plan.calls.forEach(({ to, when }, i) => {
    if (!contacts.has(to)) say(`calls.${i}.to`, '通讯录里没有这个岗位，请重新选择');
    const same = plan.calls.findIndex((each) => each.to === to && each.when === when);
    if (same !== i) say(`calls.${i}.to`, '与前面一条通知重复');
  });
  plan.fields.forEach(({ key, label }, i) => {
    if (plan.fields.findIndex((each) => each.key === key || each.label === label) !== i) say(`fields.${i}.label`, `栏目「${label}」重复`);
  });
  plan.conducts.forEach((id, i) => {
    if (!conducts.has(id)) say(`conducts.${i}`, '行为清单里没有这一种，请重新选择');
    if (plan.conducts.indexOf(id) !== i) say(`conducts.${i}`, '与前面一种重复');
  });
  return wrong;
}

function checkStep(steps: readonly IncidentStep[], step: IncidentStep, i: number, say: (path: string, sentence: string) => void): void {
  if (step.text.trim() === '') say(`steps.${i}.text`, '请填写步骤内容');
  if (steps.findIndex(({ id }) => id === step.id) !== i) say(`steps.${i}.text`, '与前面一步编号重复，请移除后重新添加');
  if (FORBIDDEN.test(step.text) && !POLICE.test(step.text))
    say(`steps.${i}.text`, '工作人员和保安无权搜查、扣押（保安服务管理条例 30 条），请改写，或写明由民警处理');
  if (step.kind !== 'control') return;
  // Plan S42. Control that every incident must account for would push towards it where persuasion was enough.
  if (!steps.slice(0, i).some(({ kind }) => kind === 'persuade')) say(`steps.${i}.kind`, '先劝离、再控制：请在前面安排劝离步骤');
  if (step.mandatory) say(`steps.${i}.mandatory`, '控制不能设为必做：劝离见效就不需要控制');
}
