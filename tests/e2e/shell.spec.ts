import { expect, type Locator, type Page, test } from '@playwright/test';
import { signInByKeyboard } from './keyboard';
import type { Person } from './people';
import { CLERK, launch, personWith } from './program';

const NOON = '2026-11-24T10:00:00+08:00';
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
const PEOPLE: readonly (readonly [who: string, person: Person])[] = [
  ['clerk', CLERK],
  ['coordinator', personWith('coordinator')],
  ['interviewer', personWith('interviewer')],
  ['leader', personWith('leader')],
  ['administrator', personWith('administrator')],
];
const shot = process.env.SHELL_SHOTS;

/** What of it does not fit, in pixels: 0 when nothing has to be scrolled to. */
const hidden = (part: Locator): Promise<number> =>
  part.evaluate((element) => Math.max(element.scrollHeight - element.clientHeight, element.scrollWidth - element.clientWidth));
/** Entries whose words do not fit into their own box. */
const cut = (entries: Locator): Promise<string[]> =>
  entries.evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.textContent ?? ''));

test('every screen of the day and every tab of the settings is seen at once, by whoever is signed in', async () => {
  test.setTimeout(120_000);
  const { page, close } = await launch({ seed: 'demo', clock: NOON });
  for (const [who, person] of PEOPLE) {
    await signInByKeyboard(page, person);
    await page.keyboard.press('Control+9');
    const navigation = page.getByRole('navigation', { name: '主导航' });
    const tabs = page.getByRole('tablist', { name: '设置' });
    await expect(tabs).toBeVisible();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      const where = `${who} at ${size.width}×${size.height}`;
      if (shot) await page.screenshot({ path: `${shot}/${who}-${size.width}.png` });
      expect.soft(await hidden(navigation), `navigation of ${where}`).toBe(0);
      expect.soft(await cut(navigation.locator('.nav-link')), `navigation of ${where}`).toEqual([]);
      expect.soft(await hidden(tabs), `settings of ${where}`).toBe(0);
      expect.soft(await cut(tabs.getByRole('tab')), `settings of ${where}`).toEqual([]);
    }
    await signOut(page);
  }
  await close();
});

const signOut = async (page: Page): Promise<void> => {
  await page.evaluate(() => window.reception.request('session.signOut', {}));
  await expect(page.getByRole('combobox', { name: '工作人员' })).toBeVisible();
};
