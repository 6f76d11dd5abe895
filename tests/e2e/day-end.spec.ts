import { expect, test } from '@playwright/test';
import { register, registrationOf } from '../faults/visits';
import { openList, standOn } from './hall';
import { signInByKeyboard } from './keyboard';
import { CHECKER, CLERK, launch } from './program';

test('at the day’s end one key settles a card, Ctrl+Z brings it back, and only what is held is asked about', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  const ids: string[] = [];
  for (let n = 0; n < 3; n++) {
    const saved = await register(page, { ...registrationOf(71_000 + n * 7), areaId: 'waiting' }, CHECKER.pin);
    if ('refused' in saved) throw new Error(saved.refused);
    ids.push(saved.visitId);
  }
  const [, , third = ''] = ids;
  const held = await page.evaluate(
    (visitId) => window.reception.request('item.deposit', { visitId, name: '雨伞', count: 1, feature: '蓝色长柄', consent: true }),
    third,
  );
  expect(held.ok).toBe(true);
  await page.keyboard.press('Control+7');
  const status = page.getByRole('status');
  const rows = openList(page).getByRole('option');
  await standOn(page, openList(page), 'A001');
  const chosen = page.getByRole('region', { name: '当前来访人' });
  await expect(chosen.getByRole('button', { name: '交还' })).toBeVisible();
  await expect(chosen.getByRole('button', { name: /引导|叫号|转移|点名|人数|分开|开始接谈/ })).toHaveCount(0);
  for (const key of ['g', 'c', 'i', 't', 'n', 's']) await page.keyboard.press(key, { delay: 80 });
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('Enter');
  await expect(status.filter({ hasText: 'A001 的卡已收回' })).toBeVisible();
  await expect(rows).toHaveCount(2);
  await page.keyboard.press('Control+Z');
  await expect(rows).toHaveCount(3);
  await standOn(page, openList(page), 'A001');
  await page.keyboard.press('l');
  await expect(status.filter({ hasText: 'A001 的卡登记为遗失' })).toBeVisible();
  await expect(page.getByRole('listbox', { name: '遗失的卡（30 天内）' })).toContainText('A001');
  await page.keyboard.press('Control+Z');
  await expect(rows).toHaveCount(3);

  await standOn(page, openList(page), 'A003');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('雨伞')).toBeVisible();
  await expect(dialog.getByRole('button', { name: '收卡，离开', exact: true })).toBeDisabled();
  await page.keyboard.press('Escape');
  const given = await page.evaluate(async (visitId) => {
    const of = await window.reception.request('item.ofVisit', { visitId });
    const id = of.ok ? (of.value.items[0]?.id ?? '') : '';
    return window.reception.request('item.settle', { id, how: 'returned', takenBy: '试登记' });
  }, third);
  expect(given.ok).toBe(true);
  for (const number of ['A001', 'A002', 'A003']) {
    await standOn(page, openList(page), number);
    await page.keyboard.press('Enter');
    await expect(status.filter({ hasText: `${number} 的卡已收回` })).toBeVisible();
  }
  await expect(page.getByText('今天的卡都已收回，没有人留在大厅。')).toBeVisible();
  // The list is gone with its last card, and the key still knows which it was.
  await page.keyboard.press('Control+Z');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('A003');
  await close();
});
