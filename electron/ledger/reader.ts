import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { refuse } from '../../shared/errors';
import { log } from '../log';
import type { FromWorker, QuestionName, Questions, ToWorker } from './worker/messages';

const TOO_LARGE = '文件太大，内存不够，没有导入。请分成几个文件再选。';
const FAULT = '文件读不出来，没有导入。请在表格软件中另存一份再选；仍然如此，请联系系统管理员。';
const STOPPED = '已停止读取，没有导入。';
const MEMORY_MB = 3072;

/** The main process's end of the thread that holds the ledger file. */
export class LedgerReader {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, { resolve(value: unknown): void; reject(sentence: string, detail: string): void }>();
  private next = 1;
  private ended = '';

  constructor(
    distDir: string,
    private readonly onRows: (rows: number) => void,
  ) {
    // Its text, not its path: inside a package the file is no file of the disk.
    const code = readFileSync(join(distDir, 'electron', 'ledger-worker.cjs'), 'utf8');
    this.worker = new Worker(code, { eval: true, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
    this.worker.on('message', (message: FromWorker) => this.receive(message));
    this.worker.on('error', (error: NodeJS.ErrnoException) =>
      this.end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_LARGE : FAULT, error.code ?? error.name),
    );
    this.worker.on('exit', () => this.end(STOPPED, 'exit'));
  }

  /** @throws Refusal with the sentence why the file cannot be read */
  ask<N extends QuestionName>(name: N, input: Questions[N]['input']): Promise<Questions[N]['output']> {
    if (this.ended) refuse('refused', { message: this.ended });
    const id = this.next++;
    const answer = new Promise<unknown>((resolve, reject) => {
      const no = (message: string, detail: string): void => {
        try {
          refuse('refused', { message, detail });
        } catch (error) {
          reject(error);
        }
      };
      this.waiting.set(id, { resolve, reject: no });
    });
    this.worker.postMessage({ id, name, input } as ToWorker);
    return answer as Promise<Questions[N]['output']>;
  }

  close(): void {
    this.end(STOPPED, 'closed');
    void this.worker.terminate();
  }

  private end(sentence: string, detail: string): void {
    if (this.ended) return;
    this.ended = sentence;
    if (detail !== 'closed' && detail !== 'exit') log.error(`ledger reader: ${detail}`);
    for (const { reject } of this.waiting.values()) reject(sentence, detail);
    this.waiting.clear();
  }

  private receive(message: FromWorker): void {
    if (message.kind === 'rows') {
      this.onRows(message.rows);
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.kind === 'answer') waiting?.resolve(message.value);
    else {
      if (!message.sentence) log.error(`ledger reader: ${message.detail}`);
      waiting?.reject(message.sentence || FAULT, message.detail);
    }
  }
}
