import type { PrintContent } from '../../../../shared/documents/content';
import type { SheetModel } from '../../../../shared/documents/sheet';
import type { Draft } from '../draft';
import type { Host } from '../host';
import { addPrintJob } from '../visits/print-content';

interface Paper {
  kind: Extract<PrintContent, { model: SheetModel }>['kind'];
  model: SheetModel;
  label: string;
  printer: string;
  /** Whether a second one of the same name is 「补打」: a paper that says the same again. */
  counted: boolean;
}

/** A paper of the hall on its way to the printer, under the hall's key. */
export async function printSheet(host: Host, draft: Draft, { kind, model, label, printer, counted }: Paper): Promise<string> {
  const content = { kind, model } as PrintContent;
  const reprint = counted ? await timesOf(host, kind, label) : 0;
  return addPrintJob(draft, { content, visit: null, label, deskCode: host.deskCode, printer, reprint, reason: '' });
}

async function timesOf({ db, reader }: Host, kind: string, label: string): Promise<number> {
  const rows = await db
    .rows('printJobs')
    .orderBy('createdAt')
    .reverse()
    .filter((row) => row.kind === kind)
    .limit(200)
    .toArray();
  return (await reader.open('printJobs', rows)).filter((job) => job.label === label && (job.state !== 'cancelled' || job.spoolerJob))
    .length;
}
