const MINUTE_MS = 60_000;
const FIRST_MS = 250;

/**
 * How long a hall window that died waits before it is opened again: at once at first, then twice as long each time, a
 * minute at most. A page that cannot live must not keep the desk's machine busy.
 * @param deaths ms UTC of every death so far, the last one included
 */
export function revivalDelay(deaths: readonly number[], now: number): number {
  const recent = deaths.filter((at) => now - at < 5 * MINUTE_MS).length;
  return Math.min(MINUTE_MS, FIRST_MS * 2 ** Math.max(0, recent - 1));
}

/** Deaths that still count, for the list does not grow in a program that runs for weeks. */
export const stillCounted = (deaths: readonly number[], now: number): number[] => deaths.filter((at) => now - at < 5 * MINUTE_MS);
