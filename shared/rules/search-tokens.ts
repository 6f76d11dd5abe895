/**
 * The words a person is found by. They are hashed with a key before they are stored, so each is exact: prefixes have
 * to be tokens of their own. They belong to persons, at most 12 each; what they cannot tell apart is checked after
 * opening (search-match). A name's rarer readings are not found by pinyin, only by its characters.
 */
import { plainName, readName } from './name-reading';
import { documentDigits, type Findable, NAME_PREFIX, phoneDigits, TAIL } from './search-text';
import { givenNameOf } from './surnames';

export type { QueryWord } from './search-candidates';
export { passes, type VisitFilters } from './search-filters';
export { type Matcher, matcherOf, matchesWord } from './search-match';
export { type ParsedQuery, parseQuery, type QueryContext, readQuery, type Understood } from './search-query';
export type { Findable } from './search-text';

export const MOST_TOKENS = 12;

/**
 * Clear tokens, by kind: `n:` prefixes of the name, `g:` given name, `i:` prefixes of the pinyin initials, `d:` last 4 of
 * the document, `p:` last 4 of the telephone, and by the pinyin of the first two characters (a common surname alone would
 * bring hundreds to be opened): `s:` the first, `si:` with the initial of the second, `ss:` both.
 */
export function tokensFor({ name, docNumber, phone }: Findable): string[] {
  const plain = [...plainName(name)];
  const readings = readName(name).characters.map(({ spellings }) => spellings[0] ?? '');
  const [first, second] = readings;
  const initials = readings.map((reading) => reading[0] ?? '').join('');
  const document = documentDigits(docNumber);
  const digits = phoneDigits(phone);
  const given = plainName(givenNameOf(name));
  const tokens = [
    ...upTo(plain.length).map((length) => `n:${plain.slice(0, length).join('')}`),
    given ? `g:${given}` : '',
    first && first.length > 1 ? `s:${first}` : '',
    ...(first && second ? [`si:${first}|${second[0]}`, `ss:${first}|${second}`] : []),
    ...upTo(initials.length).map((length) => `i:${initials.slice(0, length)}`),
    document.length >= TAIL ? `d:${document.slice(-TAIL)}` : '',
    digits.length >= TAIL ? `p:${digits.slice(-TAIL)}` : '',
  ];
  return [...new Set(tokens.filter((token) => token !== ''))].slice(0, MOST_TOKENS);
}

const upTo = (length: number): number[] => Array.from({ length: Math.min(NAME_PREFIX, length) }, (_, i) => i + 1);
