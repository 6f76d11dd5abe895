import type { PrintContent } from '../../shared/documents/content';
import type { LetterInput } from '../../shared/domain/letters';
import type { DocumentKind, PrintJobView, PrintState } from '../../shared/domain/printing';

/** A print job whole, with its frozen content: what the print service works on. */
export interface PrintJob {
  id: string;
  kind: DocumentKind;
  label: string;
  visitId?: string;
  incidentId?: string;
  printer: string;
  state: PrintState;
  reprint: number;
  createdAt: number;
  content: PrintContent;
  documentId?: string;
  /** The spooler's own job id once it accepted. */
  spoolerJob?: string;
  note: string;
}

export interface ArchivedDocument {
  id: string;
  kind: DocumentKind;
  label: string;
  sha256: string;
  fileKey: Uint8Array;
}

/** Calls of the main process for print jobs and archived papers. */
export interface PrintRequests {
  'internal.print.statistics': { input: { walkId: string }; output: PrintJob };
  'internal.print.letter': { input: LetterInput; output: PrintJob };
  'internal.print.certificate': { input: { certificateId: string }; output: PrintJob };
  /** Jobs that are not printed, cancelled or failed, oldest first. */
  'internal.print.open': { input: null; output: PrintJob[] };
  'internal.print.get': { input: { id: string }; output: PrintJob | null };
  /** Moves a job if it is in one of `from`; answers false (and changes nothing) otherwise. */
  'internal.print.move': {
    input: { id: string; from: PrintState[]; to: PrintState; note: string; spoolerJob?: string; documentId?: string };
    output: boolean;
  };
  'internal.print.reprint': { input: { visitId: string; reason: string }; output: PrintJob };
  'internal.print.proxyLetter': { input: { visitId: string }; output: PrintJob };
  /** The list of those in the building as it is now, frozen in a job. */
  'internal.print.evacuation': { input: { printer: string; masked: boolean }; output: { job: PrintJob; heads: number } };
  /** The groups' messages with their receipts as they are now. */
  'internal.print.messages': { input: { incidentId: string }; output: { job: PrintJob; messages: number } };
  /** The emergency call list's bodies outside the unit, with the day of their version. */
  'internal.print.contacts': { input: null; output: PrintJob };
  'internal.meeting.print': { input: { date: string }; output: { printer: string } };
  /** One numbered copy a receiver. @throws Refusal when one of them is not of the reception team */
  'internal.meeting.printNotes': { input: { date: string; receivers: string[] }; output: { printer: string; copies: number } };
  'internal.print.receipt': { input: { visitId: string }; output: PrintJob };
  'internal.print.paperCards': { input: { from: number; count: number }; output: PrintJob };
  'internal.print.calibrate': { input: { printer: string }; output: PrintJob };
  /** The archived PDF's row; its job, if it is still `rendering`, is `ready` with it. */
  'internal.document.add': {
    input: {
      id: string;
      jobId: string;
      kind: DocumentKind;
      label: string;
      visitId?: string;
      incidentId?: string;
      bytes: number;
      pages: number;
      sha256: string;
      reprint: number;
    };
    output: null;
  };
  /** For the print queue, which shows it to nobody. */
  'internal.document.get': { input: { id: string }; output: ArchivedDocument | null };
  /** For a person who takes it out of the house. @throws Refusal `secret` */
  'internal.document.export': { input: { id: string }; output: ArchivedDocument | null };
  /** A data key for a new sealed file that belongs to a visit's matter or to an incident (or to the hall). Key bytes never leave the main process and the host. */
  'internal.document.key': { input: { visitId?: string; incidentId?: string }; output: { keyId: string; key: Uint8Array } };
  'internal.jobs': { input: { states: PrintState[] }; output: PrintJobView[] };
}
