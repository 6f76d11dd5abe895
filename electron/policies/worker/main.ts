import { parentPort, workerData } from 'node:worker_threads';
import { Unreadable } from '../../files/unreadable';
import { openPolicy } from '../read/open-policy';
import type { FromWorker } from './messages';

/*
 * The thread that reads one file from outside: a PDF made to hang or to fill the memory ends this thread, and nothing
 * else. What comes out of it is text.
 */
const post = (message: FromWorker): void => parentPort?.postMessage(message);
const { path } = workerData as { path: string };

openPolicy(path).then(
  (text) => post({ kind: 'read', text }),
  (error: unknown) => {
    const sentence = error instanceof Unreadable ? error.sentence : '';
    // Its kind and place, never its message: it could quote the text.
    const detail = error instanceof Error ? `${error.name} ${(error.stack ?? '').split('\n')[1]?.trim() ?? ''}` : 'error';
    post({ kind: 'failed', sentence, detail });
  },
);
