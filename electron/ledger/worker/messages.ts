import type { ForecastPreview } from '../../../shared/contract/forecast-import';
import type { LedgerPreview } from '../../../shared/contract/ledger';
import type { ForecastChannel } from '../../../shared/domain/forecast';
import type { FieldSettings } from '../../../shared/domain/settings';
import type { ForecastMapping } from '../../../shared/rules/forecast-columns';
import type { ForecastRecord } from '../../../shared/rules/forecast-record';
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

/** A channel's list instead of an old ledger. */
export interface ForecastJudging {
  sheet?: number;
  head?: HeadPlace;
  mapping?: ForecastMapping;
  /** Columns as they were chosen for earlier lists, the newest first. */
  remembered: readonly { heads: string; mapping: ForecastMapping }[];
  fields: FieldSettings;
  date: string;
  channel: ForecastChannel;
  today: string;
  /** ms UTC */
  now: number;
}
export type ForecastJudgement = Omit<ForecastPreview, 'fileName'> & { heads: string };

/** One question after the other; the thread holds the file, and nobody else does. */
export interface Questions {
  open: { input: { path: string }; output: null };
  judge: { input: Judging; output: Judgement };
  /** Lines that may come in, oldest first. */
  records: { input: { from: number; count: number }; output: LedgerRecord[] };
  /** What some lines hold, as a screen shows it. */
  repeats: { input: { found: readonly { line: number; sameAs: number }[] }; output: LedgerPreview['repeats'] };
  /** All refused lines as a CSV text. */
  refusals: { input: null; output: string };
  'list.open': { input: { path: string } | { text: string }; output: null };
  'list.judge': { input: ForecastJudging; output: ForecastJudgement };
  /** All lines that may come in. */
  'list.records': { input: null; output: ForecastRecord[] };
  'list.cells': { input: { lines: readonly number[] }; output: { line: number; cells: string[] }[] };
}
export type QuestionName = keyof Questions;

export type ToWorker = { [N in QuestionName]: { id: number; name: N; input: Questions[N]['input'] } }[QuestionName];
export type FromWorker =
  | { kind: 'answer'; id: number; value: unknown }
  /** `sentence` is for the person; without one it is a fault. */
  | { kind: 'failed'; id: number; sentence: string; detail: string }
  | { kind: 'rows'; rows: number };
