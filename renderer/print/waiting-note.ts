import type { PrintJobView, PrintState } from '../../shared/domain/printing';
import { TEXTS } from './texts';

const NOT_SENT: ReadonlySet<PrintState> = new Set(['queued', 'rendering', 'ready']);
const AHEAD: ReadonlySet<PrintState> = new Set([...NOT_SENT, 'spooling', 'spooled']);
const byAge = (a: PrintJobView, b: PrintJobView): number => a.createdAt - b.createdAt || a.id.localeCompare(b.id);

/**
 * Why a job waits, said for every one that does. The queue writes the reason only at the head of a printer's line
 * (electron/printing/lane.ts): those behind it wait for the same printer.
 */
export function waitingNote(job: PrintJobView, jobs: readonly PrintJobView[]): string {
  if (job.note || !NOT_SENT.has(job.state)) return job.note;
  const [head] = jobs.filter((other) => other.printer === job.printer && AHEAD.has(other.state)).sort(byAge);
  if (!head || head.id === job.id) return TEXTS.atHead;
  // A reason of a job not sent yet is the printer's; of one that is, its own.
  if (head.note && NOT_SENT.has(head.state)) return head.note;
  return TEXTS.behind(head.label, head.note);
}
