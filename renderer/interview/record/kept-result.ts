import { type DisposalInput, RESULTS, type ResultKind } from '../../../shared/domain/disposal';

/** A result that is being written: everything of it that a key typed or a list chose. */
export interface KeptResult {
  result: ResultKind | '';
  more: Omit<DisposalInput, 'result'>;
  /** Of the authority: its line in the unit's table, or that it is typed in. */
  targetId: string;
}
export const NO_RESULT: KeptResult = { result: '', more: {}, targetId: '' };

/** Null when nothing was typed: an untouched panel leaves no draft. */
export const toKept = (kept: KeptResult): string | null => {
  const touched = kept.result !== '' || Object.keys(kept.more).length > 0;
  return touched ? JSON.stringify(kept) : null;
};

export function fromKept(stored: string): KeptResult | null {
  try {
    const { result, more, targetId } = JSON.parse(stored) as Partial<KeptResult>;
    if (result !== '' && !RESULTS.some((each) => each === result)) return null;
    return typeof more === 'object' && more !== null ? { result: result ?? '', more, targetId: String(targetId ?? '') } : null;
  } catch {
    return null;
  }
}
