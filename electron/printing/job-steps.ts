import type { PrintState } from '../../shared/domain/printing';
import { Refusal } from '../../shared/result';
import type { PrintJob } from '../storage/internal-printing';
import { pdfFacts } from './pdf-facts';
import { preparePage } from './prepare-page';
import type { PageRenderer, PrintingDeps } from './service';
import type { FindAnswer, Spooler, SpoolerJobState } from './spooler';
import { mayFollow } from './transitions';

/** What a lane does after a step. `printer`: only the outside world can change anything, so look again now and then. */
export type StepOutcome = { kind: 'moved' } | { kind: 'rest' } | { kind: 'wait'; for: 'spooler' | 'printer'; blocks: boolean };

export interface Tools {
  deps: PrintingDeps;
  renderer: PageRenderer;
  spooler: Spooler;
}

const MOVED: StepOutcome = { kind: 'moved' };
const REST: StepOutcome = { kind: 'rest' };
const WAIT_PRINTER: StepOutcome = { kind: 'wait', for: 'printer', blocks: true };

export const NOTES = {
  asking: '打印系统没有回答，正在向它查找这份作业',
  askPerson: '不知道是否已经打印。请看打印机：卡片出来了吗？',
  silent: '打印系统没有回答，恢复后自动查找这份作业',
  inSpooler: '打印机已停，作业已在打印机的队列中，恢复后自动打印',
  aborted: '打印系统中止了这份作业。请检查打印机后点「重试」。',
  takenOut: '作业在打印机的队列中被取消。需要打印请点「重试」。',
  pdfLost: '存档的文件打不开，没有打印。请用「补打」，并联系系统管理员。',
} as const;

/** The spooler's word on a job, as a state of ours. */
export const STATE_BY_SPOOLER: Record<SpoolerJobState, { to: PrintState; note: string }> = {
  active: { to: 'spooled', note: '' },
  completed: { to: 'printed', note: '' },
  aborted: { to: 'failed', note: NOTES.aborted },
  cancelled: { to: 'failed', note: NOTES.takenOut },
};

/** Only jobs newer than the last known attempt count: an earlier attempt bears the same title. */
export function newestAfter(found: Extract<FindAnswer, { kind: 'answered' }>, known: string | undefined) {
  return found.jobs.find((job) => known === undefined || Number(job.spoolerJob) > Number(known));
}

/**
 * One step of one job. Each change of state is durable in the store before the act it announces, so
 * after a crash at any point the stored state says at most too much, never too little.
 */
export class JobSteps {
  /** Unknown jobs that the spooler was asked about and did not know: a person's turn. */
  private readonly asked = new Set<string>();

  constructor(private readonly tools: Tools) {}

  askAgain(id: string): void {
    this.asked.delete(id);
  }

  async take(job: PrintJob): Promise<StepOutcome> {
    switch (job.state) {
      case 'queued':
        return this.prepare(job);
      case 'rendering':
        // A lane is serial, so nobody renders this now: an earlier run did not finish it.
        return this.move(job, 'queued', '');
      case 'ready':
        return this.spool(job);
      case 'spooling':
        return this.move(job, 'unknown', NOTES.asking);
      case 'spooled':
        return this.poll(job);
      case 'unknown':
        return this.ask(job);
      default:
        return REST;
    }
  }

  private async prepare(job: PrintJob): Promise<StepOutcome> {
    const { store } = this.tools.deps;
    // Already archived (a retry, or a crash after archiving): what was made once is what is printed.
    const documentId = job.documentId ?? (await store.call('internal.document.get', { id: job.id }))?.id;
    if (documentId) return this.move(job, 'ready', '', { documentId });
    if (!(await this.moved(job, 'rendering', ''))) return MOVED;
    const rendering: PrintJob = { ...job, state: 'rendering' };
    const failure = await preparePage(rendering, this.tools);
    return failure === null ? MOVED : this.move(rendering, 'failed', failure);
  }

  private async spool(job: PrintJob): Promise<StepOutcome> {
    const { deps, spooler } = this.tools;
    const printer = await spooler.printerState(job.printer);
    if ('reason' in printer) {
      await this.note(job, printer.reason);
      return WAIT_PRINTER;
    }
    const file = await this.archived(job);
    if (!file) return this.move(job, 'failed', NOTES.pdfLost);
    const { profiles } = await deps.settings();
    if (!(await this.moved(job, 'spooling', ''))) return MOVED;
    const spooling: PrintJob = { ...job, state: 'spooling', note: '' };
    const { width, height } = file.facts;
    const answer = await spooler.submit({
      printer: job.printer,
      title: job.id,
      pdf: file.pdf,
      width,
      height,
      options: profiles[job.printer]?.options ?? [],
    });
    if (answer.kind === 'accepted') return this.move(spooling, 'spooled', '', { spoolerJob: answer.spoolerJob });
    deps.log.warn(`print ${job.id}: spooler ${answer.kind}: ${answer.detail}`);
    if (answer.kind === 'unanswered') return this.move(spooling, 'unknown', NOTES.asking);
    if (answer.kind === 'failed') return this.move(spooling, 'failed', answer.reason);
    await this.moved(spooling, 'ready', answer.reason);
    return WAIT_PRINTER;
  }

  private async poll(job: PrintJob): Promise<StepOutcome> {
    const { spooler } = this.tools;
    // A job without the spooler's number (it was printed too fast to be numbered) is asked for by title.
    if (!job.spoolerJob) return this.move(job, 'unknown', NOTES.asking);
    const answer = await spooler.jobState(job.printer, job.spoolerJob, job.id);
    if (answer.kind === 'unanswered') {
      await this.note(job, NOTES.silent);
      return WAIT_PRINTER;
    }
    if (answer.kind === 'gone') return this.move(job, 'unknown', NOTES.asking);
    if (answer.state !== 'active') {
      const { to, note } = STATE_BY_SPOOLER[answer.state];
      return this.move(job, to, note);
    }
    const stopped = (await spooler.printerState(job.printer)).kind === 'stopped';
    await this.note(job, stopped ? NOTES.inSpooler : '');
    return { kind: 'wait', for: stopped ? 'printer' : 'spooler', blocks: true };
  }

  private async ask(job: PrintJob): Promise<StepOutcome> {
    if (this.asked.has(job.id)) return REST;
    const found = await this.tools.spooler.findByTitle(job.printer, job.id);
    if (found.kind === 'unanswered') {
      await this.note(job, NOTES.silent);
      return { kind: 'wait', for: 'printer', blocks: false };
    }
    const theirs = newestAfter(found, job.spoolerJob);
    if (theirs) {
      const { to, note } = STATE_BY_SPOOLER[theirs.state];
      return this.move(job, to, note, { spoolerJob: theirs.spoolerJob });
    }
    await this.note(job, NOTES.askPerson);
    this.asked.add(job.id);
    return REST;
  }

  private async archived(job: PrintJob) {
    try {
      const pdf = await this.tools.deps.archive.read(job.documentId ?? job.id);
      const facts = pdfFacts(pdf);
      return facts && { pdf, facts };
    } catch (cause) {
      if (cause instanceof Refusal && cause.error.code === 'store-unavailable') throw cause;
      this.tools.deps.log.error(`print ${job.id}: archived file cannot be read`, cause);
      return null;
    }
  }

  /** False when somebody else (a cancel) moved the job first; the lane then reads it again. */
  async moved(job: PrintJob, to: PrintState, note: string, more: { spoolerJob?: string; documentId?: string } = {}): Promise<boolean> {
    if (!mayFollow(job.state, to)) throw new Error(`print ${job.id}: ${job.state} → ${to} is no transition`);
    return this.tools.deps.store.call('internal.print.move', { id: job.id, from: [job.state], to, note, ...more });
  }

  private async move(
    job: PrintJob,
    to: PrintState,
    note: string,
    more?: { spoolerJob?: string; documentId?: string },
  ): Promise<StepOutcome> {
    await this.moved(job, to, note, more);
    return MOVED;
  }

  private async note(job: PrintJob, note: string): Promise<void> {
    if (job.note !== note) await this.moved(job, job.state, note);
  }
}
