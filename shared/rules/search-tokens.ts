/**
 * The words a person is found by. They are hashed with a key before they are stored, so each is exact: prefixes have
 * to be tokens of their own. They belong to persons, at most 12 each; what they cannot tell apart is checked after
 * opening (search-query). Rare reading: a name's other pronunciations are not found by pinyin, only by its characters.
 */
import { normalizeNumber } from './identity';
import { plainName, readName } from './name-reading';
import { givenNameOf } from './surnames';

export { matchesWord } from './search-match';
export { type ParsedQuery, parseQuery, type QueryWord } from './search-query';

export interface Findable {
  name: string;
  docNumber: string;
  phone: string;
}

export const MOST_TOKENS = 12;
/** How many characters of a name, or initials of its pinyin, have a prefix token. */
export const NAME_PREFIX = 3;
export const TAIL = 4;

/** Digits and letters only: the tail of 「南字第01234567号」 is what stands before the 号. */
export const documentDigits = (number: string): string => normalizeNumber(number).replace(/[^0-9A-Z]/g, '');
export const phoneDigits = (phone: string): string => phone.replace(/\D/g, '');

/**
 * Clear tokens, by kind: `n:` prefixes of the name and the whole name, `g:` given name, `s:` the surname's pinyin,
 * `i:` prefixes of the pinyin initials, `d:` last 4 of the document, `p:` last 4 of the telephone, `P:` all of it.
 */
export function tokensFor({ name, docNumber, phone }: Findable): string[] {
  const plain = [...plainName(name)];
  const read = readName(name);
  const initials = read.map(({ reading }) => reading[0] ?? '').join('');
  const document = documentDigits(docNumber);
  const digits = phoneDigits(phone);
  const given = plainName(givenNameOf(name));
  const tokens = [
    ...upTo(plain.length).map((length) => `n:${plain.slice(0, length).join('')}`),
    plain.length > 0 ? `n:${plain.join('')}` : '',
    given ? `g:${given}` : '',
    read[0] && read[0].reading.length > 1 ? `s:${read[0].reading}` : '',
    ...upTo(initials.length).map((length) => `i:${initials.slice(0, length)}`),
    document.length >= TAIL ? `d:${document.slice(-TAIL)}` : '',
    digits.length >= TAIL ? `p:${digits.slice(-TAIL)}` : '',
    digits.length >= TAIL ? `P:${digits}` : '',
  ];
  return [...new Set(tokens.filter((token) => token !== ''))].slice(0, MOST_TOKENS);
}

const upTo = (length: number): number[] => Array.from({ length: Math.min(NAME_PREFIX, length) }, (_, i) => i + 1);
