import type { Disposal, ResultKind } from '../domain/disposal';
import { LETTER_KINDS, type LetterKind } from '../domain/letters';
import { nextBlock } from './card-number';
import { isRight } from './promises';

/** What the visitor takes along or somebody else gets, by the result (条例 22–23, 34 条); the record always. */
const OF_RESULT: Partial<Record<ResultKind, readonly LetterKind[]>> = {
  answered: ['received'],
  verify: ['received'],
  accepted: ['accepted'],
  transferred: ['received', 'transfer'],
  assigned: ['received', 'assignment'],
  // 涉法涉诉 is a result of its own; whoever is sent elsewhere takes along where to.
  guided: ['received'],
  judicial: ['judicial'],
  discipline: ['transfer'],
  'not-accepted': ['not-accepted'],
  concluded: ['concluded'],
  mediated: ['received'],
  aid: ['received'],
  suggestion: ['received'],
};

/** Those that go with the result first, then all others. */
export function lettersFor(result: ResultKind | ''): { proposed: LetterKind[]; others: LetterKind[] } {
  const proposed: LetterKind[] = ['record', ...((result && OF_RESULT[result]) || [])];
  // A destruction is certified where it is done.
  return { proposed, others: LETTER_KINDS.filter((kind) => kind !== 'destruction' && !proposed.includes(kind)) };
}

/** The 60 days, extended or by the simple procedure. */
const HANDLING: readonly string[] = ['D5', 'D6', 'D11'];
const TO_THE_UNIT: readonly LetterKind[] = ['record', 'transfer', 'assignment'];

/** Which periods a paper tells. What the responsible unit may object to in 5 working days is no affair of the visitor. */
export function tellsPeriod(kind: LetterKind, code: string): boolean {
  if (isRight(code)) return false;
  if (kind === 'accepted') return HANDLING.includes(code);
  return code !== 'D4' || TO_THE_UNIT.includes(kind);
}

const WHITHER: Partial<Record<ResultKind, (name: string) => string>> = {
  transferred: (name) => `已转送${name}`,
  assigned: (name) => `已交${name}办理`,
  discipline: (name) => `已移送${name}`,
  guided: (name) => `请向${name}提出`,
  judicial: (name) => `请向${name}提出`,
  'not-accepted': (name) => `请向${name}提出`,
};

/** 去向 (条例 23 条): where the matter is now, so that the visitor can ask there. */
export function whither({ result, target, department }: Disposal): string {
  const to = WHITHER[result];
  if (!to || target.name === '') return department === '' ? '' : `由${department}办理`;
  const where = [target.address, target.phone && `电话 ${target.phone}`].filter(Boolean).join('，');
  return where === '' ? to(target.name) : `${to(target.name)}（${where}）`;
}

/** Letters between offices have a number of their own. */
const NUMBERED: Partial<Record<LetterKind, string>> = { transfer: '转', assignment: '交' };
export const isNumbered = (kind: LetterKind): boolean => NUMBERED[kind] !== undefined;

/** 文号 「转〔2026〕01-7号」: by kind, year and desk, for desks without a network must not give one twice. */
export const letterNumber = (kind: LetterKind, year: string, deskCode: string, n: number): string =>
  `${NUMBERED[kind] ?? ''}〔${year}〕${deskCode}-${n}号`;

/** A hundred is a block; within one day a desk gives far fewer than these. */
const LETTERS_BLOCK = 100;
const LETTERS_A_DAY = 50;
/**
 * The number after which a desk goes on that was put back from a backup: a day's letters may have been given since, and stand on
 * paper somewhere. @param last of a year and a kind, as the copy knows it
 */
export const lettersSkippedTo = (last: number): number => nextBlock(last + LETTERS_A_DAY, LETTERS_BLOCK) - 1;
