import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { CHECKER_PIN, CLERK, launch } from '../e2e/program';
import { chainState, countEndlessly, counter, registerEndlessly, signInByBridge, stillThere } from './visits';

/**
 * The program is killed with SIGKILL at random moments while it registers visitors; whatever the screen was told is
 * saved is there afterwards, and the hash chain holds. FAULT_ROUNDS sets how often (1,000 by `npm run faults`).
 */
const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 12);
test.setTimeout(ROUNDS * 30_000 + 120_000);

interface Told {
  visits: string[];
  count: number;
}

test(`${ROUNDS} kills in the middle of writing lose nothing that was confirmed`, async () => {
  const profile = mkdtempSync(join(tmpdir(), 'reception-kill-'));
  const visits: string[] = [];
  let writes = 0;
  let replayed = 0;
  let last: Told = { visits: [], count: 0 };
  for (let round = 1; round <= ROUNDS; round++) {
    const program = await launch({ profile, seed: 'demo' });
    await signInByBridge(program.page, CLERK);
    expect(await stillThere(program.page, last.visits), `round ${round}: confirmed before the kill`).toEqual([]);
    const stands = await counter(program.page);
    expect(stands, `round ${round}: the counter as last confirmed, or the one write after it`).toBeGreaterThanOrEqual(last.count);
    expect(stands).toBeLessThanOrEqual(last.count + 1);
    if (stands > last.count) replayed++;
    last = await killWhileWriting(program.page, round, stands, program.kill);
    visits.push(...last.visits);
    writes += last.count - stands + last.visits.length;
    if (round % 25 === 0 || round === ROUNDS)
      console.log(`round ${round}: ${writes} writes confirmed so far, ${visits.length} of them visits, none lost`);
  }
  const { page, close } = await launch({ profile, seed: 'demo' });
  await signInByBridge(page, CLERK);
  expect(await stillThere(page, visits), 'confirmed in any round').toEqual([]);
  expect(visits.length, 'visits among the writes').toBeGreaterThanOrEqual(Math.floor(ROUNDS / 2));
  expect(new Set(visits).size, 'no visit twice').toBe(visits.length);
  expect(await counter(page)).toBeGreaterThanOrEqual(last.count);
  await expect.poll(() => chainState(page), { timeout: 120_000 }).toBe('verified');
  console.log(
    `${ROUNDS} kills: ${writes} confirmed writes (${visits.length} visits), 0 lost; ${replayed} times the kill fell between a write and its answer; chain verified`,
  );
  await close();
});

async function killWhileWriting(page: Page, round: number, from: number, kill: () => Promise<void>): Promise<Told> {
  const told: Told = { visits: [], count: from };
  let begun: () => void = () => {};
  const firstSave = new Promise<void>((resolve) => {
    begun = resolve;
  });
  // A visit needs a 核对 with its slow PIN check first: every other round waits for one, or few would be among the writes.
  const waitsForVisit = round % 2 === 1;
  await page.exposeFunction('confirmed', (id: string) => {
    told.visits.push(id);
    begun();
  });
  await page.exposeFunction('counted', (n: number) => {
    told.count = n;
    if (!waitsForVisit) begun();
  });
  const dying = [registerEndlessly(page, round * 1000, CHECKER_PIN), countEndlessly(page, from + 1)].map((writer) => writer.catch(begun));
  // Not before the writers are at work; then at any moment of their work.
  await firstSave;
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 500));
  await kill();
  await Promise.all(dying);
  return told;
}
