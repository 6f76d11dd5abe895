import { useCallback, useSyncExternalStore } from 'react';
import type { InputOf, LiveName, OutputOf } from '../../shared/contract';
import type { AppError, Result } from '../../shared/result';

export interface Live<T> {
  /** The last known value; kept while the storage recovers or the screen is locked. */
  value: T | undefined;
  error: AppError | undefined;
}

interface Shared {
  state: Live<unknown>;
  readers: Set<() => void>;
  stop: () => void;
}

/** One subscription for all readers of the same query, however many places of a screen show it. */
const shared = new Map<string, Shared>();
const NOTHING: Live<never> = { value: undefined, error: undefined };
/** After these the value stays on the screen (covered, when locked): it is still true, only not refreshed. */
const KEEPS: ReadonlySet<string> = new Set(['locked', 'store-unavailable']);

/** @param enabled false: not asked at all, e.g. because the role may not */
export function useLive<N extends LiveName>(name: N, input: InputOf<N>, enabled = true): Live<OutputOf<N>> {
  const key = enabled ? `${name} ${JSON.stringify(input)}` : '';
  const subscribe = useCallback(
    (changed: () => void) => (key ? join(key, name, JSON.parse(key.slice(name.length + 1)), changed) : () => {}),
    [key, name],
  );
  const read = useCallback(() => (key ? (shared.get(key)?.state ?? NOTHING) : NOTHING), [key]);
  return useSyncExternalStore(subscribe, read) as Live<OutputOf<N>>;
}

function join<N extends LiveName>(key: string, name: N, input: InputOf<N>, changed: () => void): () => void {
  const entry = shared.get(key) ?? start(key, name, input);
  entry.readers.add(changed);
  return () => {
    entry.readers.delete(changed);
    if (entry.readers.size > 0) return;
    entry.stop();
    shared.delete(key);
  };
}

function start<N extends LiveName>(key: string, name: N, input: InputOf<N>): Shared {
  const entry: Shared = { state: NOTHING, readers: new Set(), stop: () => {} };
  shared.set(key, entry);
  entry.stop = window.reception.subscribe(name, input, (result: Result<OutputOf<N>>) => {
    if (result.ok) entry.state = { value: result.value, error: undefined };
    else entry.state = { value: KEEPS.has(result.error.code) ? entry.state.value : undefined, error: result.error };
    for (const reader of entry.readers) reader();
  });
  return entry;
}
