import { expect, type Page, test } from '@playwright/test';
import { register, registrationOf } from '../faults/visits';
import { signInByKeyboard } from './keyboard';
import { CHECKER, CLERK, launch } from './program';

/** Noon, so that this morning's paper cards can be typed in. */
const CLOCK = '2026-11-24T12:00:00+08:00';
const rows = (page: Page) => page.getByRole('listbox', { name: '查找结果' }).getByRole('option');

async function look(page: Page, words: string): Promise<void> {
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(words);
  // The list says which words it answers.
  await expect(page.locator(`[data-answers="${words}"]`)).toBeVisible();
}

test('words in any order: day, field, state, kind and name; what was understood is said', async () => {
  const { page, close } = await launch({ seed: 'demo', clock: CLOCK });
  await signInByKeyboard(page, CLERK);
  const [one, two, three] = [registrationOf(81_000), registrationOf(81_001), registrationOf(81_002)];
  await register(page, one, CHECKER.pin);
  await register(page, { ...two, paper: { cardNo: 1, date: '2026-11-20', arrived: '9:00', left: '10:00' } }, CHECKER.pin);
  await register(page, { ...three, paper: { cardNo: 2, date: '2026-11-20', arrived: '9:30', left: '10:30' } }, CHECKER.pin);

  await look(page, '11-20');
  await expect(rows(page)).toHaveText([/A9002|-9002/, /A9001|-9001/]);
  await expect(page.getByText('日期 2026-11-20')).toBeVisible();
  await look(page, `已交还 ${two.people[0]?.name} 上周`);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('-9001');
  await expect(page.getByText('状态 已交还')).toBeVisible();
  await look(page, '补录 本月');
  await expect(rows(page)).toHaveCount(2);
  await look(page, '未交还');
  await expect(rows(page)).toHaveCount(1);
  await page.screenshot({ path: 'test-results/search.png' });

  await look(page, '2月30日');
  await expect(page.getByText('没有这一天 2月30日')).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
  await look(page, '集体访 今天');
  await expect(page.getByText('没有找到')).toBeVisible();

  await look(page, '11-20');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /20261120-01-9001/ })).toBeVisible();
  await close();
});

test('Enter and Ctrl+P open what was typed, however quickly, and not what the list still shows', async () => {
  const { page, close } = await launch({ seed: 'demo', clock: CLOCK });
  await signInByKeyboard(page, CLERK);
  const [one, two] = [registrationOf(81_010), registrationOf(81_011)];
  for (const visit of [one, two]) await register(page, visit, CHECKER.pin);
  for (const visit of [one, two, one]) {
    await page.keyboard.press('F2');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(visit.people[0]?.docNumber ?? '');
    await page.keyboard.press('Control+P');
    await expect(page.getByRole('dialog', { name: visit.people[0]?.name })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await close();
});
