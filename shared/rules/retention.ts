import type { KeptBecause, RetentionCode, RetentionSettings, RetentionYears } from '../domain/keeping';
import type { MatterState } from '../domain/known-person';
import { longDay } from './time';

/**
 * [default] by the classes that are found for letters and visits; each unit's own list decides (档案法实施条例 19 条). What is no
 * archive is kept as short as it is needed (个人信息保护法 19 条); the trail as long as the longest of what it tells of.
 */
const DEFAULT_YEARS: Record<RetentionCode, RetentionYears> = {
  ...{ 'matter-result': 30, 'matter-none': 10, incident: 30, drill: 10 },
  ...{ appointment: 1, careNote: 1, trail: 30 },
};
export const RETENTION_NAMES: Record<RetentionCode, string> = {
  'matter-result': '信访事项，有处理结果',
  'matter-none': '信访事项，当场答复或无处理结果',
  incident: '突发事件',
  drill: '演练',
  appointment: '预约（含未到、取消的）',
  careNote: '关怀提示（到期后）',
  trail: '审计记录',
};
export const ARCHIVES = '档案法第十三条、第十四条和档案法实施条例第十九条，本单位保管期限';
const SHORTEST = '个人信息保护法第十九条，实现处理目的所必要的最短时间，本单位保管期限';
const TRAIL = '个人信息保护法第五十一条、第五十四条，本单位保管期限';
/** By which rule a class is kept. */
export const basisOf = (code: RetentionCode): string =>
  code === 'appointment' || code === 'careNote' ? SHORTEST : code === 'trail' ? TRAIL : ARCHIVES;
const OPEN = '信访工作条例第三十四条至第三十六条，事项未办结或复查复核期限未过';
export const RECORDING_BASIS = '接访工作要求：录音保存不少于 2 年';
const HOLD = '本单位暂停销毁的决定';
/** What is to be done where deletion must wait: nothing but keeping and guarding it. */
export const NOT_YET_DELETED = '个人信息保护法第四十七条第二款：保存期限未满的不删除，停止除存储和安全保护以外的处理';

export const yearsOf = (code: RetentionCode, { years }: RetentionSettings): RetentionYears => years[code] ?? DEFAULT_YEARS[code];

/** Which class a matter belongs to: 当场答复 alone is no result of its own. */
export const codeOfMatter = (state: MatterState): RetentionCode =>
  state === 'closed' || state === 'final' ? 'matter-result' : 'matter-none';

/**
 * First day on which it may be destroyed: the term counts from the year after the last thing that happened in it.
 * @param lastDay `YYYY-MM-DD` @param years 0: for ever @returns `YYYY-MM-DD`, empty: never
 */
export const keptUntil = (lastDay: string, years: number): string =>
  years === 0 ? '' : `${String(Number(lastDay.slice(0, 4)) + 1 + years).padStart(4, '0')}-01-01`;

/** The latest last day of what is due on `today`: everything up to it may have its term behind it. Empty: nothing is. */
export const dueUpTo = (today: string, years: number): string =>
  years === 0 ? '' : `${String(Number(today.slice(0, 4)) - 1 - years).padStart(4, '0')}-12-31`;

export interface KeepingFacts {
  today: string;
  /** First day on which it may be destroyed; empty: never. */
  destroyableFrom: string;
  /** By which rule it is kept so long. */
  basis: string;
  /** Reasons of the holds that stand. */
  holds: readonly string[];
  /** The matter is not settled, or somebody may still ask for 复查 or 复核; of an incident: it is not closed. */
  stillNeeded: boolean;
}

/** What forbids destroying it, each with its rule; empty when nothing does (plan S53; 条例 46 条: nothing goes that a matter needs). */
export function keptBecause({ today, destroyableFrom, basis, holds, stillNeeded }: KeepingFacts): KeptBecause[] {
  const kept: KeptBecause[] = [];
  if (destroyableFrom === '') kept.push({ sentence: '永久保存', basis });
  else if (today < destroyableFrom) kept.push({ sentence: `保存期未满，${longDay(destroyableFrom)}起方可销毁`, basis });
  for (const reason of holds) kept.push({ sentence: `暂停销毁：${reason}`, basis: HOLD });
  if (stillNeeded) kept.push({ sentence: '所属事项尚未办结', basis: OPEN });
  return kept;
}

export const becauseWords = (kept: readonly KeptBecause[]): string =>
  kept.map(({ sentence, basis }) => `${sentence}（依据：${basis}）`).join('；');

/** `2025`, or of the trail `2025-03`. */
export const periodName = (period: string): string => {
  const [year = '', month = ''] = period.split('-');
  return `${year} 年${month && ` ${Number(month)} 月`}`;
};

/** First and last day of a period. @returns `YYYY-MM-DD` both; every month ends with 31 here, for days are compared as text */
export const daysOfPeriod = (period: string): [string, string] =>
  period.length === 4 ? [`${period}-01-01`, `${period}-12-31`] : [`${period}-01`, `${period}-31`];
