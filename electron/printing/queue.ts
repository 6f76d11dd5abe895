import type { PrintState } from '../../shared/domain/printing';
import { refuse } from '../../shared/errors';
import type { PrintJob } from '../storage/internal-printing';
import { JobSteps, type Tools } from './job-steps';
import { Lane, TIMING, type Timing } from './lane';
import { CANNOT } from './transitions';

const CHANGED = '这份作业的状态刚刚变化，什么也没有改变。请看最新状态后再操作。';
const NOT_SURE = '已取消；打印系统没有确认撤回，纸张可能已经打印';

/** All print jobs of this desk: one lane a printer, and what a person may do to a job. */
export class PrintQueue {
  private readonly lanes = new Map<string, Lane>();
  private readonly steps: JobSteps;
  private state: 'new' | 'running' | 'stopped' = 'new';
  private looking = 0;
  private idleWaiters: (() => void)[] = [];

  constructor(
    private readonly tools: Tools,
    private readonly timing: Timing = TIMING,
  ) {
    this.steps = new JobSteps(tools);
  }

  start(): void {
    if (this.state !== 'new') return;
    this.state = 'running';
    this.wake();
  }

  async stop(): Promise<void> {
    this.state = 'stopped';
    await Promise.all([...this.lanes.values()].map((lane) => lane.stop()));
    this.tellIdle();
  }

  wake(): void {
    if (this.state === 'running') void this.look();
  }

  async retry(id: string): Promise<void> {
    const job = await this.get(id);
    const not = CANNOT.retry[job.state as keyof typeof CANNOT.retry];
    if (not) refuse('refused', { message: not });
    this.steps.askAgain(id);
    if (job.state === 'failed') await this.requeue(job);
    this.wake();
  }

  async cancel(id: string, reason: string): Promise<void> {
    const job = await this.get(id);
    const not = CANNOT.cancel[job.state as keyof typeof CANNOT.cancel];
    if (not) refuse('refused', { message: not });
    if (!(await this.steps.moved(job, 'cancelled', reason))) refuse('conflict', { message: CHANGED });
    if (job.state === 'spooled' && job.spoolerJob && !(await this.tools.spooler.cancel(job.printer, job.spoolerJob)))
      await this.steps.moved({ ...job, state: 'cancelled' }, 'cancelled', `${reason}（${NOT_SURE}）`);
    this.wake();
  }

  async answer(id: string, cameOut: boolean): Promise<void> {
    const job = await this.get(id);
    if (job.state !== 'unknown') refuse('refused', { message: CHANGED });
    if (cameOut) await this.must(job, 'printed', '工作人员确认已打印');
    else await this.requeue(job);
    this.wake();
  }

  waitIdle(): Promise<void> {
    if (this.idle) return Promise.resolve();
    return new Promise((resolve) => this.idleWaiters.push(resolve));
  }

  /**
   * Back to the start of the queue, unless the spooler still holds an earlier attempt: that one will
   * come out by itself. The number of the last attempt is kept, so that it is never taken for the next.
   */
  private async requeue(job: PrintJob): Promise<void> {
    const found = await this.tools.spooler.findByTitle(job.printer, job.id);
    const newest = found.kind === 'answered' ? found.jobs[0] : undefined;
    if (job.state === 'unknown' && newest?.state === 'active') return this.must(job, 'spooled', '', newest.spoolerJob);
    await this.must(job, 'queued', '', newest?.spoolerJob);
  }

  private async must(job: PrintJob, to: PrintState, note: string, spoolerJob?: string): Promise<void> {
    if (!(await this.steps.moved(job, to, note, spoolerJob ? { spoolerJob } : {}))) refuse('conflict', { message: CHANGED });
  }

  private async get(id: string): Promise<PrintJob> {
    return (await this.tools.deps.store.call('internal.print.get', { id })) ?? refuse('not-found');
  }

  private async look(): Promise<void> {
    this.looking += 1;
    try {
      const open = await this.tools.deps.store.call('internal.print.open', null);
      for (const printer of new Set(open.map((job) => job.printer))) {
        this.lane(printer).kick(open.some((job) => job.printer === printer && job.kind === 'evacuation' && job.state === 'queued'));
      }
    } catch (cause) {
      // The store is restarting; look again when it may be back.
      this.tools.deps.log.error('print queue: open jobs cannot be read', cause);
      setTimeout(() => this.wake(), this.timing.errorMs).unref();
    } finally {
      this.looking -= 1;
      this.tellIdle();
    }
  }

  private lane(printer: string): Lane {
    let lane = this.lanes.get(printer);
    if (!lane) {
      const { store, log } = this.tools.deps;
      lane = new Lane(printer, this.steps, { store, log, timing: this.timing, onRest: () => this.tellIdle() });
      this.lanes.set(printer, lane);
      if (this.state === 'stopped') void lane.stop();
    }
    return lane;
  }

  private get idle(): boolean {
    return this.looking === 0 && [...this.lanes.values()].every((lane) => !lane.busy);
  }

  private tellIdle(): void {
    if (!this.idle) return;
    for (const tell of this.idleWaiters.splice(0)) tell();
  }
}
