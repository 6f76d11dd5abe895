import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { contract, type RequestName } from '../../shared/contract';
import type { QueueRow } from '../../shared/domain/hall';
import { register, registrationOf } from '../faults/visits';
import { boundsOfHall, giveVoice, hallWindow, hallWindows, recordHall, setDisplays, spokenIn } from './hall-window';
import { signInByKeyboard } from './keyboard';
import { CHECKER, CLERK, launch } from './program';
import { beginTalk } from './talk';

/** Show 3 of the hall: the second window, photographed, and everything it was ever sent. */
const PICTURES = join(__dirname, '..', '..', 'test-results', 'hall-screen');
mkdirSync(PICTURES, { recursive: true });

const NAMES = ['欧阳震霆', '司徒望舒', '贺兰拓疆', '褚遂安', '尉迟恭俭', '钟离子期', '令狐冲和', '澹台明远'];
const MATTERS = NAMES.map((_, n) => `征地补偿款迟发第${n + 1}件`);
const REGISTRATIONS = NAMES.map((name, n) => {
  const one = registrationOf(61_000 + n);
  const person = { ...one.people[0], name, phone: `1370013${String(7000 + n)}` };
  return { ...one, people: [person] as typeof one.people, summary: MATTERS[n] ?? '', areaId: 'waiting' };
});

async function fill(page: Page): Promise<QueueRow[]> {
  for (const one of REGISTRATIONS) expect(await register(page, one, CHECKER.pin)).toHaveProperty('visitId');
  const rows = await queue(page);
  for (const row of rows) await act(page, row.id, { act: 'guide', areaId: 'waiting', guideId: '' });
  return rows.sort((a, b) => (a.queueNumber < b.queueNumber ? -1 : 1));
}
const queue = (page: Page): Promise<QueueRow[]> =>
  page.evaluate(
    () =>
      new Promise<QueueRow[]>((resolve) => {
        const stop = window.reception.subscribe('queue.list', {}, (result) => {
          queueMicrotask(() => stop());
          if (result.ok) resolve(result.value);
        });
      }),
  );
type Act = { act: 'guide'; areaId: string; guideId: string } | { act: 'call'; roomId: string } | { act: 'recall' | 'absent' };
async function act(page: Page, id: string, what: Act): Promise<void> {
  const from = (await queue(page)).find((row) => row.id === id)?.state ?? '';
  const result = await page.evaluate(
    ([visit, state, done]) => window.reception.request('visit.act', { id: visit, from: state, act: done }),
    [id, from, what] as const,
  );
  expect(result.ok, JSON.stringify(result)).toBe(true);
}
const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });

test('the hall reads number, masked name and room; no whole name, no document, no matter ever reaches its window', async () => {
  test.setTimeout(120_000);
  const { app, page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  const sent = await recordHall(app);
  const rows = await fill(page);
  const at = (n: number): QueueRow => rows[n] as QueueRow;
  await setDisplays(app, { width: 1920, height: 1080 });
  await page.keyboard.press('Control+Alt+D');
  const hall = await hallWindow(app);
  await expect(hall.getByText('请在等候区稍候')).toBeVisible();
  await settle(hall);
  await hall.screenshot({ path: join(PICTURES, 'nobody-called.png') });

  await act(page, at(0).id, { act: 'call', roomId: 'room-1' });
  await expect(hall.locator('.call-alone')).toContainText(at(0).queueNumber);
  await settle(hall);
  await hall.screenshot({ path: join(PICTURES, 'one-called.png') });
  await beginTalk(page, at(0).id, 'room-1');
  await act(page, at(1).id, { act: 'call', roomId: 'room-2' });
  await act(page, at(1).id, { act: 'absent' });
  await act(page, at(2).id, { act: 'call', roomId: 'room-3' });
  await act(page, at(3).id, { act: 'call', roomId: 'room-2' });
  await act(page, at(3).id, { act: 'recall' });

  const newest = hall.locator('.call-large');
  await expect(newest).toContainText(at(3).queueNumber);
  await expect(newest).toContainText('第二接访室');
  await expect(newest).toContainText('褚**');
  await expect(newest).toContainText('第 2 次叫号');
  await expect(hall.locator('.call-row').first()).toContainText(`${at(2).queueNumber}号`);
  await expect(hall.locator('.tile-next')).toContainText(at(4).queueNumber);
  await expect(hall.locator('.tile-missed')).toContainText(at(1).queueNumber);
  await expect(hall.locator('.tile-talking')).toContainText('第一接访室');
  await settle(hall);
  await hall.screenshot({ path: join(PICTURES, 'called-1920.png') });
  expect(await boundsOfHall(app)).toMatchObject({ width: 1920, height: 1080 });

  const seen = `${await hall.content()}\n${await hall.locator('body').innerText()}\n${await sent()}`;
  expect(await sent(), 'the record holds what was sent').toContain(at(3).queueNumber);
  for (const { people, summary } of REGISTRATIONS) {
    const [{ name = '', docNumber = '', phone = '' } = {}] = people;
    for (const secret of [name, name.slice(1), docNumber, docNumber.slice(-6), phone, phone.slice(-4), summary]) {
      expect(secret).not.toBe('');
      expect(seen, `“${secret}” in the hall`).not.toContain(secret);
    }
  }
  for (const row of rows) for (const secret of [row.id, row.number]) expect(seen).not.toContain(secret);

  await act(page, at(4).id, { act: 'call', roomId: 'room-2' });
  await act(page, at(5).id, { act: 'call', roomId: 'room-3' });
  await expect(hall.locator('.call-row')).toHaveCount(3);
  await settle(hall);
  await hall.screenshot({ path: join(PICTURES, 'many-called.png') });

  // The smaller of the usual displays.
  await setDisplays(app, { width: 1366, height: 768 });
  await expect.poll(() => boundsOfHall(app)).toMatchObject({ width: 1366, height: 768 });
  await expect.poll(() => hall.evaluate(() => window.innerWidth)).toBe(1366);
  await hall.screenshot({ path: join(PICTURES, 'called-1366.png') });
  await close();
});

test('its page may ask nothing but its own two queries', async () => {
  // A microphone that is there, so that a refusal is ours.
  const { app, page, close } = await launch({ seed: 'demo', args: ['--use-fake-device-for-media-stream'] });
  await signInByKeyboard(page, CLERK);
  await page.keyboard.press('Control+Alt+D');
  const hall = await hallWindow(app);
  const requests = Object.keys(contract).filter((name) => contract[name as RequestName].kind === 'request') as RequestName[];
  const lives = Object.keys(contract).filter((name) => !requests.includes(name as RequestName));
  const answers = await hall.evaluate(async (names) => {
    const codes: Record<string, string> = {};
    for (const name of names) {
      const result = await window.reception.request(name as 'session.staff', {});
      codes[name] = result.ok ? 'ok' : result.error.code;
    }
    return codes;
  }, requests);
  expect(answers).toEqual(Object.fromEntries(requests.map((name) => [name, 'forbidden'])));
  const heard = await hall.evaluate(
    (names) =>
      Promise.all(
        names.map(
          (name) =>
            new Promise<[string, string]>((resolve) => {
              window.reception.subscribe(name as 'hall.screen', {}, (result) => resolve([name, result.ok ? 'ok' : result.error.code]));
            }),
        ),
      ),
    lives.filter((name) => !contract[name as RequestName].input.safeParse({}).error),
  );
  expect(heard.filter(([, code]) => code === 'ok').map(([name]) => name)).toEqual(['hall.screen', 'hall.display']);
  expect(
    await hall.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'granted',
        (e: Error) => e.name,
      ),
    ),
  ).toBe('NotAllowedError');
  await hall.evaluate(() => {
    window.location.href = 'app://desk/index.html';
  });
  expect(hall.url()).toMatch(/^app:\/\/hall\//);
  expect(await hall.evaluate(() => window.open('app://desk/index.html'))).toBeNull();
  await close();
});

test('it comes back after a crash and after its display was unplugged, and never takes the focus from the desk', async () => {
  test.setTimeout(120_000);
  const first = await launch({ seed: 'demo' });
  const { app, page, profile } = first;
  await signInByKeyboard(page, CLERK);
  await setDisplays(app, { width: 1366, height: 768 });
  const name = page.getByRole('textbox', { name: '姓名', exact: true });
  await name.focus();
  await page.keyboard.press('Control+Alt+D');
  await hallWindow(app);
  await expect(page.getByText('大屏显示中')).toBeVisible();
  await page.keyboard.type('zhang');
  await expect(name).toHaveValue('zhang');
  const focused = (): Promise<string[]> =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().flatMap((w) => (w.isFocused() ? [new URL(w.webContents.getURL()).host] : [])),
    );
  expect(await focused()).toEqual(['desk']);

  await app.evaluate(({ webContents }) => {
    for (const contents of webContents.getAllWebContents())
      if (contents.getURL().startsWith('app://hall/')) contents.forcefullyCrashRenderer();
  });
  await expect.poll(() => hallWindows(app), { message: 'gone after the crash' }).toBe(0);
  await expect.poll(() => hallWindows(app), { message: 'back after the crash' }).toBe(1);
  await hallWindow(app);
  await page.keyboard.type('san');
  await expect(name).toHaveValue('zhangsan');
  expect(await focused()).toEqual(['desk']);

  const desk = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((w) => w.webContents.getURL().startsWith('app://desk/'))
      ?.getBounds(),
  );
  await setDisplays(app, null);
  await expect.poll(() => hallWindows(app), { message: 'closed with its display' }).toBe(0);
  await expect(page.getByText('大屏等待显示器')).toBeVisible();
  await setDisplays(app, { width: 1366, height: 768 });
  await expect.poll(() => hallWindows(app), { message: 'back with its display' }).toBe(1);
  await hallWindow(app);
  await page.keyboard.type('feng');
  await expect(name).toHaveValue('zhangsanfeng');
  expect(await focused()).toEqual(['desk']);
  expect(
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((w) => w.webContents.getURL().startsWith('app://desk/'))
        ?.getBounds(),
    ),
  ).toEqual(desk);
  await first.close();

  // Remembered: it comes up by itself, before anybody has signed in.
  const again = await launch({ profile });
  await setDisplays(again.app, { width: 1366, height: 768 });
  const hall = await hallWindow(again.app);
  await expect(hall.getByText('请在等候区稍候')).toBeVisible();
  await again.close();
});

test('on a desk with one display it is a window of its own; 试叫 shows a number that nobody has', async () => {
  const { app, page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  await page.keyboard.press('Control+Alt+D');
  const hall = await hallWindow(app);
  await expect(page.getByText('大屏窗口显示中')).toBeVisible();
  await page.keyboard.press('Control+9');
  await page.getByRole('tab', { name: '叫号大屏' }).click();
  await expect(page.getByText('大屏正在本屏幕的窗口中显示。')).toBeVisible();
  await page.getByRole('button', { name: '试叫' }).click();
  await expect(page.getByText('已在大屏试叫 A000 号。')).toBeVisible();
  await page.screenshot({ path: join(PICTURES, 'settings.png') });
  await expect(hall.locator('.call-large')).toContainText('A000');
  await expect(hall.locator('.call-large')).toContainText('试叫');

  // What it showed stands while the storage is away, and goes on afterwards.
  await app.evaluate(({ webContents }) => {
    for (const contents of webContents.getAllWebContents())
      if (contents.getURL().startsWith('app://storage/')) contents.forcefullyCrashRenderer();
  });
  await expect(hall.locator('.hall-main')).toBeVisible();
  expect(await register(page, REGISTRATIONS[0] as (typeof REGISTRATIONS)[0], CHECKER.pin)).toHaveProperty('visitId');
  const [row] = await queue(page);
  await act(page, row?.id ?? '', { act: 'call', roomId: 'room-1' });
  await expect(hall.locator('.hall-calls')).toContainText(row?.queueNumber ?? '');

  await page.keyboard.press('Control+Alt+D');
  await expect.poll(() => hallWindows(app)).toBe(0);
  await close();
});

test('calls are spoken by number and room, twice each, one after the other, a recall again', async () => {
  test.setTimeout(120_000);
  const { app, page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  const rows = await fill(page);
  await page.keyboard.press('Control+Alt+D');
  const hall = await hallWindow(app);
  await giveVoice(hall);
  const [first, second] = rows as [QueueRow, QueueRow];
  await act(page, first.id, { act: 'call', roomId: 'room-1' });
  await act(page, second.id, { act: 'call', roomId: 'room-2' });
  const twice = (text: string): string[] => [text, text];
  const both = [...twice('请 A 零 零 一 号，到第一接访室'), ...twice('请 A 零 零 二 号，到第二接访室')];
  await expect.poll(() => spokenIn(hall), { timeout: 30_000 }).toEqual(both);
  await act(page, first.id, { act: 'recall' });
  await expect.poll(() => spokenIn(hall), { timeout: 30_000 }).toEqual([...both, ...twice('请 A 零 零 一 号，到第一接访室')]);
  await close();
});
