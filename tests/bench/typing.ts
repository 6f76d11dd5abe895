import type { Page } from '@playwright/test';
import { savedNumber } from '../e2e/desk';
import { CHECKER_PIN } from '../e2e/people';
import type { RunningProgram } from '../e2e/program';
import { KEY_MS, Typist, typeKnown, typeNew } from '../e2e/typist';
import { residentNumber } from '../faults/visits';
import type { Measured } from './figures';

/** Nobody of this hall yet, in every run. */
const FIRST = 700_000 + (Math.floor(Date.now() / 1000) % 100_000);

/** A clerk who types 40 words a minute, from an empty form to the number of the card. */
export async function measureTyping({ page }: RunningProgram): Promise<Measured> {
  await page.keyboard.press('Control+1');
  const fresh = await registered(page, (typist) => typeNew(typist, residentNumber(FIRST), '13900013071', CHECKER_PIN));
  const known = await registered(page, (typist) => typeKnown(typist, residentNumber(FIRST), CHECKER_PIN));
  const row = (what: string, { seconds, keys }: Registered, goal: number): Measured['rows'][number] => ({
    what,
    measured: `${seconds.toFixed(1)} s, ${keys} keys`,
    against: `the keys alone at 40 words a minute: ${((keys * KEY_MS) / 1000).toFixed(1)} s`,
    ratio: `${((seconds * 1000) / (keys * KEY_MS)).toFixed(2)}×`,
    goal: `≤ ${goal} s`,
    met: seconds <= goal,
  });
  return { rows: [row('a new visitor, typed', fresh, 60), row('a known visitor, typed', known, 20)], raw: {} };
}

interface Registered {
  seconds: number;
  keys: number;
}

async function registered(page: Page, type: (typist: Typist) => Promise<void>): Promise<Registered> {
  await page.getByRole('textbox', { name: '证件号码', exact: true }).focus();
  const typist = new Typist(page);
  const began = Date.now();
  await type(typist);
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await typist.press('Control+Enter');
  await savedNumber(page);
  const seconds = (Date.now() - began) / 1000;
  await page.keyboard.press('Escape');
  return { seconds, keys: typist.keys };
}
