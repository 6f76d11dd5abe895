import type { SpokenCall } from './spoken-call';

/**
 * Which call is spoken when: one after the other in the order of calling, each once, a recall again. A call that is taken
 * back or called anew while it waits for its turn is not spoken any more.
 */
export interface SpokenQueue {
  /** The calls already taken up, newest last. Null before the first picture. */
  known: readonly string[] | null;
  waiting: readonly SpokenCall[];
  speaking: SpokenCall | null;
}

export const SILENT: SpokenQueue = { known: null, waiting: [], speaking: null };

/** A window that comes up speaks only what has just been called: it may have died in the middle of it. */
const AT_FIRST_MS = 20_000;
/** Later pictures may be late (the storage was away); what is older than this nobody waits to hear. */
const LATER_MS = 120_000;
const KNOWN_AT_MOST = 300;

const keyOf = ({ queueNumber, calledAt, calls }: SpokenCall): string => `${queueNumber} ${calledAt} ${calls}`;

/** @param calls what stands on the screen now, in any order. @param now ms UTC, by the program's clock */
export function onPicture(queue: SpokenQueue, calls: readonly SpokenCall[], now: number): SpokenQueue {
  const standing = new Set(calls.map(keyOf));
  const known = new Set(queue.known);
  const limit = queue.known === null ? AT_FIRST_MS : LATER_MS;
  const fresh = calls.filter((call) => !known.has(keyOf(call)) && now - call.calledAt <= limit);
  const waiting = [...queue.waiting.filter((call) => standing.has(keyOf(call))), ...fresh].sort((a, b) => a.calledAt - b.calledAt);
  const keys = [...known, ...[...standing].filter((key) => !known.has(key))].slice(-KNOWN_AT_MOST);
  return next({ ...queue, known: keys, waiting });
}

/** 「试叫」 takes its turn like any other. */
export const onTest = (queue: SpokenQueue, call: SpokenCall): SpokenQueue => next({ ...queue, waiting: [...queue.waiting, call] });

export const onSpoken = (queue: SpokenQueue): SpokenQueue => next({ ...queue, speaking: null });

function next(queue: SpokenQueue): SpokenQueue {
  const [first, ...rest] = queue.waiting;
  return queue.speaking === null && first ? { ...queue, speaking: first, waiting: rest } : queue;
}
