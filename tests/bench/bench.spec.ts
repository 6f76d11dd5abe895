import { cpus, totalmem } from 'node:os';
import { expect, test } from '@playwright/test';
import { type RunningProgram, temporaryProfile } from '../e2e/program';
import { measureAlarm } from './alarm';
import { measureCards } from './cards';
import { type Measured, rawFigures, table } from './figures';
import { fillHall, journalMegabytes, openHall } from './hall';
import { measureMemory } from './memory';
import { measureNotes } from './notes';
import { measurePolicies } from './policies';
import { measureRecovery } from './recovery';
import { measureSave } from './save';
import { measureSearch } from './search';
import { measureStart } from './start';
import { measureStatistics } from './statistics';
import { measureTyping } from './typing';

/** How many visits the hall has behind it. */
const VISITS = Number(process.env.BENCH_VISITS ?? 100_000);
/** A hall that an earlier run filled and left, so that the next need not wait for it; a fill that was ended goes on. */
const KEPT = process.env.BENCH_PROFILE;
const SAVES = 240;
/** For work on one of them: `BENCH_ONLY=search,saves`. */
const ONLY = process.env.BENCH_ONLY?.split(',');

test('bench', async () => {
  const profile = KEPT ?? temporaryProfile();
  console.log(`\nfilling a hall with ${VISITS.toLocaleString('en')} visits …`);
  console.log(`filled in ${await fillHall(profile, VISITS)} s`);
  const measured: Measured[] = [];
  const failures: string[] = [];
  const next = async (name: string, measure: () => Promise<Measured>): Promise<void> => {
    if (ONLY && !ONLY.includes(name)) return;
    const began = Date.now();
    console.log(`measuring ${name} …`);
    // One that fails costs its own rows, not an hour of the others'.
    await measure().then(
      (rows) => measured.push(rows),
      (error: unknown) => failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`),
    );
    console.log(`measuring ${name}: ${Math.round((Date.now() - began) / 1000)} s`);
  };
  await next('start', () => measureStart(profile, VISITS));
  const program = await openHall(profile);
  await next('saves', () => measureSave(program, SAVES));
  await next('search', () => measureSearch(program, VISITS));
  await next('cards', () => measureCards(program));
  await next('typing', () => measureTyping(program));
  await next('notes', () => measureNotes(program));
  await next('alarm', () => measureAlarm(program));
  await next('statistics', () => measureStatistics(program, VISITS));
  // Before the kills: a storage host that has just been opened is smaller than one that has worked.
  await next('memory', async () => measureMemory(program.app.process().pid ?? 0));
  await next('recovery', () => measureRecovery(program));
  // Last: somebody else signs in for it.
  await next('policies', () => measurePolicies(program));
  const machine = await machineLine(program);
  await program.close();

  const raw = measured.flatMap((m) => Object.entries(m.raw).map(([name, values]) => rawFigures(name, values)));
  const hall = `hall: ${VISITS.toLocaleString('en')} visits, journal ${journalMegabytes(profile)} MB`;
  console.log(`\n${machine}\n${hall}\n\n${table(measured.flatMap((m) => m.rows))}\n\nsingle figures\n${raw.join('\n')}\n`);
  expect(failures, 'what could not be measured').toEqual([]);
});

async function machineLine({ page }: RunningProgram): Promise<string> {
  const health = await page.evaluate(
    () =>
      new Promise<{ electron: string; chromium: string; store: string }>((resolve) => {
        const stop = window.reception.subscribe('system.health', {}, (r) => {
          queueMicrotask(() => stop());
          if (r.ok) resolve(r.value);
        });
      }),
  );
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  return `machine: ${cpus().length} cores (${cpus()[0]?.model.trim() || process.arch}), ${memory}; Electron ${health.electron}, Chromium ${health.chromium}, store ${health.store}`;
}
