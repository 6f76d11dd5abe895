import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PrinterView } from '../../../shared/domain/printing';
import { paperName } from '../paper';
import { type RunTool, runTool } from '../run-tool';
import type { FindAnswer, JobAnswer, PrinterState, Spooler, SpoolWork, SubmitAnswer } from '../spooler';
import { jobStateOf, LIST_JOBS, LIST_PRINTERS, parseJobs, parsePrinters, printerStateOf, REMOVE_JOB, type WindowsJob } from './powershell';

const ASK_MS = 8000;
const SUBMIT_MS = 30_000;
/** Number of a job that was through before it could be seen. */
const THROUGH = '0';

/** The one call of pdf-to-printer that is used; it is a Windows program inside a package and stays outside the bundle. */
type PrintFile = (
  path: string,
  options: { printer: string; scale: 'noscale'; silent: true; paperSize?: string; bin?: string },
) => Promise<void>;
const printFile: PrintFile = async (path, options) => (await import('pdf-to-printer')).print(path, options);

/**
 * Windows: pdf-to-printer (SumatraPDF inside) prints the file at its own size; PowerShell's PrintManagement tells
 * how it went. Tried only in parts: its answers are parsed under test, but no Windows machine was at hand when this
 * was written, so a first installation must print the calibration page and look at the queue.
 *
 * Unlike CUPS, Windows forgets a finished job at once. A job that was accepted and is gone while the printer reports
 * no fault is therefore taken as printed; with a fault, as unknown, and a person is asked.
 */
export class WindowsSpooler implements Spooler {
  constructor(
    private readonly run: RunTool = runTool,
    private readonly print: PrintFile = printFile,
  ) {}

  async listPrinters(): Promise<PrinterView[]> {
    return (await this.printers())?.map(({ name, isDefault, status }) => ({ name, isDefault, ...printerStateOf(status) })) ?? [];
  }

  async printerState(printer: string): Promise<PrinterState> {
    const all = await this.printers();
    if (!all) return { kind: 'unreachable', reason: '本机的打印服务没有回答，作业在本机等候' };
    const found = all.find((each) => each.name === printer);
    if (!found)
      return { kind: 'missing', reason: printer ? `找不到打印机「${printer}」，作业在本机等候` : '没有选定打印机，作业在本机等候' };
    const { state, reason } = printerStateOf(found.status);
    return state === 'stopped' ? { kind: 'stopped', reason: `${reason}，作业在本机等候` } : { kind: state };
  }

  async submit({ printer, title, pdf, width, height, options }: SpoolWork): Promise<SubmitAnswer> {
    // SumatraPDF reads files only, and names the job after the file: a private folder, gone on acceptance.
    const folder = await mkdtemp(join(tmpdir(), `jft-${randomUUID()}-`));
    const path = join(folder, `${title}.pdf`);
    try {
      await writeFile(path, pdf, { mode: 0o600 });
      const printing = this.print(path, {
        printer,
        scale: 'noscale',
        silent: true,
        paperSize: paperName(width, height),
        ...chosen(options),
      });
      const end = await Promise.race([printing.then(() => 'done' as const), after(SUBMIT_MS)]);
      if (end === 'late') return { kind: 'unanswered', detail: `pdf-to-printer: no answer in ${SUBMIT_MS} ms` };
    } catch (cause) {
      // It may fail after the spooler took the job, so this is no refusal: the queue asks for the title.
      return { kind: 'unanswered', detail: String(cause).replaceAll(path, 'file').slice(0, 500) };
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(() => {});
    }
    const job = (await this.jobs(printer))?.filter((each) => each.title.includes(title)).at(-1);
    return { kind: 'accepted', spoolerJob: job ? String(job.id) : THROUGH };
  }

  async jobState(printer: string, spoolerJob: string, title: string): Promise<JobAnswer> {
    const jobs = await this.jobs(printer);
    if (!jobs) return { kind: 'unanswered' };
    const job = jobs.find((each) => String(each.id) === spoolerJob && each.title.includes(title));
    if (job) return { kind: 'known', state: jobStateOf(job.status), reason: '' };
    const now = await this.printerState(printer);
    return now.kind === 'ready' || now.kind === 'busy' ? { kind: 'known', state: 'completed', reason: '' } : { kind: 'gone' };
  }

  async findByTitle(printer: string, title: string): Promise<FindAnswer> {
    const jobs = await this.jobs(printer);
    if (!jobs) return { kind: 'unanswered' };
    const found = jobs.filter((job) => job.title.includes(title)).sort((a, b) => b.id - a.id);
    return { kind: 'answered', jobs: found.map(({ id, status }) => ({ spoolerJob: String(id), state: jobStateOf(status) })) };
  }

  async cancel(printer: string, spoolerJob: string): Promise<boolean> {
    if (spoolerJob === THROUGH) return false;
    return (await this.powershell(REMOVE_JOB, { RECEPTION_PRINTER: printer, RECEPTION_JOB: spoolerJob })) !== null;
  }

  /** Windows deletes spool files itself, unless a printer is told to keep its documents. */
  async keepsJobFiles(): Promise<boolean | null> {
    return null;
  }

  private async printers() {
    const output = await this.powershell(LIST_PRINTERS);
    return output === null ? null : parsePrinters(output);
  }

  private async jobs(printer: string): Promise<WindowsJob[] | null> {
    const output = await this.powershell(LIST_JOBS, { RECEPTION_PRINTER: printer });
    return output === null ? null : parseJobs(output);
  }

  private async powershell(script: string, env: Record<string, string> = {}): Promise<string | null> {
    const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script];
    const done = await this.run('powershell.exe', args, { timeoutMs: ASK_MS, env });
    return done.end === 'exited' && done.code === 0 ? done.stdout : null;
  }
}

const after = (ms: number): Promise<'late'> => new Promise((resolve) => setTimeout(() => resolve('late'), ms).unref());

/** Of a profile's `Name=value` pairs, the two that SumatraPDF knows. */
function chosen(options: readonly string[]): { paperSize?: string; bin?: string } {
  const value = (name: string) => options.find((option) => option.startsWith(`${name}=`))?.slice(name.length + 1);
  const [paperSize, bin] = [value('paperSize'), value('bin')];
  return { ...(paperSize ? { paperSize } : {}), ...(bin ? { bin } : {}) };
}
