import type { LedgerPreview, LedgerRepeat } from '../../../shared/contract/ledger';
import type { FieldSettings } from '../../../shared/domain/settings';
import type { LedgerMapping } from '../../../shared/rules/ledger-columns';
import type { HeadPlace } from '../../../shared/rules/ledger-head';
import type { LedgerRecord } from '../../../shared/rules/ledger-record';

export interface Judging {
  /** Absent: the first sheet that has a head. */
  sheet?: number;
  head?: HeadPlace;
  mapping?: LedgerMapping;
  fields: FieldSettings;
  today: string;
}
/** What the worker can tell of a file; what is in the database already it cannot know. */
export type Judgement = Omit<LedgerPreview, 'fileName'>;

/** One question after the other; the thread holds the file, and nobody else does. */
export interface Questions {
  open: { input: { path: string }; output: null };
  judge: { input: Judging; output: Judgement };
  /** Lines that may come in, oldest first. */
  records: { input: { from: number; count: number }; output: LedgerRecord[] };
  /** What some lines hold, as a screen shows it. */
  repeats: { input: { found: readonly { line: number; sameAs: number }[] }; output: LedgerRepeat[] };
  /** All refused lines as a CSV text. */
  refusals: { input: null; output: string };
}
export type QuestionName = keyof Questions;

export type ToWorker = { [N in QuestionName]: { id: number; name: N; input: Questions[N]['input'] } }[QuestionName];
export type FromWorker =
  | { kind: 'answer'; id: number; value: unknown }
  /** `sentence` is for the person; without one it is a fault. */
  | { kind: 'failed'; id: number; sentence: string; detail: string }
  | { kind: 'rows'; rows: number };
