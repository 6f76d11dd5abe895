import { FIELD_KIND_NAMES, type IncidentPlan, type IncidentStep, type PlanCall, STEP_KIND_NAMES } from '../domain/incident-plan';

export interface PlanDifference {
  /** Which part of the plan, in words. */
  part: string;
  /** Empty: it was not there. */
  before: string;
  /** Empty: it is gone. */
  after: string;
}

/** Names of what a plan refers to by key; a key nobody knows stays as it is. */
export interface PlanNames {
  contact(key: string): string;
  conduct(id: string): string;
}

/** What approving `after` would change of `before`, in words, part by part; empty: nothing. */
export function planDifferences(before: IncidentPlan, after: IncidentPlan, names: PlanNames): PlanDifference[] {
  const call = ({ to, within, when }: PlanCall): string => `${names.contact(to)} ${limit(within)}${when && `（${when}）`}`;
  const words = (part: string, a: string, b: string): PlanDifference[] => (a === b ? [] : [{ part, before: a, after: b }]);
  return [
    ...words('事件名称', before.name, after.name),
    ...words('对外名称', before.neutral, after.neutral),
    ...words('数字键', before.digit || '无', after.digit || '无'),
    ...listed('步骤', before.steps, after.steps, ({ id }) => id, stepWords),
    ...listed('禁止事项', before.mustNots, after.mustNots, (text) => text, String),
    ...listed('通知', before.calls, after.calls, ({ to, when }) => `${to} ${when}`, call),
    ...listed(
      '记录栏目',
      before.fields,
      after.fields,
      ({ key }) => key,
      ({ label, kind }) => `${label}（${FIELD_KIND_NAMES[kind]}）`,
    ),
    ...listed('行为', before.conducts, after.conducts, (id) => id, names.conduct),
    ...words('依据', before.basis, after.basis),
  ];
}

const limit = (minutes: number): string => (minutes === 0 ? '立即' : `${minutes} 分钟内`);

const stepWords = ({ text, kind, mandatory, within }: IncidentStep): string =>
  [text, STEP_KIND_NAMES[kind], mandatory ? '必做' : '视情况', within === null ? '' : limit(within)].filter(Boolean).join(' · ');

function listed<T>(
  part: string,
  before: readonly T[],
  after: readonly T[],
  keyOf: (each: T) => string,
  say: (each: T) => string,
): PlanDifference[] {
  const was = new Map(before.map((each) => [keyOf(each), each]));
  const is = new Map(after.map((each) => [keyOf(each), each]));
  const gone = before.filter((each) => !is.has(keyOf(each))).map((each) => ({ part, before: say(each), after: '' }));
  const rest = after.flatMap((each) => {
    const old = was.get(keyOf(each));
    if (old === undefined) return [{ part, before: '', after: say(each) }];
    return say(old) === say(each) ? [] : [{ part, before: say(old), after: say(each) }];
  });
  return [...gone, ...rest, ...reordered(part, [...was.keys()], [...is.keys()], (key) => say(is.get(key) as T))];
}

/** The order of those that stand in both, as one line. */
function reordered(part: string, was: readonly string[], is: readonly string[], say: (key: string) => string): PlanDifference[] {
  const before = was.filter((key) => is.includes(key));
  const after = is.filter((key) => was.includes(key));
  if (before.every((key, i) => after[i] === key)) return [];
  const line = (keys: readonly string[]): string => keys.map((key, i) => `${i + 1} ${say(key).split(' · ')[0]}`).join('；');
  return [{ part: `${part}顺序`, before: line(before), after: line(after) }];
}
