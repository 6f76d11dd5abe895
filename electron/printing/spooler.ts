import type { PrinterView } from '../../shared/domain/printing';

/**
 * What the queue asks of an operating system's spooler. Every answer says how sure it is: a spooler
 * that does not answer is a value of its own, because "I do not know" must never be read as "no".
 */
export interface Spooler {
  /** Empty when there is no printer or no spooler at all. */
  listPrinters(): Promise<PrinterView[]>;
  printerState(printer: string): Promise<PrinterState>;
  submit(work: SpoolWork): Promise<SubmitAnswer>;
  jobState(printer: string, spoolerJob: string, title: string): Promise<JobAnswer>;
  /** Jobs whose title is exactly `title`, newest first; finished ones too as far as the spooler remembers. */
  findByTitle(printer: string, title: string): Promise<FindAnswer>;
  /** True when the spooler confirmed that it took the job back. */
  cancel(printer: string, spoolerJob: string): Promise<boolean>;
  /** Whether printed files stay behind in the spooler's folder; null when it cannot be told. */
  keepsJobFiles(): Promise<boolean | null>;
}

export interface SpoolWork {
  printer: string;
  /** The print id and nothing else: a spooler's job list is seen by everyone. */
  title: string;
  pdf: Uint8Array;
  /** Page size in mm, as in the PDF. */
  width: number;
  height: number;
  /** `Name=value` pairs of the printer's profile. */
  options: readonly string[];
}

/** `reason` is a Chinese sentence for the job's note. */
export type PrinterState =
  | { kind: 'ready' | 'busy' }
  /** Off, out of paper, paused or not accepting: jobs wait with us. */
  | { kind: 'stopped'; reason: string }
  | { kind: 'missing'; reason: string }
  /** No spooler, or it did not answer in time. */
  | { kind: 'unreachable'; reason: string };

export type SubmitAnswer =
  | { kind: 'accepted'; spoolerJob: string }
  /** Nothing was taken, and it may be tried again when the printer is back. */
  | { kind: 'refused'; reason: string; detail: string }
  /** Nothing was taken, and trying again the same way will not help. */
  | { kind: 'failed'; reason: string; detail: string }
  /** No answer: it may or may not have been taken. */
  | { kind: 'unanswered'; detail: string };

export type SpoolerJobState =
  | 'active' // waiting or printing
  | 'completed'
  | 'aborted' // the spooler gave up
  | 'cancelled'; // somebody took it out of the spooler's queue

export type JobAnswer = { kind: 'known'; state: SpoolerJobState; reason: string } | { kind: 'gone' } | { kind: 'unanswered' };
export type FindAnswer = { kind: 'answered'; jobs: { spoolerJob: string; state: SpoolerJobState }[] } | { kind: 'unanswered' };
