import { parentPort } from 'node:worker_threads';
import { Unreadable } from '../../files/unreadable';
import { openBook } from '../read/open-book';
import { Ledger } from './ledger';
import type { FromWorker, ToWorker } from './messages';

/*
 * The thread that reads an old ledger: a workbook of some hundred megabytes must hold up neither the screen nor a
 * registration. It ends with the file; ending it is how a reading is cancelled.
 */
let ledger: Ledger | null = null;
const post = (message: FromWorker): void => parentPort?.postMessage(message);

async function answer(message: ToWorker): Promise<unknown> {
  if (message.name === 'open') {
    ledger = new Ledger(await openBook(message.input.path, (rows) => post({ kind: 'rows', rows })));
    return null;
  }
  if (!ledger) throw new Error('no ledger is open');
  switch (message.name) {
    case 'judge':
      return ledger.judge(message.input);
    case 'records':
      return ledger.records(message.input.from, message.input.count);
    case 'repeats':
      return ledger.withCells(message.input.found);
    case 'refusals':
      return ledger.refusals();
  }
}

parentPort?.on('message', (message: ToWorker) => {
  const { id } = message;
  answer(message).then(
    (value) => post({ kind: 'answer', id, value }),
    (error: unknown) => {
      const sentence = error instanceof Unreadable ? error.sentence : '';
      // Its kind and place, never its message: it could quote a line.
      const detail = error instanceof Error ? `${error.name} ${(error.stack ?? '').split('\n')[1]?.trim() ?? ''}` : 'error';
      post({ kind: 'failed', id, sentence, detail });
    },
  );
});
