import type { Timing } from '../../electron/printing/lane';
import { PrintQueue } from '../../electron/printing/queue';
import { Run, type World } from './fakes';

export const FAST: Timing = { pollMs: 1, pollMaxMs: 2, printerMs: 5, errorMs: 1 };

/** One run of the program's queue in this world. */
export function begin(world: World, run = new Run(world)) {
  const queue = new PrintQueue({ deps: run.deps, renderer: run.renderer, spooler: run.spooler }, FAST);
  queue.start();
  return { queue, run };
}
