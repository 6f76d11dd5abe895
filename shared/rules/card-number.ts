/** The human number of a visit: unique without any network because the desk is part of it. */
export const LAST_CARD = 9999;
/** The program gives 1 to this one by itself; above are the cards printed beforehand (rules/paper-visit). */
export const LAST_OWN_CARD = 9000;

/**
 * @param day `YYYY-MM-DD` @param deskCode two digits @param n from 1 to 9999
 * @returns `YYYYMMDD-DD-NNNN`
 * @throws RangeError when the day's numbers are used up
 */
export function cardNumber(day: string, deskCode: string, n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > LAST_CARD) throw new RangeError(`card number ${n} is not within 1–${LAST_CARD}`);
  return `${day.replaceAll('-', '')}-${deskCode}-${String(n).padStart(4, '0')}`;
}

/** The desk's letter and three digits a day, A012 at desk 1; a thousandth visitor gets a fourth digit rather than none. */
export function queueNumber(letter: string, n: number): string {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`queue number ${n}`);
  return `${letter}${String(n).padStart(3, '0')}`;
}

/**
 * The first number of a fresh block after a restore or rebuild: above the next multiple of `size`. What was given since
 * the copy was made is not known, so a block begins anew even when no number of that day is known, or it is just full.
 */
export const nextBlock = (knownMax: number, size: number): number => (Math.floor(knownMax / size) + 1) * size + 1;
