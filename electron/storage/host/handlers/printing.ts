import type { PrintState } from '../../../../shared/domain/printing';
import { refuse } from '../../../../shared/errors';
import { SECRET_WORDS } from '../../../../shared/rules/mask';
import type { PrintJob } from '../../internal-printing';
import { type Host, writeAs } from '../host';
import { hiddenVisits, mustKnow } from '../interviews/secrecy';
import type { StoredRow } from '../stored';
import type { Fields } from '../tables';
import { printJob, printJobView } from '../views/print-view';
import { addPrintJob, calibrationContent, cardContent, letterContent } from '../visits/print-content';
import { timesPrinted } from '../visits/times-printed';
import type { InternalHandlers, LiveHandlers } from './types';

type Handlers = Pick<
  InternalHandlers,
  | 'internal.print.open'
  | 'internal.print.get'
  | 'internal.print.move'
  | 'internal.print.reprint'
  | 'internal.print.proxyLetter'
  | 'internal.print.calibrate'
  | 'internal.jobs'
>;

/** Neither done nor waiting for a person's 「重试」. */
const OPEN: readonly PrintState[] = ['queued', 'rendering', 'ready', 'spooling', 'spooled', 'unknown'];
const LISTED_AT_MOST = 100;

export const printHandlers: Handlers = {
  /** Only this desk's: another desk's printer is not ours to feed. */
  'internal.print.open': async (host) => {
    const stored = await host.db
      .rows('printJobs')
      .where('state')
      .anyOf([...OPEN])
      .filter((row) => row.deskCode === host.deskCode)
      .toArray();
    const jobs = (await host.reader.open('printJobs', stored)).sort(
      // An evacuation list waits for no card.
      (a, b) => Number(b.kind === 'evacuation') - Number(a.kind === 'evacuation') || a.createdAt - b.createdAt || a.id.localeCompare(b.id),
    );
    return jobs.flatMap((job) => printJob(job) ?? []);
  },

  'internal.print.get': async (host, { id }) => {
    const job = await host.reader.one('printJobs', id);
    return job?.deskCode === host.deskCode ? printJob(job) : null;
  },

  'internal.print.move': (host, { id, from, to, note, spoolerJob, documentId }, call) =>
    writeAs(host, call, async (draft) => {
      const job = (await host.reader.one('printJobs', id)) ?? refuse('not-found');
      if (job.deskCode !== host.deskCode || !from.includes(job.state)) return false;
      const fields: Fields<'printJobs'> = { state: to, changedAt: draft.at };
      if (note !== job.note) fields.note = note;
      if (spoolerJob !== undefined) fields.spoolerJob = spoolerJob;
      if (documentId !== undefined) fields.documentId = documentId;
      draft.put('printJobs', id, fields, job.keyId);
      return true;
    }),

  'internal.print.reprint': async (host, { visitId, reason }, call) => {
    const receipt = await writeAs(host, call, async (draft) => {
      const { settings, visit, facts } = await forPaper(host, visitId);
      const printer = settings.printing.cardPrinter;
      if (settings.printing.mode !== 'printer' || !printer)
        refuse('refused', { message: '本台未设打印机，请在「设置」中选择打印机，或手写号码。' });
      const reprint = await timesPrinted(host, visitId, 'card');
      const content = cardContent(facts, settings, reprint);
      draft.audit(call.name, visit.number, reason);
      return { id: addPrintJob(draft, { content, visit, deskCode: host.deskCode, printer, reprint, reason }) };
    });
    return jobMade(host, receipt.id);
  },

  'internal.print.proxyLetter': async (host, { visitId }, call) => {
    // The matter's words are on it.
    await mustKnow(host, (await host.reader.one('visits', visitId))?.matterId ?? '', call);
    const receipt = await writeAs(host, call, async (draft) => {
      const { settings, visit, facts } = await forPaper(host, visitId);
      if (visit.kind !== 'collective') refuse('refused', { message: '只有集体访需要代表推选书。' });
      const printer = settings.printing.letterPrinter || settings.printing.cardPrinter;
      if (settings.printing.mode !== 'printer' || !printer) refuse('refused', { message: '本台未设打印机，请在「设置」中选择打印机。' });
      const reprint = await timesPrinted(host, visitId, 'proxy-letter');
      draft.audit(call.name, visit.number);
      return {
        id: addPrintJob(draft, { content: letterContent(facts, settings), visit, deskCode: host.deskCode, printer, reprint, reason: '' }),
      };
    });
    return jobMade(host, receipt.id);
  },

  'internal.print.calibrate': async (host, { printer }, call) => {
    const receipt = await writeAs(host, call, async (draft) => {
      const content = calibrationContent(printer, draft.at, await host.reader.settings(), await host.reader.demo());
      draft.audit(call.name, printer);
      return {
        id: addPrintJob(draft, { content, visit: null, label: '校准页', deskCode: host.deskCode, printer, reprint: 0, reason: '' }),
      };
    });
    return jobMade(host, receipt.id);
  },

  'internal.jobs': async ({ db, reader, deskCode }, { states }) => {
    const stored = await db
      .rows('printJobs')
      .where('state')
      .anyOf(states)
      .filter((row) => row.deskCode === deskCode)
      .toArray();
    return (await reader.open('printJobs', stored)).sort((a, b) => b.createdAt - a.createdAt).map(printJobView);
  },
};

export const printLives: Pick<LiveHandlers, 'print.jobs'> = {
  /**
   * Of this desk: what is not finished, however old, and the newest of the rest. Another desk's printer is not ours to mend.
   * Which letter a secret matter got would tell what it is about.
   */
  'print.jobs': async (host, _input, actor) => {
    const { db, reader } = host;
    const jobs = db.rows('printJobs');
    const isOwn = (row: StoredRow): boolean => row.deskCode === host.deskCode;
    const [unfinished, newest] = await Promise.all([
      jobs
        .where('state')
        .anyOf([...OPEN, 'failed'])
        .filter(isOwn)
        .limit(LISTED_AT_MOST)
        .toArray(),
      jobs.orderBy('createdAt').reverse().filter(isOwn).limit(LISTED_AT_MOST).toArray(),
    ]);
    const stored = new Map([...unfinished, ...newest].map((row) => [row.id, row]));
    const rows = await reader.open('printJobs', [...stored.values()]);
    const letters = rows.flatMap(({ kind, visitId }) => (kind === 'letter' && visitId ? visitId : []));
    const hidden = await hiddenVisits(host, letters, actor);
    return rows
      .sort((a, b) => b.createdAt - a.createdAt)
      .map((job) =>
        job.kind === 'letter' && hidden.has(job.visitId ?? '') ? { ...printJobView(job), label: SECRET_WORDS } : printJobView(job),
      );
  },
};

export async function forPaper(host: Host, visitId: string) {
  const { reader } = host;
  const visit = (await reader.one('visits', visitId)) ?? refuse('not-found');
  if (visit.unreadable) refuse('damaged');
  if (visit.state === 'void') refuse('refused', { message: '这张登记已经作废，不能打印。' });
  const [settings, demo, people, staff] = await Promise.all([
    reader.settings(),
    reader.demo(),
    reader.some('persons', visit.personIds),
    host.steady.staffNames(),
  ]);
  const present = visit.personIds.map((id) => people.get(id) ?? refuse('damaged'));
  return { settings, visit, facts: { id: visit.id, visit, people: present, staff, demo } };
}

export async function jobMade({ reader }: Host, id: string): Promise<PrintJob> {
  const job = await reader.one('printJobs', id);
  return (job && printJob(job)) ?? refuse('not-found');
}
