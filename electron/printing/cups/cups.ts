import { readFile } from 'node:fs/promises';
import type { PrinterView } from '../../../shared/domain/printing';
import { paperName, wholeMm } from '../paper';
import { type RunTool, runTool, type ToolRun } from '../run-tool';
import type { FindAnswer, JobAnswer, PrinterState, Spooler, SpoolWork, SubmitAnswer } from '../spooler';
import { GET_JOB, GET_JOBS, withRequestFile } from './ipp';
import { keepsJobFiles, parseIppJobs, parseLpstat, parseRequestId, viewOf } from './parse';

const ASK_MS = 5000;
const SUBMIT_MS = 8000;

const NO_SPOOLER = '本机的打印服务没有运行，作业在本机等候';

/**
 * CUPS through its own tools (cups-client, cups-ipp-utils): they follow the machine's configuration,
 * including a print server elsewhere, and need no native add-on.
 */
export class CupsSpooler implements Spooler {
  constructor(
    private readonly run: RunTool = runTool,
    private readonly cupsdConf = '/etc/cups/cupsd.conf',
  ) {}

  async listPrinters(): Promise<PrinterView[]> {
    return (await this.printers())?.map(viewOf) ?? [];
  }

  async printerState(printer: string): Promise<PrinterState> {
    const all = await this.printers();
    if (!all) return { kind: 'unreachable', reason: NO_SPOOLER };
    const found = all.find((each) => each.name === printer);
    if (!found)
      return { kind: 'missing', reason: printer ? `找不到打印机「${printer}」，作业在本机等候` : '没有选定打印机，作业在本机等候' };
    const view = viewOf(found);
    if (view.state === 'stopped') return { kind: 'stopped', reason: `${view.reason}，作业在本机等候` };
    return { kind: view.state === 'busy' ? 'busy' : 'ready' };
  }

  /**
   * Standard sizes are asked for by name (a printer's own A6 tray), others in millimetres, and scaling
   * is refused: without `media` an A6 page comes out on A4. Both forms give 297 × 419 pt with cups-pdf.
   */
  async submit({ printer, title, pdf, width, height, options }: SpoolWork): Promise<SubmitAnswer> {
    const chosen = ['print-scaling=none', ...options];
    if (!options.some((option) => /^(media|PageSize)=/i.test(option)))
      chosen.unshift(`media=${paperName(width, height) ?? `Custom.${wholeMm(width, height)}mm`}`);
    const args = ['-d', printer, '-t', title, ...chosen.flatMap((option) => ['-o', option]), '--', '-'];
    const done = await this.run('lp', args, { timeoutMs: SUBMIT_MS, input: pdf });
    if (done.end === 'missing') return { kind: 'refused', reason: NO_SPOOLER, detail: 'lp: not installed' };
    if (done.end === 'timeout') return { kind: 'unanswered', detail: `lp: no answer in ${SUBMIT_MS} ms` };
    const spoolerJob = parseRequestId(done.stdout);
    if (done.code === 0) return spoolerJob ? { kind: 'accepted', spoolerJob } : { kind: 'unanswered', detail: said(done) };
    return refusal(done);
  }

  async jobState(_printer: string, spoolerJob: string, title: string): Promise<JobAnswer> {
    const done = await this.ipp(`jobs/${encodeURIComponent(spoolerJob)}`, GET_JOB);
    const job = done.end === 'exited' && done.code === 0 ? parseIppJobs(done.stdout)?.[0] : undefined;
    // A server whose history was wiped counts from 1 again: the same number is then another's job.
    if (job) return job.name === '' || job.name === title ? { kind: 'known', state: job.state, reason: job.reason } : { kind: 'gone' };
    return /does not exist/i.test(done.stderr) ? { kind: 'gone' } : { kind: 'unanswered' };
  }

  async findByTitle(printer: string, title: string): Promise<FindAnswer> {
    const done = await this.ipp(`printers/${encodeURIComponent(printer)}`, GET_JOBS);
    const all = done.end === 'exited' && done.code === 0 ? parseIppJobs(done.stdout) : null;
    if (!all) return { kind: 'unanswered' };
    const jobs = all.filter((job) => job.name === title).sort((a, b) => Number(b.id) - Number(a.id));
    return { kind: 'answered', jobs: jobs.map(({ id, state }) => ({ spoolerJob: id, state })) };
  }

  async cancel(_printer: string, spoolerJob: string): Promise<boolean> {
    const done = await this.run('cancel', [spoolerJob], { timeoutMs: ASK_MS });
    return done.end === 'exited' && done.code === 0;
  }

  async keepsJobFiles(): Promise<boolean | null> {
    try {
      return keepsJobFiles(await readFile(this.cupsdConf, 'utf8'));
    } catch {
      return null;
    }
  }

  /** Null when CUPS is not installed, not running or silent. */
  private async printers() {
    const done = await this.run('lpstat', ['-d', '-p', '-a'], { timeoutMs: ASK_MS });
    if (done.end !== 'exited' || /scheduler is not running|connection refused|unable to connect/i.test(done.stdout + done.stderr))
      return null;
    return parseLpstat(done.stdout);
  }

  /** ipptool wants a host and port; `lpstat -H` says where lp itself goes (a local socket is `localhost`). */
  private async ipp(path: string, request: string): Promise<ToolRun> {
    const where = await this.run('lpstat', ['-H'], { timeoutMs: ASK_MS });
    if (where.end !== 'exited') return where;
    const host = where.stdout.trim();
    const server = host === '' || host.startsWith('/') ? 'localhost' : host;
    try {
      return await withRequestFile(request, (file) =>
        this.run('ipptool', ['-T', '4', '-c', `ipp://${server}/${path}`, file], { timeoutMs: ASK_MS }),
      );
    } catch (cause) {
      // No room for the request's file: CUPS was not asked, which is the same as no answer.
      return { end: 'missing', code: -1, stdout: '', stderr: String(cause) };
    }
  }
}

const said = (done: ToolRun) => (done.stderr || done.stdout).trim().slice(0, 500);

function refusal(done: ToolRun): SubmitAnswer {
  const detail = said(done);
  if (/not accepting/i.test(detail)) return { kind: 'refused', reason: '打印机不接收作业，作业在本机等候', detail };
  if (/does not exist|no default destination/i.test(detail)) return { kind: 'refused', reason: '找不到打印机，作业在本机等候', detail };
  if (/scheduler|connect|timed? ?out|server/i.test(detail)) return { kind: 'unanswered', detail };
  return { kind: 'failed', reason: '打印系统没有接收这份作业', detail };
}
