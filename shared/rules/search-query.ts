import type { FieldSettings } from '../domain/settings';
import { plainName } from './name-reading';
import { type QueryWord, wordOf } from './search-candidates';
import { type Days, readDays } from './search-dates';
import { fieldsOf, kindOf, markOf, statesOf, type VisitFilters } from './search-filters';
import { isRealDay } from './time';

/** One word of the query as it was understood, for the screen to say. */
export interface Understood {
  as: 'number' | 'queue' | 'days' | 'field' | 'state' | 'kind' | 'mark' | 'person' | 'no-such-day';
  text: string;
}
export type ParsedQuery =
  /** Card numbers that begin so, as printed: `20261123-01-00`. */
  | { kind: 'number'; prefix: string }
  /** Queue number, as printed: `A012`, of today or of the days told. */
  | { kind: 'queue'; number: string; days?: Days }
  /** People by words, and which of their visits. */
  | { kind: 'tokens'; words: QueryWord[]; filters?: VisitFilters }
  /** Visits of anybody. */
  | { kind: 'visits'; filters: VisitFilters }
  /** Nothing that could be looked for yet. */
  | { kind: 'empty' };

/** What words may mean here and now. */
export interface QueryContext {
  /** `YYYY-MM-DD` */
  today: string;
  fields: FieldSettings;
}
/** The latest day there is: without a context no day is to come. */
const NOWHERE: QueryContext = { today: '2099-12-31', fields: { entries: [] } };

export const parseQuery = (text: string, context: QueryContext = NOWHERE): ParsedQuery => readQuery(text, context).query;

/** What was typed into 「查找」, in any order. Full-width letters and digits, a scanned card number and a pasted phone are understood. */
export function readQuery(text: string, context: QueryContext): { query: ParsedQuery; understood: Understood[] } {
  const typed = text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, ' ')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .trim();
  const prefix = cardNumberIn(typed);
  if (prefix) return { query: { kind: 'number', prefix }, understood: [{ as: 'number', text: prefix }] };
  const { filters, rest, understood } = readWords(wordsIn(typed), context);
  const number = rest.length === 1 ? queueNumberIn(rest[0] ?? '') : null;
  if (number) {
    understood.push({ as: 'queue', text: number });
    return { query: { kind: 'queue', number, ...(filters.days && { days: filters.days }) }, understood };
  }
  // 「138 1234 5678」 and 「110105 19491231 002X」 are one number, not three.
  const joined = rest.every((word) => /^[\d-]+[Xx]?$/.test(word)) ? [rest.join('').replaceAll('-', '')] : rest;
  const words = [...new Set(joined)].filter((word) => plainName(word) !== '').map(wordOf);
  understood.push(...words.map(({ text: word }) => ({ as: 'person' as const, text: word })));
  const filtered = Object.keys(filters).length > 0;
  if (words.some((word) => word.candidates.length > 0))
    return { query: { kind: 'tokens', words, ...(filtered && { filters }) }, understood };
  // A word that finds nobody is not left out: it would bring everybody else.
  if (filtered && words.length === 0 && !understood.some(({ as }) => as === 'no-such-day'))
    return { query: { kind: 'visits', filters }, understood };
  return { query: { kind: 'empty' }, understood };
}

/** 「110105 20101231 0012」 holds no day. */
const wordsIn = (typed: string): string[] =>
  (/^\d{6}\s+\d{8}\s+\d{3}[\dXx]$/.test(typed) ? typed.replace(/\s/g, '') : typed).split(/[\s,，、;；]+/u).filter((word) => word !== '');

function readWords(words: readonly string[], { today, fields }: QueryContext) {
  const filters: VisitFilters = {};
  const understood: Understood[] = [];
  const rest: string[] = [];
  for (const word of words) {
    const days = readDays(word, today);
    const states = statesOf(word);
    const kind = kindOf(word);
    const mark = markOf(word);
    const codes = fieldsOf(word, fields);
    if (days === 'no-such-day') understood.push({ as: 'no-such-day', text: word });
    else if (days) {
      // Two days are a beginning and an end.
      filters.days = hull(filters.days, days);
      understood.push({ as: 'days', text: days.from === days.to ? days.from : `${days.from} – ${days.to}` });
    } else if (states) {
      filters.states = filters.states ? [...filters.states, ...states] : states;
      understood.push({ as: 'state', text: word });
    } else if (kind) {
      filters.kind = kind;
      understood.push({ as: 'kind', text: word });
    } else if (mark) {
      filters.marks = [...(filters.marks ?? []), mark];
      understood.push({ as: 'mark', text: word });
    } else if (codes.length > 0) {
      filters.fieldCodes = filters.fieldCodes ? [...filters.fieldCodes, ...codes] : codes;
      understood.push({ as: 'field', text: word });
    } else rest.push(word);
  }
  return { filters, rest, understood };
}

const hull = (a: Days | undefined, b: Days): Days => (a ? { from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to } : b);

function queueNumberIn(word: string): string | null {
  const [, letter, order] = /^([A-Za-z])(\d{1,4})$/.exec(word) ?? [];
  return letter && order ? letter.toUpperCase() + order.padStart(3, '0') : null;
}

function cardNumberIn(typed: string): string | null {
  if (/^\d{8}-(\d{0,2}|\d{2}-\d{0,4})$/.test(typed) && isCardDay(typed.slice(0, 8), /^(?:19|20)/)) return typed;
  const [, day, desk, n] = /^(\d{8})(\d{2})(\d{4})$/.exec(typed) ?? [];
  return day && desk && n && isCardDay(day) ? `${day}-${desk}-${n}` : null;
}
/** Eight digits that are no day may be the end of a telephone number; before 2000 only the old ledger has numbers, with hyphens. */
const isCardDay = (day: string, century = /^20/): boolean =>
  century.test(day) && isRealDay(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`);
