import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CLERK } from '../e2e/people';
import { launch, type RunningProgram } from '../e2e/program';
import { signInByBridge } from '../faults/visits';

const LOOK_MS = 10_000;

/**
 * A demonstration hall with that many visits, made by the program's own write function.
 * @param aWrite how many visits each write brings; as many as the program thinks best, if it is not said
 * @returns how long it took, in seconds
 */
export async function fillHall(profile: string, visits: number, aWrite?: number): Promise<number> {
  const began = Date.now();
  const seconds = (): number => Math.round((Date.now() - began) / 1000);
  const telling = setInterval(() => console.log(`  ${seconds()} s: journal ${journalMegabytes(profile)} MB`), LOOK_MS);
  try {
    const { close } = await launch({ profile, env: { RECEPTION_SEED: `demo:${visits}${aWrite ? `:${aWrite}` : ''}` } });
    const took = seconds();
    await close();
    return took;
  } finally {
    clearInterval(telling);
  }
}

/** The filled hall, started again, with the clerk signed in and the check of the whole chain behind it. */
export async function openHall(profile: string): Promise<RunningProgram> {
  const program = await launch({ profile, seed: 'demo' });
  await signInByBridge(program.page, CLERK);
  await chainVerified(program);
  return program;
}

/** Resolves when the background check is done: it is not to compete with what is measured. */
async function chainVerified({ page }: RunningProgram): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const stop = window.reception.subscribe('system.health', {}, (r) => {
          if (r.ok && r.value.chain === 'checking') return;
          queueMicrotask(() => stop());
          resolve();
        });
      }),
  );
}

export function journalMegabytes(profile: string): number {
  try {
    const dir = join(profile, 'journal');
    const segments = readdirSync(dir).filter((name) => name.startsWith('journal-'));
    return Math.round(segments.reduce((sum, name) => sum + statSync(join(dir, name)).size, 0) / 1e6);
  } catch {
    return 0;
  }
}
