import { plainName, type ReadCharacter, readName } from './name-reading';
import { documentDigits, type Findable, phoneDigits, TAIL, withoutCountry } from './search-text';

export type Matcher = (person: Findable) => boolean;

/**
 * The exact check after opening, for hashed tokens tell less than the word did: does one word of a query mean this
 * person? By characters or pinyin from the name's beginning or its given name, or by last digits of document or phone.
 * What depends on the word alone is worked out once, since hundreds of people may be checked by it.
 */
export function matcherOf(word: string): Matcher {
  const typed = plainName(word);
  const tail = documentDigits(word);
  const byDocument = tail.length >= TAIL && /\d/.test(tail);
  const phone = byDocument && phoneDigits(word) === tail ? withoutCountry(tail) : null;
  return ({ name, docNumber, phone: number }) =>
    (byDocument && documentDigits(docNumber).endsWith(tail)) ||
    (phone !== null && phoneDigits(number).endsWith(phone)) ||
    (typed !== '' && matchesName(typed, name));
}

export const matchesWord = (word: string, person: Findable): boolean => matcherOf(word)(person);

function matchesName(typed: string, name: string): boolean {
  const { characters, givenFrom } = readName(name);
  return reads(typed, characters, 0) || (givenFrom > 0 && reads(typed, characters, givenFrom));
}

/** Each character may be typed as itself or as the beginning of its reading: 「李xl」, 「lix」, 「lxiulan」. */
function reads(typed: string, name: readonly ReadCharacter[], at: number): boolean {
  if (typed === '') return true;
  const here = name[at];
  if (!here) return false;
  if (typed.startsWith(here.character) && reads(typed.slice(here.character.length), name, at + 1)) return true;
  for (const spelling of here.spellings) {
    for (let length = commonLength(typed, spelling); length > 0; length--) {
      if (reads(typed.slice(length), name, at + 1)) return true;
    }
  }
  return false;
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}
