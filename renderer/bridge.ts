import { type Bridge, contract, type InputOf, type OutputOf, type RequestName } from '../shared/contract';
import { appError } from '../shared/errors';
import { fail, type Result } from '../shared/result';

declare global {
  interface Window {
    /** Made by the preload script; the only way out of a screen. */
    reception: Bridge;
  }
}

/** Writes without a request id of the storage's own that are the same write when asked twice. */
const REPEATABLE: ReadonlySet<RequestName> = new Set([
  'interview.begin', // the main process hands its id on
  'interview.focus',
  'draft.save',
  'draft.discard',
  'settings.put',
  'settings.printing',
  'settings.reader',
  'settings.hallScreen',
  'staff.duty',
] satisfies RequestName[]);

/** How long a screen waits by itself for the storage to come back (it takes about a second). */
const PATIENCE_MS = 15_000;
const PAUSE_MS = 150;

/** Whether it may be asked again by itself: the storage answers a request id that it knows with the receipt it gave. */
function mayAskAgain(name: RequestName, input: unknown): boolean {
  const { writes, service } = contract[name];
  const carriesId = service === 'storage' && typeof input === 'object' && input !== null && 'requestId' in input;
  return !writes || carriesId || REPEATABLE.has(name);
}
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One request. While the storage recovers it is asked again, so that the person at the desk notices nothing. */
export async function ask<N extends RequestName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    const result = await askOnce(name, input);
    if (result.ok || result.error.code !== 'store-unavailable' || !mayAskAgain(name, input) || performance.now() > giveUpAt) return result;
    await pause(PAUSE_MS);
  }
}

async function askOnce<N extends RequestName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> {
  try {
    return await window.reception.request(name, input);
  } catch (error) {
    return fail(appError('internal', { detail: `${name}: ${error instanceof Error ? error.name : 'error'}` }));
  }
}
