import type { Mark } from '../domain/policies';
import { SYNONYMS } from '../policies/synonyms';
import { NUMBER_CHARACTERS, parseChineseNumber } from './chinese-number';

/** A word that is looked for, with what a text may call it instead. */
export interface PolicyTerm {
  word: string;
  others: readonly string[];
}
export interface PolicyQuery {
  /** An article by its number; `certain` when 「条」 was typed, else it may as well be a number in the words. */
  article: { number: number; branch: number; title: string; certain: boolean } | null;
  terms: readonly PolicyTerm[];
}

export const QUERY_AT_MOST = 60;
const TERMS_AT_MOST = 8;
const N = `[${NUMBER_CHARACTERS}]{1,6}`;
const WITH_LABEL = new RegExp(`^(.*?)\\s*第?\\s*(${N})\\s*条(?:之(${N}))?$`);
const DIGITS_AT_END = /^(.*?)\s*第?\s*([0-9０-９]{1,4})$/;

/** What somebody typed: 「代表人数」, 「20条」, 「第二十条」, 「条例20」, 「集体访 几个人」. */
export function parsePolicyQuery(text: string): PolicyQuery {
  const plain = plainText(text).slice(0, QUERY_AT_MOST).trim();
  const words = plain.split(/[\s,，、。；;：:？?！!「」《》“”"'（）()]+/).filter((word) => word !== '');
  const terms = [...new Set(words)].slice(0, TERMS_AT_MOST).map((word): PolicyTerm => ({ word, others: othersOf(word) }));
  const labelled = WITH_LABEL.exec(plain);
  const found = labelled ?? DIGITS_AT_END.exec(plain);
  const number = found ? parseChineseNumber(found[2] ?? '') : null;
  if (!found || number === null || number === 0) return { article: null, terms };
  const branch = labelled?.[3] ? (parseChineseNumber(labelled[3]) ?? 0) : 0;
  return { article: { number, branch, title: withoutSpaces(found[1] ?? ''), certain: labelled !== null }, terms };
}

/** Width and case make no difference; every unit keeps its place, so that marks fit the text as it is shown. */
export const plainText = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[A-Z]/g, (c) => c.toLowerCase());

const withoutSpaces = (text: string): string => text.replace(/[\s《》「」]+/g, '');

function othersOf(word: string): readonly string[] {
  return [...new Set(SYNONYMS.filter(([said]) => word.includes(said)).flatMap(([, written]) => written))].filter((other) => other !== word);
}

/** 「信访条例」 means the 信访工作条例: its characters, in their order. */
export function meansTitle(typed: string, title: string): boolean {
  let at = 0;
  for (const c of plainText(title)) if (c === typed[at]) at++;
  return at >= typed.length;
}

/** Where the words of a query stand in a text: the word itself, else what it may be called, else its pairs of characters. */
export function marksIn(text: string, { terms }: Pick<PolicyQuery, 'terms'>): Mark[] {
  const plain = plainText(text);
  const marks: Mark[] = [];
  for (const { word, others } of terms) {
    const whole = placesOf(plain, word);
    const other = others.flatMap((synonym) => placesOf(plain, synonym));
    marks.push(...whole, ...other);
    if (whole.length > 0 || other.length > 0 || word.length < 3) continue;
    for (let i = 0; i + 2 <= word.length; i++) marks.push(...placesOf(plain, word.slice(i, i + 2)));
  }
  return merged(marks);
}

const MARKS_AT_MOST = 200;
function placesOf(text: string, word: string): Mark[] {
  const places: Mark[] = [];
  for (let at = text.indexOf(word); at >= 0 && places.length < MARKS_AT_MOST; at = text.indexOf(word, at + word.length))
    places.push([at, at + word.length]);
  return places;
}

function merged(marks: readonly Mark[]): Mark[] {
  const all: Mark[] = [];
  for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}

const EXCERPT = 110;
/** A piece of a text around its densest marks, beginning where a sentence begins if one is near. */
export function excerptOf(text: string, marks: readonly Mark[]): { excerpt: string; marks: Mark[] } {
  const flat = text.replace(/\n/g, ' ');
  const weight = (from: number): number => marks.reduce((sum, [a, b]) => (a >= from && b <= from + EXCERPT ? sum + (b - a) : sum), 0);
  const best = marks.reduce<{ from: number; weight: number }>(
    (chosen, [from]) => {
      const here = weight(from);
      return here > chosen.weight ? { from, weight: here } : chosen;
    },
    { from: 0, weight: 0 },
  );
  let from = 0;
  if (best.from + 20 > EXCERPT) {
    const sentence = Math.max(...['。', '；', ' ', '，'].map((mark) => flat.lastIndexOf(mark, best.from - 1)));
    from = best.from - sentence < 40 ? sentence + 1 : best.from - 20;
  }
  if (/[\udc00-\udfff]/.test(flat[from] ?? '')) from--;
  let to = Math.min(flat.length, from + EXCERPT);
  if (/[\ud800-\udbff]/.test(flat[to - 1] ?? '')) to--;
  const before = from > 0 ? '…' : '';
  const shift = before.length - from;
  const inside = marks.flatMap(([a, b]): Mark[] => (a >= from && b <= to ? [[a + shift, b + shift]] : []));
  return { excerpt: `${before}${flat.slice(from, to)}${to < flat.length ? '…' : ''}`, marks: inside };
}
