import { describe, log } from '../log';
import type { SoundSummary } from '../storage/internal';
import type { RecorderStore } from './recorder';

const NOTHING: SoundSummary = { parts: 0, bytes: 0, durationMs: 0, sha256: '' };
type Keyring = { destroy(ids: readonly string[]): Promise<void> };

/**
 * After a start: a recording that the program's end cut off is closed with all that reached the disk, and said so in its
 * record; a destruction that was cut off is carried through.
 */
export async function settleRecordings(store: RecorderStore & { keyring: Keyring }): Promise<void> {
  const { storage, sounds } = store;
  const { running, destroyed } = await storage.internal('internal.recording.unsettled', null);
  for (const { id, outside, key, ...reached } of running) {
    const found = key ? await onDisk(store, id, key, reached) : { summary: NOTHING, damaged: true };
    const { summary, damaged } = outside ? { summary: NOTHING, damaged: false } : found;
    await storage.internal('internal.recording.finish', { id, ended: 'program', damaged, ...summary });
    if (summary.parts === 0) await sounds.destroy(id);
    log.info(`recording closed: ${summary.parts} parts${damaged ? ', fewer than were reached' : ''}`);
  }
  for (const id of destroyed) await carryOut(store, id);
}

/** The key first: from then on no copy of the file anywhere is readable. */
export async function carryOut({ storage, sounds, keyring }: RecorderStore & { keyring: Keyring }, id: string): Promise<void> {
  await keyring.destroy([`s:${id}`]);
  await sounds.destroy(id);
  await storage.internal('internal.recording.gone', { id });
}

async function onDisk(
  { sounds }: RecorderStore,
  id: string,
  key: Uint8Array,
  reached: SoundSummary,
): Promise<{ summary: SoundSummary; damaged: boolean }> {
  try {
    const reader = await sounds.open(id, key);
    try {
      const summary = await reader.verify();
      const damaged = reached.parts > 0 && (await reader.verify(reached.parts)).sha256 !== reached.sha256;
      return { summary, damaged };
    } finally {
      await reader.close();
    }
  } catch (error) {
    log.error(`recording ${id}: ${describe(error)}`);
    return { summary: NOTHING, damaged: reached.parts > 0 };
  }
}
