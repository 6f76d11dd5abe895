import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { CHECKER_PIN, CLERK, launch, signIn } from '../e2e/program';
import { chainState, registerEndlessly, stillThere } from './visits';

/**
 * The program is killed with SIGKILL at random moments while it registers visitors; whatever the screen was told is
 * saved is there afterwards, and the hash chain holds. FAULT_ROUNDS sets how often (1,000 by `npm run faults`).
 */
const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 12);
test.setTimeout(ROUNDS * 30_000 + 120_000);

test(`${ROUNDS} kills in the middle of registering lose nothing that was confirmed`, async () => {
  const profile = mkdtempSync(join(tmpdir(), 'reception-kill-'));
  const all: string[] = [];
  let last: string[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const program = await launch({ profile, seed: 'demo' });
    await signIn(program.page, CLERK.name, CLERK.pin);
    expect(await stillThere(program.page, last), `round ${round}: confirmed before the kill`).toEqual([]);
    last = await killWhileRegistering(program.page, round, program.kill);
    all.push(...last);
    if (round % 25 === 0 || round === ROUNDS) console.log(`round ${round}: ${all.length} registrations confirmed so far, none lost`);
  }
  const { page, close } = await launch({ profile, seed: 'demo' });
  await signIn(page, CLERK.name, CLERK.pin);
  expect(await stillThere(page, all), 'confirmed in any round').toEqual([]);
  expect(new Set(all).size, 'no visit twice').toBe(all.length);
  await expect.poll(() => chainState(page), { timeout: 120_000 }).toBe('verified');
  console.log(`${ROUNDS} kills: ${all.length} confirmed registrations, 0 lost, chain verified`);
  await close();
});

async function killWhileRegistering(page: Page, round: number, kill: () => Promise<void>): Promise<string[]> {
  const confirmed: string[] = [];
  await page.exposeFunction('confirmed', (id: string) => confirmed.push(id));
  const dying = registerEndlessly(page, round * 1000, CHECKER_PIN).catch(() => {});
  // Not before the writers are at work; then at any moment of their work.
  const firstSave = new Promise<void>((resolve) => {
    const look = setInterval(() => confirmed.length > 0 && (clearInterval(look), resolve()), 1);
  });
  await Promise.race([firstSave, dying]);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 300));
  await kill();
  await dying;
  return confirmed;
}
