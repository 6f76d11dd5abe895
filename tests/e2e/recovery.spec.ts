import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { registerOnce, stillThere } from '../faults/visits';
import { CHECKER_PIN, CLERK, launch, signIn, temporaryProfile } from './program';

test('the storage host killed comes back within a second, and the screen goes on', async () => {
  const { app, page, close } = await launch({ seed: 'demo' });
  await signIn(page, CLERK.name, CLERK.pin);
  const before = await registerOnce(page, 1, CHECKER_PIN);
  await page.getByRole('textbox', { name: '来访事由' }).fill('正在填写的内容');
  await app.evaluate(({ webContents }) => {
    const host = webContents.getAllWebContents().find((c) => c.getURL().startsWith('app://storage'));
    process.kill(host?.getOSProcessId() ?? 0, 'SIGKILL');
  });
  const after = await registerOnce(page, 2, CHECKER_PIN);
  expect(before).toHaveProperty('number');
  expect(after).toHaveProperty('number');
  await expect(page.getByRole('textbox', { name: '来访事由' })).toHaveValue('正在填写的内容');
  await close();
});

test('a storage host killed, and the one that takes its place, too: the program goes on', async () => {
  const { app, page, close } = await launch({ seed: 'demo' });
  // Wherever in its opening the host happens to be, at this start or at the next.
  const killed = await app.evaluate(async ({ webContents }) => {
    let count = 0;
    for (const until = Date.now() + 3000; Date.now() < until && count < 3; await new Promise((resolve) => setTimeout(resolve, 50))) {
      const host = webContents.getAllWebContents().find((c) => c.getURL().startsWith('app://storage') && !c.isCrashed());
      if (!host) continue;
      host.forcefullyCrashRenderer();
      count++;
    }
    return count;
  });
  expect(killed).toBeGreaterThan(0);
  await signIn(page, CLERK.name, CLERK.pin);
  await close();
});

test("IndexedDB's folder deleted while the program is closed: rebuilt from the journal, and said", async () => {
  const profile = temporaryProfile();
  const first = await launch({ profile, seed: 'demo' });
  await signIn(first.page, CLERK.name, CLERK.pin);
  const saved: string[] = [];
  const numbers: string[] = [];
  for (let n = 1; n <= 5; n++) {
    const visit = await registerOnce(first.page, n, CHECKER_PIN);
    if (!('visitId' in visit)) throw new Error(visit.refused);
    saved.push(visit.visitId);
    numbers.push(visit.number);
  }
  await first.close();

  const folder = join(profile, 'chromium', 'Partitions', 'storage', 'IndexedDB');
  expect(existsSync(folder), readdirSync(join(profile, 'chromium')).join()).toBe(true);
  rmSync(folder, { recursive: true });

  const second = await launch({ profile, seed: 'demo' });
  await signIn(second.page, CLERK.name, CLERK.pin);
  await expect(second.page.getByText('已从日志完整重建')).toBeVisible();
  expect(await stillThere(second.page, saved)).toEqual([]);
  const next = await registerOnce(second.page, 6, CHECKER_PIN);
  expect('number' in next && numbers.includes(next.number)).toBe(false);
  expect('number' in next && Number(next.number.slice(-4)) > 100, 'a fresh block of numbers').toBe(true);
  await second.close();
});

test('a second start shows the first window and ends', async () => {
  const profile = temporaryProfile();
  const first = await launch({ profile, seed: 'demo' });
  await expect(first.page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
  const answer = await launch({ profile, seed: 'demo' }).then(
    async (second) => {
      await second.close();
      return 'opened';
    },
    () => 'ended',
  );
  expect(answer).toBe('ended');
  await expect(first.page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
  await first.close();
});

test('a clock set back is said, and the next visit is saved under a number of its own', async () => {
  const profile = temporaryProfile();
  const first = await launch({ profile, seed: 'demo', clock: '+7200' });
  await signIn(first.page, CLERK.name, CLERK.pin);
  const one = await registerOnce(first.page, 1, CHECKER_PIN);
  await first.close();
  const second = await launch({ profile, seed: 'demo' });
  await signIn(second.page, CLERK.name, CLERK.pin);
  await expect(second.page.getByText('电脑时间比上次保存早了约')).toBeVisible();
  const two = await registerOnce(second.page, 2, CHECKER_PIN);
  expect('number' in one && 'number' in two && one.number !== two.number).toBe(true);
  await second.close();
});

const DATABASE = ['chromium', 'Partitions', 'storage', 'IndexedDB'];

/** A demonstration hall with some visits, closed again. */
async function hallWithVisits(n: number): Promise<{ profile: string; visits: string[] }> {
  const profile = temporaryProfile();
  const program = await launch({ profile, seed: 'demo' });
  await signIn(program.page, CLERK.name, CLERK.pin);
  const visits: string[] = [];
  for (let i = 1; i <= n; i++) {
    const visit = await registerOnce(program.page, i, CHECKER_PIN);
    if (!('visitId' in visit)) throw new Error(visit.refused);
    visits.push(visit.visitId);
  }
  await program.close();
  return { profile, visits };
}

test('a journal that lost its tail gets it back from the database, and it is said', async () => {
  const { profile, visits } = await hallWithVisits(3);
  const path = join(profile, 'journal', 'journal-000001.xfj');
  const bytes = readFileSync(path);
  const end = bytes.findLastIndex((byte) => byte !== 0);
  writeFileSync(path, bytes.fill(0, end - 500));

  const { page, close } = await launch({ profile, seed: 'demo' });
  await signIn(page, CLERK.name, CLERK.pin);
  await expect(page.getByText('已用数据库中的原文补齐')).toBeVisible();
  expect(await stillThere(page, visits)).toEqual([]);
  await close();
});

test('a database garbled on the disk is rebuilt from the journal', async () => {
  const { profile, visits } = await hallWithVisits(3);
  for (const folder of readdirSync(join(profile, ...DATABASE))) {
    for (const name of readdirSync(join(profile, ...DATABASE, folder))) {
      const path = join(profile, ...DATABASE, folder, name);
      if (/^(MANIFEST|CURRENT|\d+\.(log|ldb))/.test(name)) writeFileSync(path, Buffer.alloc(readFileSync(path).length, 0xa5));
    }
  }
  const { page, close } = await launch({ profile, seed: 'demo' });
  await signIn(page, CLERK.name, CLERK.pin);
  await expect(page.getByText('已从日志完整重建')).toBeVisible();
  expect(await stillThere(page, visits)).toEqual([]);
  await close();
});

test('a database of a newer program is left alone: 请升级', async () => {
  const profile = temporaryProfile();
  const first = await launch({ profile, seed: 'demo' });
  await signIn(first.page, CLERK.name, CLERK.pin);
  const host = first.app.windows().find((w) => w.url().startsWith('app://storage'));
  await host?.evaluate(async () => {
    const [database] = await indexedDB.databases();
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(database?.name ?? '', 99_990);
      request.onupgradeneeded = () => resolve();
      request.onerror = () => reject(request.error);
    });
  });
  await first.close();
  const second = await launch({ profile, seed: 'demo' });
  await expect(second.page.getByText('请升级').first()).toBeVisible();
  await second.close();
});
