import type { PrintJobView } from '../../../../shared/domain/printing';
import type { PrintJob } from '../../internal-printing';
import type { Opened } from '../tables';

type Stored = Opened<'printJobs'>;

export function printJobView(job: Stored): PrintJobView {
  const { id, kind, label, visitId, printer, state, reprint, createdAt, changedAt, note, documentId } = job;
  return { id, kind, label, visitId, printer, state, reprint, createdAt, changedAt, note, documentId };
}

/** Null when its content cannot be opened any more: there is nothing to print. */
export function printJob(job: Stored): PrintJob | null {
  const { id, kind, label, visitId, incidentId, printer, state, reprint, createdAt, content, documentId, spoolerJob, note } = job;
  return content && { id, kind, label, visitId, incidentId, printer, state, reprint, createdAt, content, documentId, spoolerJob, note };
}
