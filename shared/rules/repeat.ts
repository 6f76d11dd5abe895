import type { RuleSettings } from '../domain/settings';

/** Which visit in the same matter this is, itself included (README, fact 4): 1 for the first. */
export const visitCount = (previousInMatter: number): number => previousInMatter + 1;

/** 初访 is the first visit in a matter, 重访 every later one, unless the clerk corrected it with a reason. */
export const isRepeated = (count: number, override?: { repeated: boolean }): boolean => override?.repeated ?? count > 1;

/** "Repeated more than 3 times" and not resolved: from the 4th visit on (plan S32). */
export const isMarked = (count: number, matterOpen: boolean, rules: Pick<RuleSettings, 'repeatMarkFrom'>): boolean =>
  matterOpen && count >= rules.repeatMarkFrom;

/** 「初访」 or 「重访（第 4 次）」, as the card says it. A first known visit corrected to 重访 has no count. */
export function repeatText(count: number, repeated: boolean): string {
  if (!repeated) return '初访';
  return count > 1 ? `重访（第 ${count} 次）` : '重访';
}
