import type { PrintJob } from '../storage/internal-printing';
import type { JobSteps, StepOutcome } from './job-steps';
import type { PrintLog, PrintStore } from './service';

export interface Timing {
  /** Between two looks at a job that the spooler has: first, and at most. */
  pollMs: number;
  pollMaxMs: number;
  /** Between two looks at a printer that is off. */
  printerMs: number;
  /** After an unexpected error. */
  errorMs: number;
}
export const TIMING: Timing = { pollMs: 300, pollMaxMs: 4000, printerMs: 3000, errorMs: 1000 };

/**
 * One printer's serial queue. A pass takes every open job as far as it goes, oldest first; pages are
 * made ahead, but only one job at a time is with the spooler, so that what a stopped printer holds
 * back waits with us.
 */
export class Lane {
  private running: Promise<void> | null = null;
  private again = false;
  /** Something that waits for nobody came in: a pass over thirty cards takes seconds. */
  private urgent = false;
  private stopped = false;
  private timer: NodeJS.Timeout | null = null;
  private polls = 0;
  private waitingFor: 'nothing' | 'spooler' | 'printer' = 'nothing';

  constructor(
    private readonly printer: string,
    private readonly steps: JobSteps,
    private readonly tools: { store: PrintStore; log: PrintLog; timing: Timing; onRest: () => void },
  ) {}

  /** True while something goes on by itself. */
  get busy(): boolean {
    return this.running !== null || this.waitingFor === 'spooler';
  }

  kick(urgent = false): void {
    if (this.stopped) return;
    this.again = true;
    this.urgent ||= urgent;
    if (this.running) return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.running = this.run().finally(() => {
      this.running = null;
      this.tools.onRest();
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    this.waitingFor = 'nothing';
    await this.running;
  }

  private async run(): Promise<void> {
    const { timing, log } = this.tools;
    let next: { ms: number; for: 'spooler' | 'printer' } | null = null;
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        next = await this.pass();
      } catch (cause) {
        log.error(`printer lane: ${String(cause)}`);
        next = { ms: timing.errorMs, for: 'spooler' };
      }
    }
    this.waitingFor = next && !this.stopped ? next.for : 'nothing';
    if (!next || this.stopped) return;
    this.timer = setTimeout(() => this.kick(), next.ms);
    this.timer.unref();
  }

  private async pass() {
    const { store, log, timing } = this.tools;
    this.urgent = false;
    const jobs = (await store.call('internal.print.open', null)).filter((job) => job.printer === this.printer);
    let blocked = false;
    let wait: 'spooler' | 'printer' | null = null;
    let failed = false;
    for (const job of jobs) {
      if (this.urgent) break;
      let outcome: StepOutcome;
      try {
        outcome = await this.follow(job, blocked);
      } catch (cause) {
        // The store is restarting, most often. The job stands where it was written down; others go on.
        log.error(`print ${job.id}: step failed`, cause);
        failed = true;
        continue;
      }
      if (outcome.kind !== 'wait') continue;
      if (outcome.blocks) blocked = true;
      if (wait !== 'spooler') wait = outcome.for;
    }
    if (failed) return { ms: timing.errorMs, for: 'spooler' as const };
    if (wait === 'printer') return { ms: timing.printerMs, for: wait };
    this.polls = wait ? this.polls + 1 : 0;
    return wait && { ms: Math.min(timing.pollMs * 1.3 ** (this.polls - 1), timing.pollMaxMs), for: wait };
  }

  /** Takes one job on until it rests or waits. */
  private async follow(job: PrintJob, blocked: boolean): Promise<StepOutcome> {
    let current: PrintJob | null = job;
    while (current && !this.stopped) {
      if (blocked && current.state === 'ready') break;
      const outcome = await this.steps.take(current);
      if (outcome.kind !== 'moved') return outcome;
      if (current.state === 'spooling' || current.state === 'ready') this.polls = 0;
      current = await this.tools.store.call('internal.print.get', { id: job.id });
    }
    return { kind: 'rest' };
  }
}
