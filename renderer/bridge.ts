import { type Bridge, contract, type InputOf, type OutputOf, type RequestName } from '../shared/contract';
import { appError } from '../shared/errors';
import { fail, type Result } from '../shared/result';

declare global {
  interface Window {
    /** Made by the preload script; the only way out of a screen. */
    reception: Bridge;
  }
}

/** Writes that are the same write when asked twice: those may be asked again by themselves. */
const REPEATABLE: ReadonlySet<RequestName> = new Set([
  'visit.register', // carries a request id
  'interview.begin', // these carry one, too
  'interview.note',
  'interview.cite',
  'interview.end',
  'interview.amend',
  'transcript.enter',
  'interview.sign',
  'interview.focus',
  'forecast.save',
  'forecast.saveWhole',
  'forecast.grade',
  'forecast.decideLink',
  'forecast.propose',
  'forecast.decide',
  'forecast.publish',
  'forecast.receive',
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

const mayAskAgain = (name: RequestName): boolean => !contract[name].writes || REPEATABLE.has(name);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One request. While the storage recovers it is asked again, so that the person at the desk notices nothing. */
export async function ask<N extends RequestName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    const result = await askOnce(name, input);
    if (result.ok || result.error.code !== 'store-unavailable' || !mayAskAgain(name) || performance.now() > giveUpAt) return result;
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
