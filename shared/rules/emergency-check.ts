import { type EmergencySettings, HEAD, type LevelRule, levelName, SCRIPT_PLACES } from '../domain/emergency';
import type { EmergencyUses } from './emergency-uses';

type Say = (path: string, sentence: string) => void;

/**
 * What is inconsistent in the settings of an emergency: the sentence beside each place, by dotted path.
 * @param uses what the plans refer to; it must stay
 * @param before as they stand, for the names of what was removed
 */
export function checkEmergency(
  settings: EmergencySettings,
  uses: EmergencyUses,
  before: Pick<EmergencySettings, 'contacts' | 'conducts'> = settings,
): Record<string, string> {
  const wrong: Record<string, string> = {};
  const say: Say = (path, sentence) => {
    wrong[path] ??= sentence;
  };
  const contact = (key: string): string => before.contacts.find((each) => each.key === key)?.name ?? key;
  const conduct = (id: string): string => before.conducts.find((each) => each.id === id)?.label ?? id;
  checkContacts(settings, say);
  mustStay(new Set(settings.contacts.map(({ key }) => key)), uses.contacts, contact, (sentence) => say('contacts', sentence));
  mustStay(new Set(settings.conducts.map(({ id }) => id)), uses.conducts, conduct, (sentence) => say('conducts', sentence));
  checkLevels(settings, say);
  checkConducts(settings, say);
  return wrong;
}

function checkContacts({ contacts }: EmergencySettings, say: Say): void {
  contacts.forEach((contact, i) => {
    if (contacts.findIndex(({ key }) => key === contact.key) !== i) say(`contacts.${i}.name`, '与前面一个岗位编号重复，请移除后重新添加');
    if (contacts.findIndex(({ name }) => name === contact.name) !== i) say(`contacts.${i}.name`, `岗位「${contact.name}」重复`);
    if (contact.deputyStaffId !== '' && contact.deputyStaffId === contact.staffId) say(`contacts.${i}.deputyStaffId`, '代理人不能是本人');
    const unknown = [...contact.script.matchAll(/\{([^{}]*)\}/g)]
      .map(([, name = '']) => name)
      .find((name) => !Object.hasOwn(SCRIPT_PLACES, name));
    if (unknown !== undefined) say(`contacts.${i}.script`, `没有这样的占位：{${unknown}}`);
  });
  // Plan S02: the leading group has a head, and somebody is it.
  const at = contacts.findIndex(({ key }) => key === HEAD);
  const head = contacts[at];
  if (!head) say('contacts', '通讯录里须有组长');
  else if (head.staffId === '' && head.person === '') say(`contacts.${at}.person`, '请选择组长，或填写姓名');
}

function mustStay(
  there: ReadonlySet<string>,
  used: ReadonlyMap<string, readonly string[]>,
  nameOf: (key: string) => string,
  say: (sentence: string) => void,
): void {
  for (const [key, labels] of used) if (!there.has(key)) say(`不能移除「${nameOf(key)}」：${labels.join('、')} 用到`);
}

function checkLevels({ levels, contacts }: EmergencySettings, say: Say): void {
  const keys = new Set(contacts.map(({ key }) => key));
  levels.forEach((rule, i) => {
    if (levels.findIndex(({ level }) => level === rule.level) !== i) say(`levels.${i}.level`, `${levelName(rule.level)} 有两份`);
    const lower = levels.find(({ level }) => level === rule.level + 1);
    if (lower && rule.peopleFrom <= lower.peopleFrom)
      say(`levels.${i}.peopleFrom`, `应多于 ${levelName(lower.level)} 的 ${lower.peopleFrom} 人`);
    if (!keys.has(rule.commander)) say(`levels.${i}.commander`, '请选择由谁指挥');
    checkCalls(rule, i, keys, say);
    const { reportByPhone: phone, reportInWriting: writing } = rule;
    if (phone !== null && writing !== null && writing < phone) say(`levels.${i}.reportInWriting`, '书面报告不能早于电话报告');
    if (rule.followUpEvery !== null && rule.followUpEvery < 1) say(`levels.${i}.followUpEvery`, '至少 1 分钟，或留空');
    if (rule.controlWithin !== null && rule.controlWithin < 1) say(`levels.${i}.controlWithin`, '至少 1 分钟，或留空');
  });
}

/** The call list holds each of them once, so a level asks for each once. */
function checkCalls({ calls }: LevelRule, i: number, keys: ReadonlySet<string>, say: Say): void {
  calls.forEach(({ to }, n) => {
    if (!keys.has(to)) say(`levels.${i}.calls.${n}.to`, '通讯录里没有这个岗位，请重新选择');
    else if (calls.findIndex((each) => each.to === to) !== n) say(`levels.${i}.calls.${n}.to`, '这一级已经通知这个岗位');
  });
}

function checkConducts({ conducts }: EmergencySettings, say: Say): void {
  conducts.forEach(({ id, label }, i) => {
    if (conducts.findIndex((each) => each.id === id) !== i) say(`conducts.${i}.label`, '与前面一种编号重复，请移除后重新添加');
    if (conducts.findIndex((each) => each.label === label) !== i) say(`conducts.${i}.label`, `行为「${label}」重复`);
  });
}
