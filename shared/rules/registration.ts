/** The rules of a registration (plan S43–S45, S48–S49): one function from what was typed to the sentence beside each field. */
import type { FieldSettings, HallSettings, RuleSettings } from '../domain/settings';
import type { Registration, SpecialNeed, VisitKind } from '../domain/visit';
import { ageOn } from './age';
import { checkPerson, keyOf } from './people';

export { birthDateOf, sexOf } from './people';

/** 民法典 1259 条: 以上 includes the number, so five heads are a collective visit. */
export const kindFor = (heads: number, rules: Pick<RuleSettings, 'collectiveFrom'>): VisitKind =>
  heads >= rules.collectiveFrom ? 'collective' : 'individual';

/** Any special need puts the visitor in the priority queue. */
export const isPriority = (needs: readonly SpecialNeed[]): boolean => needs.length > 0;

/** What the birth date alone proposes; the clerk decides. */
export const proposedNeeds = (birthDate: string | undefined, today: string, rules: Pick<RuleSettings, 'elderFrom'>): SpecialNeed[] =>
  birthDate && ageOn(birthDate, today) >= rules.elderFrom ? ['elder'] : [];

/** The hall's lists, where the caller has them: then codes and areas are looked up, too. */
export interface Lists {
  hall?: HallSettings;
  fields?: FieldSettings;
}

const MOST_HEADS = 9999;

/**
 * @param today `YYYY-MM-DD`, the day of the visit: ages are worked out on it
 * @returns dotted path → Chinese sentence; `{}` when all is well
 */
export function checkRegistration(reg: Registration, rules: RuleSettings, today: string, lists: Lists = {}): Record<string, string> {
  const problems: Record<string, string> = { ...checkHeads(reg, rules), ...checkMatter(reg, lists) };
  reg.people.forEach((entry, i) => {
    for (const [path, sentence] of Object.entries(checkPerson(entry, today))) problems[`people.${i}.${path}`] = sentence;
  });
  for (const [path, sentence] of Object.entries({ ...checkAnonymous(reg), ...checkTwice(reg, today) })) problems[path] ??= sentence;
  if (!reg.noticeAcknowledged) problems.noticeAcknowledged = '请先向来访人说明接访须知和录音，再勾选';
  return problems;
}

/** 条例 20 条 and plan S48, S49: at most five representatives; representatives and others make the total. */
function checkHeads(reg: Registration, rules: RuleSettings): Record<string, string> {
  const { heads, others, people } = reg;
  if (!Number.isInteger(heads) || heads < 1 || heads > MOST_HEADS) return { heads: `来访人数应为 1–${MOST_HEADS} 的整数` };
  const problems: Record<string, string> = {};
  const kind = kindFor(heads, rules);
  if (people.length === 0) problems.people = '请至少登记 1 名来访人';
  else if (kind === 'collective' && people.length > rules.representativeCap) {
    problems.people = `代表不超过 ${rules.representativeCap} 人，现为 ${people.length} 人，请把其余的人计入其他人员`;
  } else if (kind === 'individual' && people.length > 1) {
    problems.people = `来访不足 ${rules.collectiveFrom} 人，只登记 1 名来访人，同行的人计入人数`;
  }
  if (people.length + others !== heads) {
    const named = kind === 'collective' ? '代表' : '来访人';
    problems.heads = `${named} ${people.length} 人加其他人员 ${others} 人应等于来访人数，现为 ${heads} 人`;
  }
  if (reg.kind !== kind) {
    problems.kind = kind === 'collective' ? `${rules.collectiveFrom} 人以上应登记为集体访` : `不足 ${rules.collectiveFrom} 人应登记为个访`;
  }
  return problems;
}

function checkMatter(reg: Registration, { hall, fields }: Lists): Record<string, string> {
  const problems: Record<string, string> = {};
  const field = fields?.entries.find((each) => each.code === reg.fieldCode);
  if (reg.fieldCode.trim() === '') problems.fieldCode = '请选择诉求领域';
  else if (fields && !field?.active)
    problems.fieldCode = field ? `诉求领域「${field.name}」已停用，请另选` : '诉求领域不在字典中，请重新选择';
  if (reg.summary.trim() === '') problems.summary = '请填写来访事由';
  if (reg.repeatOverride && reg.repeatOverride.reason.trim() === '') problems['repeatOverride.reason'] = '请填写更正理由';
  if (!hall) return problems;
  const knows = (id: string): boolean => hall.areas.some((area) => area.id === id);
  if (reg.areaId !== '' && !knows(reg.areaId)) problems.areaId = '等候区不存在，请重新选择';
  if (reg.othersAreaId !== '' && !knows(reg.othersAreaId)) problems.othersAreaId = '休息区不存在，请重新选择';
  const collective = reg.kind === 'collective' && reg.others > 0;
  if (collective && reg.othersAreaId === '' && hall.areas.length > 0) problems.othersAreaId = '请选择其他人员的休息区';
  return problems;
}

/** 条例 (README, fact 5): an accusation may be made without a name; everything else needs somebody to answer. */
function checkAnonymous(reg: Registration): Record<string, string> {
  const problems: Record<string, string> = {};
  reg.people.forEach((entry, i) => {
    if (entry.docType !== 'anonymous') return;
    if (reg.kind === 'collective') problems[`people.${i}.docType`] = '集体访的代表不能匿名，没有证件请选「未带证件」';
    else if (reg.purpose !== 'accusation') problems[`people.${i}.docType`] = '只有检举控告可以匿名，请改选信访目的或证件类型';
  });
  return problems;
}

/** One person cannot represent twice, whichever of their documents was shown. */
function checkTwice(reg: Registration, today: string): Record<string, string> {
  const problems: Record<string, string> = {};
  const seen = new Map<string, number>();
  reg.people.forEach((entry, i) => {
    const key = keyOf(entry, today);
    const first = seen.get(key);
    if (key === '') return;
    if (first === undefined) seen.set(key, i);
    else problems[`people.${i}.docNumber`] = `与第 ${first + 1} 名代表的证件号码相同`;
  });
  return problems;
}
