/** The words of a merge hint, and when a reason says enough. By itself, for screens need no pinyin to say it. */
export const HINT_WHYS = ['number', 'phone', 'birthday'] as const;
export type HintWhy = (typeof HINT_WHYS)[number];
export const HINT_WARNINGS = ['two-numbers', 'names', 'birthdays', 'sexes'] as const;
export type HintWarning = (typeof HINT_WARNINGS)[number];

export const WHY_TEXTS: Record<HintWhy, string> = {
  number: '证件号码相同（新旧号码或不同证件上的同一号码）',
  phone: '姓名和手机号相同',
  birthday: '姓名和出生日期相同',
};
export const WARNING_TEXTS: Record<HintWarning, string> = {
  'two-numbers': '可能是两个人：两个公民身份号码都有效，但不相同',
  names: '姓名不同，请核对是否改过名、录错名',
  birthdays: '出生日期不同，请核对证件',
  sexes: '性别不同，请核对证件',
};

export interface MergeHint {
  /** Empty: nothing speaks for it. */
  why: HintWhy[];
  warnings: HintWarning[];
}

/** Where something speaks against it, or nothing for it, a word will not do. */
export const LONGEST_WORD = 5;
export const needsOwnReason = ({ why, warnings }: MergeHint): boolean => why.length === 0 || warnings.length > 0;
export const reasonSuffices = (hint: MergeHint, reason: string): boolean =>
  [...reason.trim()].length > (needsOwnReason(hint) ? LONGEST_WORD : 0);
