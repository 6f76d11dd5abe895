import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { registerOnce, signInByBridge } from '../faults/visits';
import { answerDialogs, ask } from './desks';
import { signInByKeyboard } from './keyboard';
import { CHECKER_PIN, CLERK, launch, personWith, type RunningProgram } from './program';
import { ADMIN, invite, joinHall, light, openSyncSettings, press, take } from './sync-screens';

/** A hall without any network: two desks that know each other by a joining file, and records on a stick. */
test.describe.configure({ timeout: 240_000 });

const COORDINATOR = personWith('coordinator');
const stick = mkdtempSync(join(tmpdir(), 'jiefangtai-stick-'));

async function carry(program: RunningProgram, file: string, what: '导出到 U 盘' | '从 U 盘导入'): Promise<string> {
  const { page } = program;
  await answerDialogs(program, file);
  await press(page, page.getByRole('button', { name: what, exact: true }));
  const said = page.getByText(what === '导出到 U 盘' ? /^已导出 [\d,]+ 条改动/ : /^导入完成：/);
  await expect(said).toBeVisible({ timeout: 30_000 });
  return said.innerText();
}

async function register({ page }: RunningProgram, n: number): Promise<void> {
  expect(await registerOnce(page, n, CHECKER_PIN)).toHaveProperty('visitId');
}

const signOut = ({ page }: RunningProgram) => ask(page, 'session.signOut', {});

test('the first records come on a stick, work goes both ways, and what is imported twice counts once', async () => {
  const first = await launch({ seed: 'demo' });
  const second = await launch({});
  try {
    const [a, b] = [first.page, second.page];
    await signInByBridge(a, CLERK);
    await register(first, 1);
    await signOut(first);
    await signInByKeyboard(a, ADMIN);
    await openSyncSettings(a);
    await joinHall(second, await invite(first, '2号登记台'));
    await expect(b.getByText('这个大厅没有中心，第一批记录用 U 盘带来：')).toBeVisible({ timeout: 30_000 });
    await expect(light(b)).toHaveText(/^单机/);
    await take(b, 'waiting-alone');

    const toSecond = join(stick, '一号台.xfpkg');
    await carry(first, toSecond, '导出到 U 盘');
    await take(a, 'exported');
    await answerDialogs(second, toSecond);
    await press(b, b.getByRole('button', { name: '从 U 盘导入', exact: true }));
    await expect(b.getByRole('button', { name: '登录', exact: true })).toBeVisible({ timeout: 30_000 });
    await signInByBridge(b, CLERK);
    await register(second, 2);
    await signOut(second);
    await signInByKeyboard(b, COORDINATOR);
    await openSyncSettings(b);
    const toFirst = join(stick, '二号台.xfpkg');
    await carry(second, toFirst, '导出到 U 盘');

    expect(await carry(first, toFirst, '从 U 盘导入')).not.toContain('新收 0 条');
    await take(a, 'imported');
    expect(await carry(first, toFirst, '从 U 盘导入'), 'a second time').toContain('新收 0 条');
    expect(await carry(second, toSecond, '从 U 盘导入'), 'at the other desk').toContain('新收 0 条');

    await signOut(first);
    await signInByKeyboard(a, CLERK);
    for (const page of [a, b]) {
      await page.keyboard.press('Control+1');
      const today = page.getByRole('listbox', { name: '今日登记', exact: true }).getByRole('option');
      if (page === a) await expect(today).toHaveCount(2);
    }
    expect(await a.getByRole('listbox', { name: '今日登记', exact: true }).innerText()).toMatch(/A001[\s\S]*B001|B001[\s\S]*A001/);
  } finally {
    for (const program of [first, second]) await program.close();
  }
});
