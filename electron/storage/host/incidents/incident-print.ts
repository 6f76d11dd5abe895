import type { PrintContent } from '../../../../shared/documents/content';
import type { IncidentPaperModel } from '../../../../shared/documents/incident-paper';
import { refuse } from '../../../../shared/errors';
import type { Draft } from '../draft';
import type { Host } from '../host';
import type { Opened } from '../tables';
import { addPrintJob } from '../visits/print-content';
import { timesOfHall } from '../visits/times-printed';

/** The desk's printer for A4; empty without one. */
export async function a4Printer({ steady }: Host): Promise<string> {
  const { mode, letterPrinter, cardPrinter } = (await steady.settings()).printing;
  return mode === 'printer' ? letterPrinter || cardPrinter : '';
}

export const mustHavePrinter = async (host: Host): Promise<string> =>
  (await a4Printer(host)) ||
  refuse('refused', { message: '本台未设打印机，没有打印，内容已保存。请在「设置 · 打印」选择打印机，或换一台登记台打印。' });

interface Paper {
  kind: Extract<PrintContent, { model: IncidentPaperModel }>['kind'];
  model: IncidentPaperModel;
  label: string;
  printer: string;
  /** None: a paper of the hall itself. */
  incident?: Pick<Opened<'incidents'>, 'id' | 'keyId'>;
}

/** What is printed later says what counts then, and is no copy of the one before. */
const OF_ITS_HOUR: ReadonlySet<Paper['kind']> = new Set<Paper['kind']>([
  'incident-sheet',
  'contact-sheet',
  'meeting-sheet',
  'meeting-notes',
]);

/** A paper of an incident on its way to the printer, under the incident's key. A second one of the same name is 「补打」. */
export async function printPaper(host: Host, draft: Draft, { kind, model, label, printer, incident }: Paper): Promise<string> {
  const reprint = OF_ITS_HOUR.has(kind) ? 0 : await timesOfHall(host, kind, label, incident?.id);
  const content = { kind, model };
  return addPrintJob(draft, { content, visit: null, incident, label, deskCode: host.deskCode, printer, reprint, reason: '' });
}
