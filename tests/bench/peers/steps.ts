import { AT_SERVER } from './rows';
import type { Ask } from './window';
import { CHUNK, type Result, step } from './work';

/** An empty database pulls all that stands at the server; then its rows are counted, and three are looked into. */
export async function firstSync(who: string, ask: Ask, given: object, rows: number): Promise<Result> {
  await ask('open');
  const { took, problem } = await step(ask<number>('pull', given));
  const counted = await ask<number>('stored');
  return judged({
    who,
    work: 'first sync',
    rows,
    took,
    counted,
    problem: [problem, await oddities(ask, AT_SERVER, Math.min(counted, rows))].join(' ').trim(),
  });
}

/** Rows written without a network: not counted. */
export async function filled(ask: Ask, from: number, count: number): Promise<void> {
  await ask('open');
  await ask('fill', { from, count, chunk: CHUNK });
}

/** All that waits is pushed; then the rows at the server are counted by `count`. */
export async function published(who: string, ask: Ask, given: object, rows: number, count: () => Promise<number>): Promise<Result> {
  const { took, problem } = await step(ask<number>('push', given));
  const errors = await ask<string[]>('errors');
  return judged({ who, work: 'publish', rows, took, counted: await count(), problem: [problem, said(errors)].join(' ').trim() });
}

export async function oddities(ask: Ask, from: number, count: number): Promise<string> {
  const numbers = count > 0 ? [from, from + Math.floor(count / 2), from + count - 1] : [];
  const held = await Promise.all(numbers.map((n) => ask<boolean>('holds', { n }).catch(() => false)));
  return [held.every(Boolean) ? '' : 'a row that was looked into is not as it was at the server.', said(await ask<string[]>('errors'))]
    .join(' ')
    .trim();
}

const said = (errors: readonly string[]): string => (errors.length > 0 ? `It said ${errors.length} errors, the first: ${errors[0]}` : '');

/** «In sync» with fewer rows than there are is no figure. */
export function judged(result: Result): Result {
  if (result.took === null || result.counted === result.rows) return result;
  const problem = `said that it was in sync after ${(result.took / 1000).toFixed(1)} s, with ${result.counted} of ${result.rows} rows. ${result.problem}`;
  return { ...result, took: null, problem: problem.trim() };
}
