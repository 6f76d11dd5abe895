import { expect, test } from '@playwright/test';
import { newHub } from './desks';
import { list, signInByKeyboard } from './keyboard';
import { CLERK, launch } from './program';
import { ADMIN, connectHub, invite, joinHall, light, openSyncSettings, panel, take } from './sync-screens';

/** A hall gets its hub and its second desk: files, codes and keys, as two people do it. */
test.describe.configure({ timeout: 240_000 });

test('the hub at the first desk, an invitation, and a new PC that waits for the hub and then is the second desk', async () => {
  const hub = await newHub();
  const first = await launch({ seed: 'demo' });
  const second = await launch({});
  try {
    const { page } = first;
    await signInByKeyboard(page, ADMIN);
    await expect(light(page)).toHaveText(/^单机/);
    await openSyncSettings(page);
    await take(page, 'settings-alone');
    await expect(page.getByText('有中心的，请先设置中心再邀请')).toBeVisible();
    await expect(page.getByRole('button', { name: '停用' }), 'nobody was invited yet').toBeHidden();
    await connectHub(first, hub);
    await expect(light(page)).toHaveText(/^联网/, { timeout: 30_000 });
    await expect(page.getByText('已连上中心。')).toBeVisible();
    await take(page, 'settings-hub');
    const invitation = await invite(first, '2号登记台');

    await hub.stop();
    await joinHall(second, invitation);
    await expect(second.page.getByRole('heading', { name: '正在加入大厅' })).toBeVisible({ timeout: 30_000 });
    await expect(second.page.getByText(/还没有连上中心/)).toBeVisible();
    await take(second.page, 'waiting-offline');
    await hub.restart();
    await expect(list(second.page, '工作人员')).toBeFocused({ timeout: 60_000 });
    await expect(light(second.page)).toHaveText(/^联网/);
    await take(second.page, 'joined-sign-in');
    await signInByKeyboard(second.page, CLERK);
    await expect(second.page.getByText('示范县信访局 · 2号登记台')).toBeVisible();

    for (const [at, other] of [
      [page, '2号登记台'],
      [second.page, '1号登记台'],
    ] as const) {
      await at.keyboard.press('Control+T');
      const row = panel(at).getByRole('row').filter({ hasText: other });
      await expect(row.getByText('在线', { exact: true })).toBeVisible({ timeout: 30_000 });
      await take(at, `panel-${other.slice(0, 1)}`);
      await at.keyboard.press('Escape');
      await expect(panel(at)).toBeHidden();
    }
    await take(second.page, 'desk-2');
  } finally {
    for (const program of [first, second]) await program.close();
    await hub.stop();
  }
});
