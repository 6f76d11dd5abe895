import { surnameOf } from './surnames';

/** Stands for what a secret matter is about (条例 30 条). */
export const SECRET_WORDS = '（保密事项）';

/** Masks of identity 7.6. They keep a number's length, so that a clerk can still tell 15 digits from 18. */
const covered = (characters: readonly string[], head: number, tail: number): string =>
  characters.map((each, i) => (i < head || i >= characters.length - tail ? each : '*')).join('');

/** First 4 and last 4; of a short number at most a third at each end, of a very short one nothing. */
export function maskDocument(number: string): string {
  const characters = [...number];
  const shown = characters.length <= 4 ? 0 : Math.min(4, Math.floor(characters.length / 3));
  return covered(characters, shown, shown);
}

/** 138****5678; a number too short for that shows its last digits only. */
export function maskPhone(phone: string): string {
  const characters = [...phone];
  if (characters.length >= 10) return covered(characters, 3, 4);
  return covered(characters, 0, characters.length >= 7 ? 3 : 0);
}

/** For public screens: 张*, 欧阳*; a foreign name its first letter. One star says nothing of the name's length. */
export function maskName(name: string): string {
  const shown = surnameOf(name);
  return name.trim() === '' ? '' : `${shown}*`;
}

/** For the call in the hall: 「A012 号 张**」, a star a character. */
export function maskNameByLength(name: string): string {
  const shown = surnameOf(name);
  return name.trim() === '' ? '' : shown + '*'.repeat(Math.max(1, [...name.trim()].length - [...shown].length));
}
