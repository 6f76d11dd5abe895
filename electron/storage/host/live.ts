import { liveQuery } from 'dexie';
import type { LivesOf } from '../../../shared/contract';
import { appError } from '../../../shared/errors';
import { fail, ok, type Result } from '../../../shared/result';
import type { Actor } from '../protocol';
import type { LiveHandlers } from './handlers/types';
import type { Host } from './host';

/** How often a live list looks whether midnight has passed. */
const DAY_CHECK_MS = 15_000;

/**
 * A live query: the first result at once, a new one whenever a row it read changed, and again when the day turns,
 * since 「今天」 is then another list without any row having changed.
 * @returns the way to stop
 */
export function follow<N extends LivesOf<'storage'>>(
  host: Host,
  handlers: LiveHandlers,
  name: N,
  input: Parameters<LiveHandlers[N]>[1],
  actor: Actor,
  send: (result: Result<unknown>) => void,
): () => void {
  const handler = handlers[name] as (host: Host, input: unknown, actor: Actor) => Promise<unknown>;
  // An async function, by which Dexie knows that awaits of the language are used in it.
  const ask = async (): Promise<unknown> => handler(host, input, actor);
  let day = host.clock.today();
  let running = begin();
  function begin() {
    return liveQuery(ask).subscribe({
      next: (value) => send(ok(value)),
      error: (error: unknown) => {
        console.warn(`live ${name}: ${error instanceof Error ? error.name : 'error'}`);
        send(fail(appError('internal', { detail: name })));
      },
    });
  }
  const again = (): void => {
    running.unsubscribe();
    running = begin();
  };
  const timer = setInterval(() => {
    const today = host.clock.today();
    if (today === day) return;
    day = today;
    again();
  }, DAY_CHECK_MS);
  host.onForgotten.add(again);
  return () => {
    clearInterval(timer);
    host.onForgotten.delete(again);
    running.unsubscribe();
  };
}
