import type { ResultKind } from '../domain/disposal';
import { LETTER_KINDS, type LetterKind } from '../domain/letters';

/** What the visitor takes along or somebody else gets, by the result (条例 22–23, 34 条); the record always. */
const OF_RESULT: Partial<Record<ResultKind, readonly LetterKind[]>> = {
  answered: ['received'],
  verify: ['received'],
  accepted: ['accepted'],
  transferred: ['received', 'transfer'],
  assigned: ['received', 'assignment'],
  guided: ['judicial'],
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
