import { expect, test } from '@playwright/test';
import { registerOnce } from '../faults/visits';
import { signInByKeyboard } from './keyboard';
import { CHECKER, CLERK, launch } from './program';
import { beginTalk } from './talk';

test('other programs find the talk by the names that the README promises', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  const visit = await registerOnce(page, 41_301, CHECKER.pin);
  if (!('visitId' in visit)) throw new Error(visit.refused);
  await expect(page.getByRole('link', { name: '督办', exact: true })).toBeVisible();
  await page.getByRole('link', { name: '接谈', exact: true }).click();
  await expect(page.getByRole('button', { name: '叫号', exact: true })).toBeVisible();

  await beginTalk(page, visit.visitId, 'room-1');
  const room = page.getByRole('listbox', { name: '接访室', exact: true }).getByRole('option').filter({ hasText: 'A001' });
  await room.click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: '记录', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '开始录音', exact: true })).toBeVisible();
  await expect(page.getByRole('combobox', { name: '处理结果', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '结束接谈', exact: true })).toBeVisible();
  await close();
});
