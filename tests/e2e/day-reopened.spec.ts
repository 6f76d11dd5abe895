import { expect, test } from '@playwright/test';
import { register, registrationOf, signInByBridge } from '../faults/visits';
import { returnCards } from './day';
import { ask } from './desks';
import { box, signInByKeyboard } from './keyboard';
import { CHECKER, CLERK, launch, personWith } from './program';

const shots = process.env.GAPS_SHOTS;

test('a day that nobody opened says so and keeps nobody out; who comes after its end opens it again, until it is ended once more', async () => {
  test.setTimeout(120_000);
  const { page, close } = await launch({ seed: 'demo' });
  const shot = async (name: string): Promise<void> => {
    if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
  };
  const come = async (n: number): Promise<void> => {
    const saved = await register(page, { ...registrationOf(n), areaId: 'waiting' }, CHECKER.pin);
    if ('refused' in saved) throw new Error(saved.refused);
    await returnCards(page, [saved.visitId]);
  };
  await signInByKeyboard(page, CLERK);
  const line = page.locator('.day-line');
  await expect(line).toHaveText(/今天还没有开场，登记照常/);
  await come(73_000);
  await shot('day-not-opened');
  await ask(page, 'session.signOut', {});
  await signInByBridge(page, personWith('coordinator'));
  await ask(page, 'facility.open', { reason: '设施由物业当面检查' });
  await ask(page, 'session.signOut', {});
  await signInByKeyboard(page, CLERK);
  await expect(line).toHaveCount(0);

  // In the morning the day is ended, with everything left open for one reason.
  await page.keyboard.press('Control+7');
  const bar = page.getByRole('region', { name: '完成日终' });
  await page.keyboard.press('Alt+E');
  const dialog = page.getByRole('dialog', { name: '完成日终' });
  await box(page, '统一原因').fill('上午停电，提前收尾');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(bar).toContainText(/日终 \d\d:\d\d/);

  await come(73_101);
  await page.keyboard.press('Control+1');
  await expect(line).toHaveText(/\d\d:\d\d 日终后又登记 1 批，须再办日终/);
  await shot('day-reopened');
  await page.keyboard.press('Control+7');
  await expect(bar).toContainText('日终后又登记 1 批，须再办日终');
  await shot('day-reopened-end');
  await page.keyboard.press('Alt+D');
  await page.getByRole('dialog', { name: '日报' }).getByRole('button', { name: '生成并打印' }).click();
  await expect(page.getByText(/日报已生成/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+E');
  await expect(dialog).toContainText('日终后又登记 1 批');
  await box(page, '统一原因').fill('备份设备送修');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Control+1');
  await expect(line).toHaveCount(0);
  await close();
});
