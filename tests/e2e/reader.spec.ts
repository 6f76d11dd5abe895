import { expect, type Page, test } from '@playwright/test';
import { DESK_WAIT_MS } from '../../shared/domain/reader';
import { type Act, CARD, NO_CARD, type Script, SimulatedReader } from '../readers/simulated-reader';
import { box, list, pick, registerByKeyboard, scan, signInByKeyboard, tabTo, typeInto } from './keyboard';
import { CHECKER_PIN, CLERK, launch } from './program';

const NUMBER = CARD.certNumber;

async function useService(page: Page, port: number): Promise<void> {
  const set = await page.evaluate((p) => window.reception.request('settings.reader', { kind: 'http', port: p }), port);
  expect(set).toMatchObject({ ok: true });
  await expect(page.getByRole('button', { name: /读身份证/ })).toBeVisible();
}
const status = (page: Page) => page.getByRole('status').filter({ hasText: '正在读卡' });

/** F3, then at once what a clerk types while the reader is busy: the desk takes it. @returns from the key to the sentence, ms */
async function readWhileTyping(page: Page, phone: string): Promise<number> {
  const { said } = await pressAndWatch(page);
  await expect(status(page)).toBeVisible();
  await typeInto(page, box(page, '手机'), phone);
  await expect(status(page), 'typed while it was read').toBeVisible();
  await expect(box(page, '手机')).toHaveValue(phone);
  return said;
}

/** Presses F3. @returns how long the page said that a card is being read, by its own clock, ms */
async function pressAndWatch(page: Page): Promise<{ said: Promise<number> }> {
  const watch = await page.evaluateHandle(() => {
    const begun = performance.now();
    let began = false;
    const over = new Promise<number>((resolve) => {
      const look = new MutationObserver(() => {
        const reading = document.querySelector('.reader-line[role=status]') !== null;
        began ||= reading;
        if (!began || reading) return;
        look.disconnect();
        resolve(Math.round(performance.now() - begun));
      });
      look.observe(document.body, { childList: true, subtree: true });
    });
    return { over };
  });
  await page.keyboard.press('F3');
  return { said: watch.evaluate(({ over }) => over) };
}

test('a good card fills the fields, and the visit is registered from it; what was typed stays and the difference is said', async () => {
  const reader = await SimulatedReader.start({ read: [NO_CARD, CARD] });
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  await useService(page, reader.port);
  await page.keyboard.press('F3');
  await expect(box(page, '证件号码')).toHaveValue(NUMBER);
  await expect(box(page, '姓名')).toHaveValue('李秀兰');
  await registerByKeyboard(page, { docNumber: '', name: '', phone: '13900013002', summary: '反映道路积水' }, CHECKER_PIN);
  expect(reader.asked.filter((path) => /finger|photo/i.test(path))).toEqual([]);

  await page.keyboard.press('Escape');
  await typeInto(page, box(page, '姓名'), '李秀蓝');
  await page.keyboard.press('F3');
  await expect(page.getByText('姓名 已填「李秀蓝」 读到「李秀兰」')).toBeVisible();
  await expect(box(page, '姓名')).toHaveValue('李秀蓝');
  await page.keyboard.press('Alt+Y');
  await expect(box(page, '姓名')).toHaveValue('李秀兰');
  await close();
  await reader.stop();
});

test('slow, dead, garbage, a wrong check digit: each is said within three seconds, and typing goes on meanwhile', async () => {
  test.setTimeout(120_000);
  const reader = await SimulatedReader.start();
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  await useService(page, reader.port);
  const cases: { name: string; script: Script; says: RegExp }[] = [
    { name: 'slow', script: { read: ['never'] }, says: /3 秒内没有回答/ },
    { name: 'slow in the middle of its answer', script: { read: ['drips'] }, says: /3 秒内没有回答/ },
    { name: 'no card on it', script: { read: [NO_CARD] }, says: /3 秒内没有读到证件/ },
  ];
  const took: string[] = [];
  let phone = 13_900_013_000;
  for (const { name, script, says } of cases) {
    reader.play(script);
    const ms = await readWhileTyping(page, String(++phone));
    took.push(`${name} ${ms} ms`);
    expect(ms).toBeLessThanOrEqual(DESK_WAIT_MS);
    await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible();
    await expect(box(page, '证件号码')).toHaveValue('');
  }
  const garbage: Act[] = [Buffer.from('<html>404</html>'), Buffer.from([0xff, 0xfe, 0, 1, 2, 3]), 'endless', 'redirects'];
  for (const act of garbage) {
    reader.play({ read: [act] });
    const { said } = await pressAndWatch(page);
    expect(await said).toBeLessThanOrEqual(DESK_WAIT_MS);
    await expect(page.getByRole('alert').filter({ hasText: /无法识别|没有回答/ })).toBeVisible();
    await expect(box(page, '证件号码')).toHaveValue('');
  }
  await useService(page, await SimulatedReader.deadPort());
  await page.keyboard.press('F3');
  await expect(page.getByRole('alert').filter({ hasText: /没有读卡服务/ })).toBeVisible();

  await useService(page, reader.port);
  reader.play({ read: [{ ...CARD, certNumber: '110105194912310021' }] });
  await page.keyboard.press('F3');
  await expect(page.getByRole('alert').filter({ hasText: '读到的号码请与证面核对' })).toBeVisible();
  await expect(box(page, '证件号码')).toHaveValue('110105194912310021');
  console.log(took.join(', '));
  await close();
  await reader.stop();
});

test('the wedge and the scanner: a whole number from any field, half a code is said and nothing filled', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  const summary = box(page, '来访事由');
  await typeInto(page, summary, '反映邻里纠纷');
  await scan(page, NUMBER.slice(0, 15));
  await expect(page.getByRole('alert').filter({ hasText: '扫描不完整' })).toBeVisible();
  await expect(summary, 'the half code is not left in the text').toHaveValue('反映邻里纠纷');
  await expect(box(page, '证件号码')).toHaveValue('');
  await scan(page, NUMBER);
  await expect(box(page, '证件号码')).toHaveValue(NUMBER);
  await expect(summary).toHaveValue('反映邻里纠纷');
  await expect(page.getByRole('alert').filter({ hasText: '扫描不完整' })).toBeHidden();

  await page.keyboard.press('Control+2');
  await expect(page.getByRole('heading', { name: /等候/ }).first()).toBeVisible();
  const half = page.getByRole('dialog', { name: '收卡' }).getByText('扫描不完整');
  for (const part of ['20261120-01-0', 'XF1|110101|0190']) {
    await scan(page, part);
    await expect(half).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(half).toBeHidden();
  }
  await close();
});

test('「读卡器」: the way of reading is chosen and tried by keyboard', async () => {
  const reader = await SimulatedReader.start();
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  await page.keyboard.press('Control+9');
  const tab = page.getByRole('tab', { name: '读卡器', exact: true });
  await expect(page.getByRole('tablist', { name: '设置' })).toBeVisible();
  await tabTo(page, page.getByRole('tab', { selected: true }));
  while ((await tab.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
  await pick(page, list(page, '读证件的方式'), '读卡服务');
  await typeInto(page, box(page, '端口'), '80');
  await page.keyboard.press('Control+S');
  await expect(page.getByText('端口应为 1024–65535 的整数')).toBeVisible();
  await typeInto(page, box(page, '端口'), String(reader.port));
  await tabTo(page, page.getByRole('button', { name: '试读', exact: true }));
  await page.keyboard.press('Enter');
  const said = page.getByText(/读到居民身份证 李\*/);
  await expect(said).toBeVisible();
  await expect(said).not.toContainText(NUMBER);
  await page.keyboard.press('Control+S');
  await expect(page.getByText('已保存。')).toBeVisible();
  await close();
  await reader.stop();
});
