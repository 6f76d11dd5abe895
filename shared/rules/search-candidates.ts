/** A word as the tokens by which its person may be found, as few and as rare as the index allows. */
import { plainName } from './name-reading';
import { initialsOf, syllablesFrom } from './pinyin-syllables';
import { type Matcher, matcherOf } from './search-match';
import { documentDigits, NAME_PREFIX, TAIL } from './search-text';

export interface QueryWord {
  text: string;
  /** Clear tokens: whoever is found by this word has all of one row. Empty: the word only checks what others found. */
  candidates: string[][];
  /** The exact check, once the person is open. */
  verify: Matcher;
}
export function wordOf(text: string): QueryWord {
  return { text, candidates: candidatesFor(text), verify: matcherOf(text) };
}

function candidatesFor(text: string): string[][] {
  const plain = plainName(text);
  const digits = documentDigits(text);
  const numbered = /\d/.test(digits) ? byDigits(digits) : [];
  if (/^[a-z]*\d[a-z\d]*$/.test(plain)) return numbered;
  if (/^[a-z]+$/.test(plain)) return byLetters(plain);
  return [...byCharacters(plain), ...numbered];
}

function byDigits(digits: string): string[][] {
  if (digits.length < TAIL) return [];
  const tail = digits.slice(-TAIL);
  return /^\d+$/.test(digits) ? [[`d:${tail}`], [`p:${tail}`]] : [[`d:${tail}`]];
}

/**
 * Pinyin as it is typed: whole syllables, initials, or the surname's syllable and then initials; the last one may be
 * unfinished. Each way to read the letters so is one row, as narrow as the tokens allow: a row that brings a common
 * surname brings hundreds who have to be opened.
 */
function byLetters(letters: string): string[][] {
  const [initial = ''] = letters;
  const rows: string[][] = [];
  if (letters.length <= MOST_INITIALS) rows.push([`i:${letters.slice(0, NAME_PREFIX)}`]);
  if (/^[zcs]h$/.test(letters)) rows.push([`i:${initial}`]);
  else if (letters.length > 1) rows.push(...spelledFrom(letters).map((syllable) => [`s:${syllable}`]));
  for (let length = 1; length < letters.length; length++)
    for (const first of spellingsOf(letters.slice(0, length)))
      for (const { token, initials } of secondsFrom(letters.slice(length)))
        rows.push([`${token.length > 1 ? 'ss' : 'si'}:${first}|${token}`, ...(initials ? [`i:${initial}${initials}`] : [])]);
  // 「lxiulan」: the surname by its initial alone, where the letters begin with no syllable.
  if (rows.length === 0) rows.push(...[...initialsOf(letters, NAME_PREFIX)].map((initials) => [`i:${initials}`]));
  // A name written in Latin letters has its own prefixes.
  return [...rows, [`n:${letters.slice(0, NAME_PREFIX)}`], [`g:${letters}`]];
}

/** Initials of a whole name. */
const MOST_INITIALS = 4;

/** Ways to read what stands behind the surname: a syllable (or the beginning of one) or its initial, and the next initial. */
function secondsFrom(rest: string): { token: string; initials?: string }[] {
  const [initial = ''] = rest;
  if (rest.length === 1) return initialsOf(rest, 1).size > 0 ? [{ token: initial }] : [];
  const found: { token: string; initials?: string }[] = spelledFrom(rest).map((token) => ({ token }));
  for (let length = 2; length < rest.length; length++) {
    for (const third of initialsOf(rest.slice(length), 1))
      for (const token of spellingsOf(rest.slice(0, length))) found.push({ token, initials: initial + third });
  }
  if (found.length > 0 && rest.length > NAME_PREFIX) return found;
  const third = initialsOf(rest.slice(1), 1);
  return [...found, ...[...third].map((next) => ({ token: initial, initials: initial + next }))];
}

/** The syllable itself, if it is one: as it is typed and as it is read. */
const spellingsOf = (letters: string): string[] => spelledFrom(letters).filter((syllable) => syllable.length === letters.length);

/** 「lu」 may be typed for 吕, whose syllable is lv. */
const spelledFrom = (letters: string): string[] => [
  ...syllablesFrom(letters),
  ...(/^[nl]y?u/.test(letters) ? syllablesFrom(letters.replace(/y?u/, 'v')) : []),
];

/** Characters first, pinyin may follow: 「李xl」 is looked up by 李. */
function byCharacters(plain: string): string[][] {
  const head = /^[^a-z]+/.exec(plain)?.[0];
  if (!head) return byLetters((/^[a-z]+/.exec(plain) ?? [''])[0]);
  const prefix = [`n:${[...head].slice(0, NAME_PREFIX).join('')}`];
  return head === plain ? [prefix, [`g:${plain}`]] : [prefix];
}
