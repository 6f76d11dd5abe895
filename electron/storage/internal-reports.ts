import type { SheetModel } from '../../shared/documents/sheet';
import type { CheckItem, DayEndView, Skipped } from '../../shared/domain/day-end';
import type { PrintJob } from './internal-printing';

/** Calls of the main process for 专报 and the day's beginning and end. */
export interface ReportRequests {
  /** As it was decided: whose PIN was right. @throws Refusal when that person may not, or the state is another by now */
  'internal.briefing.decide': {
    input: { id: string; step: 'review' | 'sign'; verdict: 'approve' | 'return'; reason: string; signerId: string };
    output: { number: string };
  };
  /** Whom the step may be asked of. */
  'internal.briefing.signers': { input: { id: string; step: 'review' | 'sign' }; output: { id: string; name: string }[] };
  'internal.briefing.print': { input: { id: string }; output: PrintJob };
  /** The paper as it stands, for a PDF or for Word; that it left is a line in the trail. */
  'internal.briefing.model': { input: { id: string }; output: { model: SheetModel; number: string } };
  /** Red items were seen; the first time of a day, a desk and a person it is a line. */
  'internal.selfCheck.seen': { input: { items: CheckItem[] }; output: null };
  /** What of the self-check only the storage host knows. */
  'internal.selfCheck.facts': {
    input: null;
    output: { lastWrite: number | null; seen: { name: string; at: number; red: CheckItem['key'][] }[] };
  };
  'internal.dayEnd.facts': { input: null; output: DayEndFacts };
  'internal.dayEnd.close': { input: { skipped: Skipped[] }; output: null };
  'internal.handOver.add': { input: { giverId: string; takerId: string; note: string }; output: { id: string } };
  'internal.handOver.print': { input: { id: string }; output: PrintJob };
  'internal.dayReport.make': { input: { date: string }; output: { id: string; edition: number } };
  'internal.dayReport.print': { input: { id: string }; output: PrintJob };
  'internal.dayReport.model': { input: { id: string }; output: { model: SheetModel; date: string } };
  'internal.handbook.withdraw': { input: { id: string; signerId: string; reason: string }; output: null };
  /** Contents and entries one by one, so that their pages can be counted. */
  'internal.handbook.book': { input: null; output: { parts: SheetModel[] } };
  /** `pages`: of the contents, then of each entry. */
  'internal.handbook.printBook': { input: { pages: number[] }; output: PrintJob };
}

/** How the records of the day stand; printing, backup and syncing are the main process's own to know. */
export interface DayEndFacts {
  date: string;
  cards: number;
  talks: number;
  incidents: number;
  dueSoon: number;
  dueNext: number;
  closed: DayEndView['closed'];
  reopened: DayEndView['reopened'];
  handOvers: DayEndView['handOvers'];
  /** 日报 of the day, the oldest first. */
  reports: DayEndView['reports'];
  reportBehind: boolean;
}
