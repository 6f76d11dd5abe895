import type { PrintContent } from '../../../../shared/documents/content';
import type { SheetModel } from '../../../../shared/documents/sheet';
import type { Draft } from '../draft';
import type { Host } from '../host';
import { addPrintJob } from '../visits/print-content';
import { timesOfHall } from '../visits/times-printed';

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
  const reprint = counted ? await timesOfHall(host, kind, label) : 0;
  return addPrintJob(draft, { content, visit: null, label, deskCode: host.deskCode, printer, reprint, reason: '' });
}
