import type { DocumentType } from '../domain/person';
import { describeCharacter } from './describe-character';

/** Documents whose number has no check digit that we can compute: only its pattern is looked at. */
export type PatternType = Exclude<
  DocumentType,
  'resident-id' | 'temporary-id' | 'household' | 'hmt-residence' | 'foreign-permanent' | 'none' | 'anonymous'
>;

interface Pattern {
  /** Which characters may stand at a place (from 0); the last entry holds for all places after it. */
  places: readonly { allowed: RegExp; called: string }[];
  lengths: readonly [number, number] | readonly number[];
  /** `lengths` is a range rather than a list. */
  range?: boolean;
}

const DIGIT = { allowed: /^\d$/, called: '数字' };
const LETTER = { allowed: /^[A-Z]$/, called: '字母' };
const MIXED = { allowed: /^[A-Z0-9]$/, called: '字母或数字' };
const WRITTEN = { allowed: /^[A-Z0-9()/.\p{Script=Han}]$/u, called: '汉字、字母或数字' };

const PATTERNS: Record<PatternType, Pattern> = {
  'resident-id-15': { places: [DIGIT], lengths: [15] },
  'foreign-permanent-15': { places: [LETTER, LETTER, LETTER, DIGIT], lengths: [15] },
  'hm-permit': { places: [{ allowed: /^[HM]$/, called: '字母 H 或 M' }, DIGIT], lengths: [9, 11] },
  'tw-permit': { places: [DIGIT], lengths: [8] },
  passport: { places: [MIXED], lengths: [5, 17], range: true },
  // 「南字第01234567号」 and its like: written in many ways.
  military: { places: [WRITTEN], lengths: [4, 25], range: true },
  'birth-certificate': { places: [LETTER, DIGIT], lengths: [10] },
  'driving-licence': { places: [MIXED], lengths: [6, 20], range: true },
  'social-security': { places: [MIXED], lengths: [6, 20], range: true },
  electronic: { places: [WRITTEN], lengths: [4, 30], range: true },
};

/** @param number normalised @returns the Chinese sentence, null when it fits */
export function checkPattern(type: PatternType, number: string): string | null {
  const { places, lengths, range } = PATTERNS[type];
  const characters = [...number];
  for (const [i, character] of characters.entries()) {
    const place = places[Math.min(i, places.length - 1)];
    if (!place || place.allowed.test(character)) continue;
    // Past the end of the longest form the length is what is wrong.
    if (i >= Math.max(...lengths)) break;
    return place === DIGIT
      ? `第 ${i + 1} 位不是数字：${describeCharacter(character)}`
      : `第 ${i + 1} 位应为${place.called}，现为${describeCharacter(character)}`;
  }
  const [least = 0, most = least] = lengths;
  const fits = range ? characters.length >= least && characters.length <= most : lengths.includes(characters.length);
  if (fits) return /\d/.test(number) ? null : '证件号码应含有数字';
  return `应为 ${range ? `${least}–${most}` : lengths.join(' 或 ')} 位，现为 ${characters.length} 位`;
}
