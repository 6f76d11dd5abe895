import { plainName, type ReadCharacter, readName } from './name-reading';
import { documentDigits, type Findable, phoneDigits, TAIL } from './search-tokens';
import { givenNameOf } from './surnames';

/**
 * The exact check after opening, for hashed tokens tell less than the word did: does one word of a query mean this
 * person? By characters or pinyin from the name's beginning or its given name, or by last digits of document or phone.
 */
export function matchesWord(word: string, person: Findable): boolean {
  return matchesNumber(word, person) || matchesName(word, person.name);
}

function matchesNumber(word: string, { docNumber, phone }: Findable): boolean {
  const text = documentDigits(word);
  if (text.length < TAIL || !/\d/.test(text)) return false;
  if (documentDigits(docNumber).endsWith(text)) return true;
  const digits = phoneDigits(word);
  return digits === text && phoneDigits(phone).endsWith(digits.replace(/^86(?=1\d{10}$)/, ''));
}

function matchesName(word: string, name: string): boolean {
  const typed = plainName(word);
  if (typed === '') return false;
  const read = readName(name);
  const given = [...plainName(givenNameOf(name))].length;
  return reads(typed, read, 0) || (given > 0 && given < read.length && reads(typed, read, read.length - given));
}

/** Each character may be typed as itself or as the beginning of its reading: 「李xl」, 「lix」, 「lxiulan」. */
function reads(typed: string, name: readonly ReadCharacter[], at: number): boolean {
  if (typed === '') return true;
  const here = name[at];
  if (!here) return false;
  if (typed.startsWith(here.character) && reads(typed.slice(here.character.length), name, at + 1)) return true;
  return spellings(here.reading).some((spelling) => {
    for (let length = commonLength(typed, spelling); length > 0; length--) {
      if (reads(typed.slice(length), name, at + 1)) return true;
    }
    return false;
  });
}

/** 吕 is typed lv, lu or lyu. */
const spellings = (reading: string): string[] =>
  reading.includes('v') ? [reading, reading.replace('v', 'u'), reading.replace('v', 'yu')] : [reading];

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}
