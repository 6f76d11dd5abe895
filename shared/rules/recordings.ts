import type { RecordingView, SoundPart } from '../domain/recordings';
import { keptBecause, RECORDING_BASIS } from './retention';

type Stretch = Pick<RecordingView, 'id' | 'state' | 'startedElapsed' | 'durationMs'>;

/**
 * Where in the sound a moment of the interview is: the stretch that holds it, or the next one after a gap, from its
 * beginning. Null: nothing was recorded from there on.
 * @param elapsed ms on the interview's clock
 */
export function soundAt(stretches: readonly Stretch[], elapsed: number): { id: string; atMs: number } | null {
  const kept = stretches.filter(({ state }) => state === 'done').sort((a, b) => a.startedElapsed - b.startedElapsed);
  const known = kept.find(
    (each) => each.durationMs > 0 && each.startedElapsed <= elapsed && elapsed < each.startedElapsed + each.durationMs,
  );
  // The file of an outside recorder, whose length nobody knows, may reach this moment.
  const open = kept.findLast((each) => each.durationMs === 0 && each.startedElapsed <= elapsed);
  const found = known ?? open ?? kept.find((each) => each.startedElapsed > elapsed);
  return found ? { id: found.id, atMs: Math.max(0, elapsed - found.startedElapsed) } : null;
}

/** The part that holds this moment; between two that overlap, the later one. Past the end: none. */
export function partAt(parts: readonly SoundPart[], atMs: number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.startMs ?? 0) <= atMs) low = middle + 1;
    else high = middle;
  }
  const index = Math.max(0, low - 1);
  const last = parts[index];
  return last && index === parts.length - 1 && atMs >= last.startMs + last.durationMs ? -1 : index;
}

/** How much of a part is heard: up to where the next one takes over, so that no word is heard twice. */
export function heardMs(parts: readonly SoundPart[], index: number): number {
  const part = parts[index];
  if (!part) return 0;
  const next = parts[index + 1];
  return next ? Math.min(part.durationMs, next.startMs - part.startMs) : part.durationMs;
}

/** Length of a whole stretch. */
export const lengthOfParts = (parts: readonly SoundPart[]): number => {
  const last = parts.at(-1);
  return last ? last.startMs + last.durationMs : 0;
};

/** Below this a microphone in a room with people gives no sound (dBFS, root mean square). */
const SILENT_DB = -60;
export const soundless = (rms: number): boolean => rms <= 10 ** (SILENT_DB / 20);

export interface KeepingFacts {
  state: RecordingView['state'];
  destroyableFrom: string;
  hold: boolean;
  holdReason: string;
  today: string;
  /** The matter is not settled, or one of its promises is open, or 复查/复核 runs. */
  matterOpen: boolean;
}

/** What forbids destroying it; empty when nothing does (plan S53; 条例 46 条: nothing is destroyed that a matter still needs). */
export function keepingReasons({ state, destroyableFrom, hold, holdReason, today, matterOpen }: KeepingFacts): string[] {
  if (state === 'destroyed') return ['已销毁'];
  if (state === 'recording') return ['正在录音'];
  const holds = hold ? [holdReason] : [];
  return keptBecause({ today, destroyableFrom, basis: RECORDING_BASIS, holds, stillNeeded: matterOpen }).map(({ sentence }) => sentence);
}
