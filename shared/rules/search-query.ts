import { plainName } from './name-reading';
import { initialsOf, syllablesFrom } from './pinyin-syllables';
import { type Matcher, matcherOf } from './search-match';
import { documentDigits, NAME_PREFIX, TAIL } from './search-text';
import { isRealDay } from './time';

export interface QueryWord {
  text: string;
  /** Clear tokens, any of which a person found by this word has; empty: the word only checks what others found. */
  candidates: string[];
  /** The exact check, once the person is open. */
  verify: Matcher;
}
export type ParsedQuery =
  /** Card numbers that begin so, as printed: `20261123-01-00`. */
  | { kind: 'number'; prefix: string }
  /** Queue number, as printed: `A012`. */
  | { kind: 'queue'; number: string }
  /** `YYYY-MM-DD` */
  | { kind: 'day'; day: string }
  | { kind: 'tokens'; words: QueryWord[] }
  /** Nothing that could be looked for yet. */
  | { kind: 'empty' };

/** What was typed into 「查找」. Full-width letters and digits, a scanner's card number and a pasted phone are understood. */
export function parseQuery(text: string): ParsedQuery {
  const typed = text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, ' ')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .trim();
  const whole = numberOrDay(typed);
  if (whole) return whole;
  // 「138 1234 5678」 and 「110105 19491231 002X」 are one number, not three.
  const joined = /^[\d\s-]+[Xx]?$/.test(typed) ? typed.replace(/[\s-]/g, '') : typed;
  const words = [...new Set(joined.split(/[\s,，、;；]+/u))].filter((word) => plainName(word) !== '').map(wordOf);
  return words.some((word) => word.candidates.length > 0) ? { kind: 'tokens', words } : { kind: 'empty' };
}

function numberOrDay(typed: string): ParsedQuery | null {
  const [, letter, order] = /^([A-Za-z])(\d{1,4})$/.exec(typed) ?? [];
  if (letter && order) return { kind: 'queue', number: letter.toUpperCase() + order.padStart(3, '0') };
  const [, year, month, date] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed) ?? [];
  if (year && month && date) return dayQuery(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
  if (/^\d{8}$/.test(typed)) return dayQuery(`${typed.slice(0, 4)}-${typed.slice(4, 6)}-${typed.slice(6)}`);
  if (/^\d{8}-(\d{0,2}|\d{2}-\d{0,4})$/.test(typed) && dayQuery(dashed(typed))) return { kind: 'number', prefix: typed };
  const [, day, desk, n] = /^(\d{8})(\d{2})(\d{4})$/.exec(typed) ?? [];
  return day && desk && n && dayQuery(dashed(day)) ? { kind: 'number', prefix: `${day}-${desk}-${n}` } : null;
}

const dashed = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`;
/** Only days this program can hold: eight digits that are none may be the end of a telephone number. */
const dayQuery = (day: string): ParsedQuery | null => (isRealDay(day) && /^20/.test(day) ? { kind: 'day', day } : null);

function wordOf(text: string): QueryWord {
  return { text, candidates: candidatesFor(text), verify: matcherOf(text) };
}

function candidatesFor(text: string): string[] {
  const plain = plainName(text);
  const digits = documentDigits(text);
  const numbered = /\d/.test(digits) ? byDigits(digits) : [];
  if (/^[a-z]*\d[a-z\d]*$/.test(plain)) return numbered;
  if (/^[a-z]+$/.test(plain)) return byLetters(plain);
  return [...byCharacters(plain), ...numbered];
}

function byDigits(digits: string): string[] {
  if (digits.length < TAIL) return [];
  const tail = digits.slice(-TAIL);
  return /^\d+$/.test(digits) ? [`d:${tail}`, `p:${tail}`] : [`d:${tail}`];
}

/**
 * The first character may be typed as one letter (「lw」: initials), as part of its syllable or all of it with nothing
 * behind (「lian」: surnames), or so with the next character begun (「liangw」: both in one token).
 */
function byLetters(letters: string): string[] {
  const tokens = new Set<string>();
  for (const initials of initialsOf(letters.slice(1), NAME_PREFIX - 1)) tokens.add(`i:${letters[0]}${initials}`);
  for (let length = 2; length < letters.length; length++) {
    if (initialsOf(letters.slice(length), 1).size === 0) continue;
    for (const syllable of surnamesFrom(letters.slice(0, length))) tokens.add(`si:${syllable}|${letters[length]}`);
  }
  if (letters.length > 1) for (const syllable of surnamesFrom(letters)) tokens.add(`s:${syllable}`);
  // A name written in Latin letters has its own prefixes.
  return [...tokens, `n:${letters.slice(0, NAME_PREFIX)}`, `g:${letters}`];
}

/** 「lu」 may be typed for 吕, whose syllable is lv. */
const surnamesFrom = (letters: string): string[] => [
  ...syllablesFrom(letters),
  ...(/^[nl]y?u/.test(letters) ? syllablesFrom(letters.replace(/y?u/, 'v')) : []),
];

/** Characters first, pinyin may follow: 「李xl」 is looked up by 李. */
function byCharacters(plain: string): string[] {
  const head = /^[^a-z]+/.exec(plain)?.[0];
  if (!head) return byLetters((/^[a-z]+/.exec(plain) ?? [''])[0]);
  const whole = head === plain;
  const tokens = [`n:${[...head].slice(0, NAME_PREFIX).join('')}`, whole ? `n:${plain}` : '', whole ? `g:${plain}` : ''];
  return [...new Set(tokens.filter((token) => token.length > 2))];
}
