/** Until a desk gave it one. */
export const UNNUMBERED = '待编号';

/** 〔2026〕第3期; both zero while it has none. */
export const briefingNumber = (year: number, n: number): string => (n > 0 ? `〔${year}〕第${n}期` : UNNUMBERED);

/**
 * The next of a year: gap-free, because one desk alone gives them, at issue, under its write lock (plan S07; README of domain/).
 * @param given those of the year that are known
 */
export const nextBriefingNumber = (given: readonly number[]): number => Math.max(0, ...given) + 1;

/** The one desk that numbers: as it is set, or the first of the hall where that one is no longer in the list. */
export const numberingDesk = (set: string, desks: readonly { code: string }[]): string =>
  desks.some(({ code }) => code === set) ? set : (desks[0]?.code ?? '');
