import { movedByRelease } from '../shared/rules/moved-words';
import { describe, log } from './log';
import type { ProgramStatus } from './program-state';
import type { InternalStorage } from './storage/internal';

/** After a start: a release that knows another year moves open promises, and says which. A start does not fail for it. */
export async function recomputePromises(storage: InternalStorage, status: Pick<ProgramStatus, 'notice'>): Promise<void> {
  try {
    const moved = await storage.internal('internal.promises.recompute', null);
    if (moved.length === 0) return;
    log.info(`promises: ${moved.length} moved by the calendar`);
    status.notice('promises', 'warning', movedByRelease(moved));
  } catch (error) {
    log.error(`promises not computed anew: ${describe(error)}`);
  }
}
