/** Until a desk gave it one. */
export const UNNUMBERED = '待编号';

/** 〔2026〕第3期; both zero while it has none. */
export const briefingNumber = (year: number, n: number): string => (n > 0 ? `〔${year}〕第${n}期` : UNNUMBERED);

/**
 * The next of a year: gap-free, because one desk alone gives them, at issue, under its write lock (plan S07; README of domain/).
 * @param given those of the year that are known @param handedOver the last that the desk before is known to have given
 */
export const nextBriefingNumber = (given: readonly number[], handedOver = 0): number => Math.max(handedOver, ...given, 0) + 1;

/** From when a desk numbers; only ever added, each by the desk that numbered until then. */
export interface NumberingTerm {
  id: string;
  /** 1, 2, 3 …: which handing-over this was. */
  term: number;
  at: number;
  /** Who numbers from here on. */
  deskCode: string;
  /** The last number that was given before it, 〔year〕第n期. */
  year: number;
  n: number;
}

/** The newest handing-over. Of two of the same count (two desks took over from one that was lost) the first holds, everywhere. */
export const termInForce = <T extends NumberingTerm>(terms: readonly T[]): T | null =>
  [...terms].sort((a, b) => b.term - a.term || a.at - b.at || (a.id < b.id ? -1 : 1))[0] ?? null;

/** The one desk that numbers: by the newest handing-over; before the first, as it is set, or the first of the hall's list. */
export const numberingDesk = (set: string, desks: readonly { code: string }[], terms: readonly NumberingTerm[] = []): string =>
  termInForce(terms)?.deskCode ?? (desks.some(({ code }) => code === set) ? set : (desks[0]?.code ?? ''));

export interface MoveFacts {
  holder: string;
  holderName: string;
  here: string;
  /** The desk that revoked the holder; empty while it is in use. */
  revokedBy: string;
}

/**
 * Why the numbering cannot be handed over here. The desk that numbers hands it over itself: whatever it gave stands before the
 * handing-over in its own chain, and the next desk reads it in that order. Of a desk that was revoked nothing more counts than
 * what the revoking desk held; so that one, and no other, may take over. @returns empty: it may
 */
export function holdsNumbering({ holder, holderName, here, revokedBy }: MoveFacts): string {
  if (revokedBy) return here === revokedBy ? '' : `${holderName}已停用，编号由停用它的登记台接手，以免重号`;
  return here === holder ? '' : `只能在${holderName}上移交编号，以免两台给出同一个号；该台不能再用的，先停用它`;
}
