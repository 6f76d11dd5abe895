import { expect, type Locator, type Page, test } from '@playwright/test';
import { firstOf } from '../faults/incidents';
import { hallOfDesks, reopen } from './desks';
import { box, tabTo } from './keyboard';
import { light, panel, take } from './sync-screens';

/** An alarm where people are: heard at the other desk while somebody types, and what is said where nobody can hear it. */
test.describe.configure({ timeout: 240_000 });

const elsewhere = (page: Page): Locator => page.getByRole('alert').filter({ hasText: '1号登记台 报警' });
/** Every tone that the page has asked its sound device for. */
const tones = (page: Page): Promise<number> => page.evaluate(() => Number(Reflect.get(window, 'tones') ?? 0));
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
      Reflect.set(window, 'tones', Number(Reflect.get(window, 'tones') ?? 0) + 1);
      return start.call(this, when);
    };
  });

test('desk 1 raises, desk 2 hears and sees it while a registration is being typed, and F11 says so at desk 1', async () => {
  const { programs, close } = await hallOfDesks(2);
  const [first, second] = programs;
  if (!first || !second) throw new Error('two desks');
  const [a, b] = [first.page, second.page];
  try {
    await listen(b);
    await tabTo(b, box(b, '姓名'));
    await b.keyboard.type('正在登记');
    await a.keyboard.press('F9');
    await expect(a.getByRole('dialog', { name: '突发报警' }).getByText('警报已保存')).toBeVisible();
    await a.keyboard.press('7');

    await expect(elsewhere(b)).toBeVisible();
    await expect(box(b, '姓名'), 'the caret stays where somebody types').toBeFocused();
    await b.keyboard.type('的人');
    await expect(box(b, '姓名')).toHaveValue('正在登记的人');
    await expect.poll(() => tones(b), { message: 'it sounds' }).toBeGreaterThan(0);
    await take(b, 'alarm-at-2');
    await expect(a.getByRole('listitem').filter({ hasText: '2号登记台 还没有应答' })).toBeVisible();
    await take(a, 'alarm-at-1-waiting');

    await b.keyboard.press('F11');
    await expect(elsewhere(b)).toBeHidden();
    await expect(b.getByRole('log', { name: '时间线' })).toContainText('2号登记台 收到警报');
    await take(b, 'alarm-taken-at-2');
    await expect(a.getByRole('listitem').filter({ hasText: /2号登记台 收到 \d\d:\d\d:\d\d/ })).toBeVisible();
    await take(a, 'alarm-heard-at-1');
    await b.keyboard.press('Control+1');
    await expect(box(b, '姓名'), 'what was typed is still there').toHaveValue('正在登记的人');

    // Started anew, desk 2 knows that somebody here has taken note of it.
    const { profile } = second;
    await second.close();
    const again = await reopen(profile);
    programs[1] = again;
    await expect.poll(async () => (await firstOf(again.page, 'alarm.running', {})).map(({ heard }) => heard)).toEqual([['02']]);
    await expect(again.page.getByRole('region', { name: '进行中的突发' })).toBeVisible();
    await expect(elsewhere(again.page)).toBeHidden();
  } finally {
    await close();
  }
});

test('with the hub away the light says how much waits, and an alarm says who has to be telephoned', async () => {
  const { hub, programs, close } = await hallOfDesks(2);
  const page = programs[0]?.page;
  if (!page) throw new Error('a desk');
  try {
    await hub.stop();
    await expect(light(page)).toHaveText(/^离线/, { timeout: 30_000 });
    await page.keyboard.press('F9');
    const alarm = page.getByRole('dialog', { name: '突发报警' });
    await expect(alarm.getByText('其他登记台收不到，请电话通知：2号登记台。')).toBeVisible();
    await take(page, 'alarm-offline');
    await page.keyboard.press('3');
    await expect(page.getByRole('log', { name: '时间线' })).toBeVisible();
    await expect(page.getByText('其他登记台收不到，请电话通知：2号登记台。')).toBeVisible();
    await expect(light(page)).toHaveText(/^离线.*起 · 待发 \d+/);
    await page.keyboard.press('Control+T');
    await expect(panel(page)).toContainText('现在连不上中心');
    await expect(panel(page)).toContainText(/\d+ 条改动，最早的是/);
    await take(page, 'panel-offline');
  } finally {
    await close();
  }
});
