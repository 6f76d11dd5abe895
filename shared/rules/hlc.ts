/**
 * A hybrid logical clock: wall time where it moves forward, a counter where it does not, so that changes sort the
 * same at every desk even when a PC's clock is set back.
 */
export interface Hlc {
  /** Milliseconds UTC. */
  ms: number;
  counter: number;
  desk: string;
}
const MAX_COUNTER = 0xffff;

export function tick(last: Hlc | null, nowMs: number, desk: string): Hlc {
  if (!last || nowMs > last.ms) return { ms: nowMs, counter: 0, desk };
  return last.counter < MAX_COUNTER ? { ms: last.ms, counter: last.counter + 1, desk } : { ms: last.ms + 1, counter: 0, desk };
}

/** After a remote change was seen, the own clock stands behind it no longer. */
export function receive(last: Hlc | null, remote: Hlc, nowMs: number, desk: string): Hlc {
  const later = !last || remote.ms > last.ms || (remote.ms === last.ms && remote.counter > last.counter) ? remote : last;
  return tick({ ...later, desk }, nowMs, desk);
}

/** Fixed width: sorts as text. */
export const encodeHlc = (h: Hlc): string => `${h.ms.toString(16).padStart(12, '0')}-${h.counter.toString(16).padStart(4, '0')}-${h.desk}`;

export function decodeHlc(text: string): Hlc {
  const match = /^([0-9a-f]{12})-([0-9a-f]{4})-(.*)$/.exec(text);
  if (!match?.[1] || !match[2]) throw new Error('not a hybrid clock value');
  return { ms: Number.parseInt(match[1], 16), counter: Number.parseInt(match[2], 16), desk: match[3] ?? '' };
}
