import { expect, test } from '@playwright/test';
import { residentNumber } from '../faults/visits';
import { removeQueue, setUpCups } from '../printing/cups-queue';
import { attackServer } from './attack-server';
import { hallWindow } from './hall-window';
import { registerByKeyboard, signInByKeyboard } from './keyboard';
import { choosePrinter, newestState } from './print-jobs';
import { CHECKER_PIN, CLERK, launch } from './program';

const QUEUE = 'RECEPTION_WORDS';
test.beforeAll(() => setUpCups(QUEUE));
test.afterAll(() => removeQueue(QUEUE));

test('what a visitor says is words everywhere: on the screen, in the hall and on paper it loads and runs nothing', async () => {
  const server = await attackServer();
  const { app, page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  await choosePrinter(page, QUEUE);
  await page.keyboard.press('Control+Alt+D');
  const hall = await hallWindow(app);
  const url = `http://${server.host}`;
  const summary = `<img src="${url}/i" onerror="window.ran=1"><script src="${url}/s"></script><style>@import "${url}/c"</style>`;
  const visitor = { docNumber: residentNumber(12_099), name: '试标记', phone: '13900012099', summary, field: '交通运输' };
  const number = await registerByKeyboard(page, visitor, CHECKER_PIN);
  await expect.poll(() => newestState(page), { timeout: 30_000 }).toBe('printed');
  await page.keyboard.press('F2');
  await page.keyboard.type(visitor.name);
  await expect(page.getByRole('listbox', { name: '查找结果' }).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  const visit = page.getByRole('dialog', { name: `来访 ${number}` });
  await expect(visit.getByText(summary.slice(0, 60)).first(), 'shown as it was said').toBeVisible();
  for (const own of [page, hall]) {
    expect(await own.evaluate(() => 'ran' in window)).toBe(false);
    expect(await own.evaluate((at) => document.querySelectorAll(`[src^="${at}"]`).length, url)).toBe(0);
  }
  expect(server.seen).toEqual([]);
  await close();
  server.close();
});
