import type { IncidentCode } from '../../shared/domain/incident-plan';
import type { ReportKind, ReportSection } from '../../shared/domain/incident-report';
import type { PrintJob } from './internal-printing';

/** Calls of the alarm service, and of what is signed in an incident, to the storage host. */
export interface IncidentRequests {
  /**
   * The alarm, durable when this answers. `raisedAt`: when the key reached the main process (ms UTC); `elapsed`: ms since,
   * by the monotonic clock. The same id again is the same alarm.
   */
  'internal.alarm.raise': { input: { id: string; raisedAt: number; elapsed: number }; output: { number: string } };
  /** `code` empty: it goes out without a type. */
  'internal.alarm.send': {
    input: { id: string; code: IncidentCode | ''; how: 'chosen' | 'by-itself' | 'after-restart' };
    output: null;
  };
  /** This desk has taken note of another desk's alarm. */
  'internal.alarm.heard': { input: { id: string }; output: null };
  'internal.alarm.line': { input: { id: string; text: string }; output: null };
  'internal.alarm.falseAlarm': { input: { id: string; reason: string }; output: null };
  /** Of this desk: raised, and the program ended before they went out. */
  'internal.alarm.unsent': { input: null; output: { id: string }[] };
  /** Somebody signed in while this desk's alarms run: the first one becomes their reporter, where there is none. */
  'internal.alarm.signedIn': { input: null; output: null };
  /** The list of those inside was put on paper: a line of each running incident. */
  'internal.alarm.evacuationPrinted': { input: { heads: number }; output: null };
  /** As it was signed: whose PIN was right. With a print job where the desk has a printer. */
  'internal.incident.report': {
    input: { id: string; kind: ReportKind; to: string; sections: ReportSection[]; signerId: string };
    output: { reportId: string; title: string; printJobId: string };
  };
  'internal.incident.printReport': { input: { reportId: string }; output: PrintJob };
  'internal.incident.printSheet': { input: { id: string }; output: PrintJob };
  'internal.handbook.approve': { input: { id: string; signerId: string }; output: null };
  'internal.handbook.print': { input: { id: string }; output: PrintJob };
  /** `approverId`: a leader whose PIN was right. @throws Refusal when that is the author, or the plan no longer fits */
  'internal.plan.approve': { input: { id: string; approverId: string }; output: { edition: number } };
}
