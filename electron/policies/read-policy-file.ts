import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { refuse } from '../../shared/errors';
import { log } from '../log';
import type { PolicyText } from './read/open-policy';
import type { FromWorker } from './worker/messages';

const TOO_LARGE = '文件读取时内存不够，没有导入。请分成几个文件，或另存为文本再选。';
const TOO_LONG = '文件读了两分钟还没有读完，已停止，没有导入。请另存为 docx 或文本再选。';
const FAULT = '文件读不出来，没有导入。请另存为 docx 或文本再选；仍然如此，请联系系统管理员。';
const MEMORY_MB = 1024;
const PATIENCE_MS = 120_000;

/** The text of a file from outside, read in a thread of its own. @throws Refusal with the sentence why it cannot be read */
export async function readPolicyFile(distDir: string, path: string): Promise<PolicyText> {
  // Its text, not its path: inside a package the file is no file of the disk.
  const code = readFileSync(join(distDir, 'electron', 'policy-worker.cjs'), 'utf8');
  const worker = new Worker(code, { eval: true, workerData: { path }, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
  const answer = await new Promise<FromWorker>((resolve) => {
    const failed = (sentence: string, detail: string): void => resolve({ kind: 'failed', sentence, detail });
    const patience = setTimeout(() => failed(TOO_LONG, 'timeout'), PATIENCE_MS);
    worker.on('message', (message: FromWorker) => resolve(message));
    worker.on('error', (error: NodeJS.ErrnoException) =>
      failed(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_LARGE : '', error.code ?? error.name),
    );
    worker.on('exit', () => {
      clearTimeout(patience);
      failed('', 'exit');
    });
  });
  void worker.terminate();
  if (answer.kind === 'read') return answer.text;
  if (!answer.sentence) log.error(`policy reader: ${answer.detail}`);
  return refuse('refused', { message: answer.sentence || FAULT, detail: answer.detail });
}
