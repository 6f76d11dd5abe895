import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { LiveName, RequestName } from '../../shared/contract';
import { contract } from '../../shared/contract';
import type { Result } from '../../shared/result';
import { CLERK, launch, personWith, signIn } from './program';

/** As a broken or taken-over page would: any name, any value. */
const ask = (page: Page, name: string, input: unknown): Promise<Result<unknown>> =>
  page.evaluate(([n, i]) => window.reception.request(n as RequestName, i as never) as Promise<Result<unknown>>, [name, input] as const);
const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);
const AUDITOR = personWith('auditor');

test('before sign-in a page gets nothing but the first steps', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
  for (const [name, spec] of Object.entries(contract)) {
    if (spec.kind === 'request' && spec.access !== 'anyone') expect(codeOf(await ask(page, name, {})), name).toBe('signed-out');
  }
  expect(codeOf(await ask(page, 'setup.recoveryPhrase', {}))).toBe('forbidden');
  expect(codeOf(await ask(page, 'internal.staffSecret', { staffId: 'x' }))).toBe('unknown-request');
  await close();
});

test('a role beyond its rights, a malformed and an unknown request are refused, counted and audited', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signIn(page, CLERK.name, CLERK.pin);
  expect(codeOf(await ask(page, 'audit.list', {}))).toBe('forbidden');
  expect(codeOf(await ask(page, 'staff.save', { name: '乙', roles: ['administrator'], pin: '9999' }))).toBe('forbidden');
  expect(codeOf(await ask(page, 'visit.get', { id: '../../etc/passwd' }))).toBe('malformed');
  expect(codeOf(await ask(page, 'visit.get', null))).toBe('malformed');
  expect(codeOf(await ask(page, '__proto__', {}))).toBe('unknown-request');
  await page.evaluate(async () => {
    for (let i = 0; i < 10_000; i++) await window.reception.request('careNote.detail', { id: crypto.randomUUID() });
  });
  await page.evaluate(() => window.reception.request('session.signOut', {}));
  await signIn(page, AUDITOR.name, AUDITOR.pin);
  await expect
    .poll(async () => {
      const trail = await page.evaluate(() => window.reception.request('audit.list', { limit: 500 }));
      return trail.ok ? trail.value.filter((e) => e.target.includes('careNote.detail')).map((e) => e.count) : [];
    })
    .toEqual([10_000]);
  await close();
});

test('a window that is not our screen is a forged sender, whatever it claims', async () => {
  const { app, page, close } = await launch({ seed: 'demo' });
  await signIn(page, CLERK.name, CLERK.pin);
  const preload = join(__dirname, '..', '..', 'dist', 'electron', 'preload.cjs');
  const answer = await app.evaluate(async ({ BrowserWindow }, path) => {
    const forged = new BrowserWindow({ show: false, webPreferences: { preload: path, sandbox: true, contextIsolation: true } });
    await forged.loadURL('data:text/html,<title>forged</title>');
    const result: unknown = await forged.webContents.executeJavaScript("window.reception.request('search.find', { text: '李' })");
    forged.destroy();
    return result as { ok: boolean; error?: { code: string } };
  }, preload);
  expect(answer).toMatchObject({ ok: false, error: { code: 'forged-sender' } });
  await close();
});

test('no page navigates away, opens a window, downloads or reaches a network', async () => {
  const { app, page, close } = await launch({ seed: 'demo' });
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
  await page.evaluate(() => {
    window.open('https://example.com/');
    location.href = 'https://example.com/';
  });
  expect(
    await page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => 'reached',
        () => 'refused',
      ),
    ),
  ).toBe('refused');
  expect(page.url()).toContain('app://desk/');
  expect(app.windows().filter((w) => w.url().includes('example.com'))).toEqual([]);
  expect(await page.evaluate(() => typeof (globalThis as { require?: unknown }).require)).toBe('undefined');
  expect(await page.evaluate(() => indexedDB.databases().then((list) => list.length))).toBe(0);
  await close();
});

test('live queries of another role are refused and start when the right person signs in', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signIn(page, CLERK.name, CLERK.pin);
  const first = await page.evaluate(
    (name) =>
      new Promise<Result<unknown>>((resolve) =>
        window.reception.subscribe(name as LiveName, {} as never, (r) => resolve(r as Result<unknown>)),
      ),
    'staff.list',
  );
  expect(codeOf(first)).toBe('forbidden');
  await close();
});
