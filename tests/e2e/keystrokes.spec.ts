import { expect, type Page, test } from '@playwright/test';
import { residentNumber } from '../faults/visits';
import { savedNumber } from './desk';
import { box, signInByKeyboard } from './keyboard';
import { CHECKER_PIN, CLERK, launch } from './program';
import { KEY_MS, Typist, typeKnown, typeNew } from './typist';

/** At 40 words a minute: a new visitor in a minute, a known one in twenty seconds. The pace itself is kept by the bench. */
const NEW_KEYS = 60_000 / KEY_MS;
const KNOWN_KEYS = 20_000 / KEY_MS;

/** The last key, and the card's number. */
async function finish(page: Page, typist: Typist): Promise<string> {
  await expect(page.getByRole('dialog')).toBeHidden();
  await typist.press('Control+Enter');
  return savedNumber(page);
}

test('a new visitor and a known one are registered with so few keys', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  await expect(box(page, '证件号码')).toBeFocused();
  const first = new Typist(page, 0);
  await typeNew(first, residentNumber(71_001), '13900013071', CHECKER_PIN);
  expect(await finish(page, first)).toMatch(/-0001$/);
  await expect(box(page, '证件号码')).toHaveValue('');
  const again = new Typist(page, 0);
  await typeKnown(again, residentNumber(71_001), CHECKER_PIN);
  await expect(page.getByRole('radio', { name: /同一事项/ }).first(), 'in the same matter').toBeChecked();
  expect(await finish(page, again)).toMatch(/-0002$/);
  console.log(`new: ${first.keys} keys, ${first.typingMs / 1000} s; known: ${again.keys} keys, ${again.typingMs / 1000} s`);
  expect(first.keys).toBeLessThanOrEqual(NEW_KEYS);
  expect(again.keys).toBeLessThanOrEqual(KNOWN_KEYS);
  await close();
});
