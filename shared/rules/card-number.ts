/** `YYYYMMDD-<desk>-<4 digits>`: unique without any network, because the desk is part of it. */
export function cardNumber(day: string, deskCode: string, n: number): string {
  if (n < 1 || n > 9999) throw new RangeError(`card number ${n} of ${day}`);
  return `${day.replaceAll('-', '')}-${deskCode}-${String(n).padStart(4, '0')}`;
}

/** The desk's letter and three digits a day: A012 at desk 1, B003 at desk 2. */
export const queueNumber = (letter: string, n: number): string => `${letter}${String(n).padStart(3, '0')}`;

/**
 * The first number of a fresh block after a rebuild: the next multiple of `size`, plus one, so that a number given but
 * not known again is not given twice.
 */
export const nextBlock = (knownMax: number, size: number): number => Math.ceil(knownMax / size) * size + 1;
