import { PrinterProfile } from '../../shared/domain/settings';
import { Refusal } from '../../shared/result';
import type { PrintJob } from '../storage/internal-printing';
import type { Tools } from './job-steps';
import { pdfFacts } from './pdf-facts';
import { RenderError } from './render-error';

/**
 * Makes the page once and archives it, by which the job is `ready`. The document bears the job's own id, so that a crash between
 * writing the file and its row leaves nothing that the next try does not replace.
 * @returns the sentence for the job's note when there is no page
 */
export async function preparePage(job: PrintJob, { deps, renderer }: Tools): Promise<string | null> {
  const { profiles } = await deps.settings();
  const profile = profiles[job.printer] ?? PrinterProfile.parse({});
  let written: { bytes: number; sha256: string };
  let pages: number;
  try {
    const pdf = await renderer.render(job.content, { profile, reprint: job.reprint });
    const facts = pdfFacts(pdf);
    if (!facts) throw new RenderError('no-page');
    if (job.kind === 'card' && facts.pages !== 1) throw new RenderError('too-long', `${facts.pages} pages`);
    pages = facts.pages;
    written = await deps.archive.write(job.id, pdf, { visitId: job.visitId, incidentId: job.incidentId });
  } catch (cause) {
    if (cause instanceof Refusal && cause.error.code === 'store-unavailable') throw cause;
    deps.log.error(`print ${job.id}: no page`, cause);
    if (cause instanceof RenderError) return cause.sentence;
    return cause instanceof Refusal ? cause.error.message : '页面没有存成档案，尚未打印。请检查磁盘空间后点「重试」。';
  }
  const { id, kind, label, visitId, incidentId, reprint } = job;
  await deps.store.call('internal.document.add', { id, jobId: id, kind, label, visitId, incidentId, pages, reprint, ...written });
  return null;
}
