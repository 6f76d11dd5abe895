import { parentPort } from 'node:worker_threads';
import { Unreadable } from '../../files/unreadable';
import { openBook } from '../read/open-book';
import { openTextFile } from '../read/text-file';
import { ForecastFile } from './forecast-file';
import { Ledger } from './ledger';
import type { FromWorker, ToWorker } from './messages';

/*
 * The thread that reads an old ledger: a workbook of some hundred megabytes must hold up neither the screen nor a
 * registration. It ends with the file; ending it is how a reading is cancelled.
 */
let ledger: Ledger | null = null;
let list: ForecastFile | null = null;
const post = (message: FromWorker): void => parentPort?.postMessage(message);

const onRows = (rows: number): void => post({ kind: 'rows', rows });

async function answer(message: ToWorker): Promise<unknown> {
  if (message.name === 'open') {
    ledger = new Ledger(await openBook(message.input.path, onRows));
    return null;
  }
  if (message.name === 'list.open') {
    const { input } = message;
    list = new ForecastFile('path' in input ? await openBook(input.path, onRows) : openTextFile(Buffer.from(input.text), onRows));
    return null;
  }
  if (message.name === 'list.judge' || message.name === 'list.records' || message.name === 'list.cells') return ofList(message);
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

function ofList(message: Extract<ToWorker, { name: `list.${string}` }>): unknown {
  if (!list) throw new Error('no list is open');
  switch (message.name) {
    case 'list.judge':
      return list.judge(message.input);
    case 'list.records':
      return list.records();
    case 'list.cells':
      return list.withCells(message.input.lines);
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
