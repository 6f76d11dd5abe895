import { expect, type Page, test } from '@playwright/test';
import { hallOfDesks, online, settled } from './desks';
import { queueList, standOn } from './hall';
import { registerByVisit } from './incidents';
import { list, pick } from './keyboard';
import { light, take } from './sync-screens';

/** The same visitor called at two desks that do not hear each other. */
test.describe.configure({ timeout: 240_000 });

async function call(page: Page, number: string, room: string): Promise<void> {
  await page.keyboard.press('Control+2');
  await standOn(page, queueList(page), number);
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog', { name: `叫号 ${number}` })).toBeVisible();
  await pick(page, list(page, '接访室'), room);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: number })).toBeVisible();
}

test('once they hear each other again, one call stands at both, and the desk whose call does not says so', async () => {
  const { hub, programs, close } = await hallOfDesks(2);
  const [a, b] = programs.map(({ page }) => page) as [Page, Page];
  try {
    await registerByVisit(a, 1);
    await b.keyboard.press('Control+2');
    await expect(queueList(b).getByRole('option').filter({ hasText: 'A001' })).toBeVisible({ timeout: 20_000 });
    await hub.stop();
    for (const page of [a, b]) await expect(light(page)).toHaveText(/^离线/, { timeout: 30_000 });
    await call(a, 'A001', '第一接访室');
    await call(b, 'A001', '第二接访室');
    await hub.restart();
    for (const page of [a, b]) await online(page);
    await settled([a, b]);

    const lost = a.getByRole('alert').or(a.getByRole('status')).filter({ hasText: '这一次不算' });
    await expect(lost).toContainText('A001 已由2号登记台改叫到第二接访室，这里叫到第一接访室的这一次不算。');
    await take(a, 'lost-call');
    for (const page of [a, b]) await expect(queueList(page).getByRole('option').filter({ hasText: 'A001' })).toContainText('第二接访室');
    await expect(b.getByText('这一次不算')).toBeHidden();
  } finally {
    await close();
  }
});
