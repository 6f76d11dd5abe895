import type { RuleSettings } from '../domain/settings';

/** Which visit in the matter the new one is: 1 for the first. */
export const visitCount = (previousInMatter: number): number => previousInMatter + 1;
export const isRepeated = (count: number): boolean => count > 1;

/** Plan S32: more than three times and not resolved, that is from the fourth visit on. */
export const isMarked = (count: number, matterOpen: boolean, rules: RuleSettings): boolean => matterOpen && count >= rules.repeatMarkFrom;
