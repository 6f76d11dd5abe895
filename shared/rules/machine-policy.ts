import { MachinePolicy, POLICY_KEYS, type PolicyKey } from '../domain/machine-policy';
import type { PrintingSettings, RuleSettings } from '../domain/settings';

export const POLICY_NAMES: Readonly<Record<PolicyKey, string>> = {
  hubAddresses: '中心地址',
  hubFile: '中心连接文件',
  printer: '登记卡打印机',
  updateEnabled: '更新',
  updateSource: '更新来源',
  lockMinutes: '无操作锁屏',
};

/** Said beside every field that the policy sets. */
export const MANAGED = '由管理员策略设定';

/** Each value counts or is refused by itself: one wrong line takes nothing else away. */
export function checkPolicy(raw: unknown): { values: MachinePolicy; refused: string[] } {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return { values: {}, refused: ['管理员策略不是一组「名称: 值」，没有采用。请 IT 人员核对策略文件。'] };
  const values: Record<string, unknown> = {};
  const refused: string[] = [];
  for (const [name, value] of Object.entries(raw)) {
    const key = POLICY_KEYS.find((known) => known === name);
    if (!key) {
      refused.push(`管理员策略里的「${name.slice(0, 40)}」不认识，没有采用。请 IT 人员核对名称。`);
      continue;
    }
    const checked = MachinePolicy.shape[key].safeParse(value);
    if (checked.success) values[key] = checked.data;
    else refused.push(`管理员策略里的${POLICY_NAMES[key]}（${key}）没有采用：${sentenceOf(checked.error.issues)}。请 IT 人员改正。`);
  }
  return { values, refused };
}

/** The schema's own sentence; zod's English where a value is of another kind altogether. */
function sentenceOf(issues: readonly { message: string; code?: string }[]): string {
  const message = issues[0]?.message ?? '';
  return /[\u4e00-\u9fff]/.test(message) ? message : '类型不对';
}

/** Milliseconds have no place here: the session counts seconds. */
export const lockSeconds = (policy: MachinePolicy, rules: Pick<RuleSettings, 'idleLockSeconds'>): number =>
  policy.lockMinutes === undefined ? rules.idleLockSeconds : policy.lockMinutes * 60;

/** The desk's printing with the policy's printer in it; null where it is so already. */
export function managedPrinting({ printer }: MachinePolicy, printing: PrintingSettings): PrintingSettings | null {
  if (printer === undefined || (printing.mode === 'printer' && printing.cardPrinter === printer)) return null;
  return { ...printing, mode: 'printer', cardPrinter: printer, letterPrinter: printing.letterPrinter || printer };
}

interface Current {
  rules: Pick<RuleSettings, 'idleLockSeconds'>;
}
interface Change {
  key?: string;
  value?: unknown;
}

/**
 * Fields of a request that the policy has set and that the request would change, each with its sentence; empty where it may go on.
 * The hall's own figure for the lock stays as it is for the other desks, but nobody changes it from a PC that is set by policy.
 */
export function managedFields(policy: MachinePolicy, current: Current | null, name: string, input: unknown): Record<string, string> {
  const change = (input ?? {}) as Change;
  const put = name === 'settings.put';
  const fields: Record<string, string> = {};
  if (policy.lockMinutes !== undefined && put && change.key === 'rules') {
    const stands = current?.rules.idleLockSeconds ?? policy.lockMinutes * 60;
    if ((change.value as RuleSettings).idleLockSeconds !== stands) fields['value.idleLockSeconds'] = MANAGED;
  }
  if (policy.printer !== undefined && (name === 'settings.printing' || (put && change.key === 'printing'))) {
    const at = put ? 'value.' : '';
    const { mode, cardPrinter } = (put ? change.value : input) as PrintingSettings;
    if (mode !== 'printer') fields[`${at}mode`] = MANAGED;
    if (cardPrinter !== policy.printer) fields[`${at}cardPrinter`] = MANAGED;
  }
  return fields;
}
