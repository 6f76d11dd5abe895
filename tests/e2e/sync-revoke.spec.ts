import { expect, type Page, test } from '@playwright/test';
import { firstOf } from '../faults/incidents';
import { signInByBridge } from '../faults/visits';
import { ask, hallOfDesks } from './desks';
import { registerByVisit } from './incidents';
import { signInByKeyboard, tick } from './keyboard';
import { CLERK } from './program';
import { ADMIN, openSyncSettings, panel, press, take } from './sync-screens';

/** A stolen desk is shut out, by an administrator at another one. */
test.describe.configure({ timeout: 240_000 });

const numbers = async (page: Page): Promise<string[]> => (await firstOf(page, 'visit.today', {})).map(({ number }) => number);

test('停用 takes a reason and a tick; what the desk writes afterwards is refused, and both sides say so', async () => {
  const { programs, close } = await hallOfDesks(2);
  const [a, b] = programs.map(({ page }) => page) as [Page, Page];
  try {
    await ask(a, 'session.signOut', {});
    await signInByKeyboard(a, ADMIN);
    await openSyncSettings(a);
    const row = a.getByRole('row').filter({ hasText: '2号登记台' });
    await expect(row.getByRole('button', { name: '邀请登记台' }), 'its number is used').toBeHidden();
    await press(a, row.getByRole('button', { name: '停用' }));
    const dialog = a.getByRole('dialog', { name: '停用 2号登记台' });
    await expect(dialog.getByRole('textbox', { name: '停用的原因' })).toBeFocused();
    await take(a, 'revoke');
    await a.keyboard.type('电脑被盗');
    await a.keyboard.press('Enter');
    await expect(dialog.getByText('请先核对，再勾选')).toBeVisible();
    await tick(a, dialog.getByRole('checkbox'));
    await a.keyboard.press('Enter');
    await expect(a.getByText('已停用 2号登记台，其他登记台联网后随即生效。')).toBeVisible();
    await expect(row).toContainText('已停用');
    await expect(row.getByRole('button')).toHaveCount(0);
    await take(a, 'revoked');

    await b.keyboard.press('Control+T');
    await expect(panel(b)).toContainText('已被停用', { timeout: 30_000 });
    await take(b, 'revoked-desk');
    await b.keyboard.press('Escape');
    await registerByVisit(b, 1);
    const [written] = await numbers(b);
    await expect.poll(async () => (await firstOf(a, 'sync.view', {})).quarantined, { timeout: 30_000 }).toBeGreaterThan(0);
    await a.keyboard.press('Control+T');
    await expect(panel(a)).toContainText('来自已停用的登记台');
    await take(a, 'quarantine');
    await ask(a, 'session.signOut', {});
    await signInByBridge(a, CLERK);
    expect(await numbers(a), 'what it wrote is nowhere else').not.toContain(written);
  } finally {
    await close();
  }
});
