import type { PageRenderer, PrintArchive, PrintingDeps, PrintStore, PrintStoreName } from '../../electron/printing/service';
import type {
  FindAnswer,
  JobAnswer,
  PrinterState,
  Spooler,
  SpoolerJobState,
  SpoolWork,
  SubmitAnswer,
} from '../../electron/printing/spooler';
import { mayFollow } from '../../electron/printing/transitions';
import type { InternalRequests } from '../../electron/storage/internal';
import type { PrintJob } from '../../electron/storage/internal-printing';
import type { PrintState } from '../../shared/domain/printing';
import type { PrintingSettings } from '../../shared/domain/settings';
import { appError } from '../../shared/errors';
import { Refusal } from '../../shared/result';

/** The world outside a run of the program: what stays when the program is killed. */
export class World {
  readonly jobs = new Map<string, PrintJob>();
  readonly documents = new Map<string, { id: string; sha256: string }>();
  readonly files = new Map<string, Uint8Array>();
  readonly spooler = new FakeSpooler();
  readonly moves: string[] = [];
  renders = 0;

  add(id: string, printer = 'CARD', more: Partial<PrintJob> = {}): PrintJob {
    const content = { kind: 'card' } as PrintJob['content'];
    const job: PrintJob = {
      id,
      kind: 'card',
      label: `A${this.jobs.size}`,
      printer,
      state: 'queued',
      reprint: 0,
      createdAt: this.jobs.size,
      content,
      note: '',
      ...more,
    };
    this.jobs.set(id, job);
    return job;
  }

  job(id: string): PrintJob {
    const job = this.jobs.get(id);
    if (!job) throw new Error(`no job ${id}`);
    return job;
  }

  state(id: string): PrintState {
    return this.job(id).state;
  }
}

export const pdfOf = (text: string): Uint8Array =>
  Buffer.from(`%PDF-1.4\n1 0 obj\n<</Type /Page\n/MediaBox [0 0 298.08 419.76]>>\nendobj\n% ${text}\n%%EOF\n`);

/** One run of the program over a world. `crashAt` counts every call out of the queue; from there on nothing answers any more. */
export class Run {
  calls = 0;
  crashed = false;
  constructor(
    readonly world: World,
    private readonly crashAt = Number.POSITIVE_INFINITY,
    private readonly when: 'before' | 'after' = 'before',
  ) {}

  /** Every call of the queue passes here; a crash leaves it waiting for ever, as a killed process would. */
  async out<T>(work: () => T | Promise<T>): Promise<T> {
    if (this.crashed) return this.never();
    this.calls += 1;
    const here = this.calls === this.crashAt;
    if (here && this.when === 'before') return this.crash();
    const value = await work();
    if (here) return this.crash();
    return value;
  }

  onCrash: () => void = () => {};
  private crash(): Promise<never> {
    this.crashed = true;
    this.onCrash();
    return this.never();
  }
  private never(): Promise<never> {
    return new Promise(() => {});
  }

  readonly store: PrintStore = {
    call: <N extends PrintStoreName>(name: N, input: InternalRequests[N]['input']) =>
      this.out(() => this.answer(name, input)) as Promise<InternalRequests[N]['output']>,
  };

  readonly archive: PrintArchive = {
    write: (id, bytes) =>
      this.out(() => {
        this.world.files.set(id, bytes);
        return { bytes: bytes.length, sha256: 'x' };
      }),
    read: (id) =>
      this.out(() => {
        const file = this.world.files.get(id);
        if (!file) throw new Refusal(appError('damaged'));
        return file;
      }),
  };

  readonly renderer: PageRenderer = {
    render: () =>
      this.out(() => {
        this.world.renders += 1;
        return pdfOf(`render ${this.world.renders}`);
      }),
    close: () => {},
  };

  readonly spooler: Spooler = {
    listPrinters: async () => [],
    printerState: (printer) => this.out(() => this.world.spooler.printerState(printer)),
    submit: (work) => this.out(() => this.world.spooler.submit(work)),
    jobState: (_printer, job) => this.out(() => this.world.spooler.jobState(job)),
    findByTitle: (_printer, title) => this.out(() => this.world.spooler.find(title)),
    cancel: (_printer, job) => this.out(() => this.world.spooler.cancel(job)),
    keepsJobFiles: async () => null,
  };

  readonly errors: unknown[] = [];
  readonly settings: PrintingSettings = { mode: 'printer', cardPrinter: 'CARD', letterPrinter: 'CARD', profiles: {} };
  get deps(): PrintingDeps {
    const log = { info: () => {}, warn: () => {}, error: (message: string, cause?: unknown) => void this.errors.push([message, cause]) };
    return { store: this.store, archive: this.archive, settings: async () => this.settings, log };
  }

  private answer(name: PrintStoreName, input: unknown): unknown {
    const { jobs, documents, moves } = this.world;
    const { id } = (input ?? {}) as { id: string };
    switch (name) {
      case 'internal.print.open':
        return [...jobs.values()].filter((job) => !['printed', 'cancelled', 'failed'].includes(job.state)).map((job) => ({ ...job }));
      case 'internal.print.get':
        return jobs.has(id) ? { ...jobs.get(id) } : null;
      case 'internal.document.get':
        return documents.get(id) ?? null;
      case 'internal.document.add':
        if (documents.has(id)) throw new Error(`document ${id} added twice`);
        documents.set(id, { id, sha256: 'x' });
        if (this.world.job(id).state === 'rendering') {
          moves.push(`${id} rendering→ready`);
          jobs.set(id, { ...this.world.job(id), state: 'ready', note: '', documentId: id });
        }
        return null;
      case 'internal.print.move': {
        const move = input as InternalRequests['internal.print.move']['input'];
        const job = this.world.job(id);
        if (!move.from.includes(job.state)) return false;
        if (!mayFollow(job.state, move.to)) throw new Error(`${job.state} → ${move.to} is no transition`);
        moves.push(`${id} ${job.state}→${move.to}`);
        jobs.set(id, {
          ...job,
          state: move.to,
          note: move.note,
          spoolerJob: move.spoolerJob ?? job.spoolerJob,
          documentId: move.documentId ?? job.documentId,
        });
        return true;
      }
    }
  }
}

/** A spooler that counts what reaches paper. */
export class FakeSpooler {
  readonly jobs: { id: string; title: string; state: SpoolerJobState; pdf: Uint8Array }[] = [];
  printer: PrinterState = { kind: 'ready' };
  /** What the next submissions do instead of being accepted. */
  next: (SubmitAnswer | 'taken-but-silent')[] = [];
  silent = false;
  /** How many polls a job stays active before it is finished. */
  slow = 0;
  end: SpoolerJobState = 'completed';

  printerState(_printer: string): PrinterState {
    return this.printer;
  }
  submit({ title, pdf }: SpoolWork): SubmitAnswer {
    const special = this.next.shift();
    if (special && special !== 'taken-but-silent') return special;
    const id = String(this.jobs.length + 1);
    this.jobs.push({ id, title, state: 'active', pdf });
    return special ? { kind: 'unanswered', detail: 'test' } : { kind: 'accepted', spoolerJob: id };
  }
  jobState(id: string): JobAnswer {
    if (this.silent) return { kind: 'unanswered' };
    const job = this.jobs.find((each) => each.id === id);
    if (!job) return { kind: 'gone' };
    if (job.state === 'active' && this.printer.kind === 'ready') {
      if (this.slow > 0) this.slow -= 1;
      else job.state = this.end;
    }
    return { kind: 'known', state: job.state, reason: '' };
  }
  find(title: string): FindAnswer {
    if (this.silent) return { kind: 'unanswered' };
    const jobs = this.jobs.filter((job) => job.title === title).reverse();
    return { kind: 'answered', jobs: jobs.map(({ id, state }) => ({ spoolerJob: id, state })) };
  }
  cancel(id: string): boolean {
    const job = this.jobs.find((each) => each.id === id);
    if (job?.state !== 'active') return false;
    job.state = 'cancelled';
    return true;
  }
  /** How often a print reached the spooler and was not taken back. */
  copies(title: string): number {
    return this.jobs.filter((job) => job.title === title && job.state !== 'cancelled' && job.state !== 'aborted').length;
  }
}
