import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { firstOf } from '../faults/incidents';
import { ask } from './desks';
import { signInByKeyboard } from './keyboard';
import { launch, personWith } from './program';

const ADMIN = personWith('administrator');
const PRINTER = '策略打印机';
const dir = mkdtempSync(join(tmpdir(), 'jiefangtai-policy-'));
const policy = join(dir, 'policy.json');
test.afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('what the administrator’s policy sets holds at this desk, is shown, and the program refuses to change it', async () => {
  writeFileSync(policy, JSON.stringify({ printer: PRINTER, lockMinutes: 7, updateSource: 'ftp://x' }), { mode: 0o600 });
  const { page, close } = await launch({ seed: 'demo', env: { RECEPTION_POLICY: policy } });
  await signInByKeyboard(page, ADMIN);
  expect((await firstOf(page, 'session.current', {})).idleLockSeconds).toBe(7 * 60);
  await expect.poll(async () => (await firstOf(page, 'settings.all', {})).printing.cardPrinter).toBe(PRINTER);
  const { printing, rules } = await firstOf(page, 'settings.all', {});
  expect(rules.idleLockSeconds, 'the hall’s own figure is the other desks’ too').not.toBe(7 * 60);

  await expect(ask(page, 'settings.printing', { ...printing, cardPrinter: '别的' })).rejects.toThrow('管理员策略');
  await expect(ask(page, 'settings.put', { key: 'printing', value: { ...printing, mode: 'none' } })).rejects.toThrow('管理员策略');
  await expect(ask(page, 'settings.put', { key: 'rules', value: { ...rules, idleLockSeconds: 600 } })).rejects.toThrow('管理员策略');
  await ask(page, 'settings.put', { key: 'rules', value: { ...rules, elderFrom: 65 } });
  expect((await firstOf(page, 'settings.all', {})).printing.cardPrinter).toBe(PRINTER);

  await page.keyboard.press('Control+9');
  await page.getByRole('tab', { name: '打印' }).click();
  await expect(page.getByRole('combobox', { name: '登记卡打印机' })).toBeDisabled();
  await expect(page.getByText('由管理员策略设定').first()).toBeVisible();
  await page.getByRole('tab', { name: '规则' }).click();
  await expect(page.getByRole('spinbutton', { name: '无操作锁屏' })).not.toBeEditable();
  await expect(page.getByText('这台电脑 7 分钟后锁屏')).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByText(/更新来源（updateSource）没有采用/)).toBeVisible();
  await close();
});

test('a policy that others could have written counts for nothing, and that is said', async () => {
  writeFileSync(policy, JSON.stringify({ lockMinutes: 7 }));
  chmodSync(policy, 0o666);
  const { page, close } = await launch({ seed: 'demo', env: { RECEPTION_POLICY: policy } });
  await signInByKeyboard(page, ADMIN);
  expect((await firstOf(page, 'session.current', {})).idleLockSeconds).not.toBe(7 * 60);
  await page.keyboard.press('Control+9');
  await page.getByRole('tab', { name: '更新' }).click();
  await expect(page.getByText(/管理员策略文件没有采用：文件允许其他用户写入/)).toBeVisible();
  await expect(page.getByText('管理员策略没有开启更新', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: '检查更新' })).toHaveCount(0);
  await close();
});
