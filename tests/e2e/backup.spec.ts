import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { DEMO_PHRASE } from '../../electron/security/recovery-phrase';
import { firstOf } from '../faults/incidents';
import { residentNumber, signInByBridge } from '../faults/visits';
import { answerDialogs, ask } from './desks';
import { box, pick, registerByKeyboard, signInByKeyboard, tabTo, typeInto } from './keyboard';
import { CHECKER, CLERK, launch, personWith, type RunningProgram, temporaryProfile } from './program';

const ADMIN = personWith('administrator');
const VISITOR = { docNumber: residentNumber(41_201), name: '韩春梅', phone: '13700137412', summary: '咨询宅基地登记', field: '土地' };
const LATER = { docNumber: residentNumber(41_202), name: '曹志强', phone: '13700137413', summary: '反映噪声扰民', field: '环境' };
const PASSPHRASE = '新电脑的启动口令';
const shots = process.env.BACKUP_SHOTS;
const made: string[] = [];
test.afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function stick(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiefangtai-stick-'));
  made.push(folder);
  return folder;
}
const shot = async (page: Page, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
};
const backupOf = (page: Page) => firstOf(page, 'backup.state', {});
const folderOn = (at: string): string => join(at, readdirSync(at)[0] ?? '');
const setsOn = (at: string): string[] => readdirSync(join(folderOn(at), 'sets')).filter((name) => name.endsWith('.json'));

/** 设置 · 备份, as the administrator. */
async function openBackupTab(page: Page): Promise<void> {
  await signInByKeyboard(page, ADMIN);
  await page.keyboard.press('Control+9');
  await page.getByRole('tab', { name: '备份' }).click();
  await expect(page.getByRole('heading', { name: '备份', level: 2 })).toBeVisible();
}

async function choosePlace(program: RunningProgram, at: string): Promise<void> {
  await answerDialogs(program, at);
  await tabTo(program.page, program.page.getByRole('button', { name: '选择备份位置' }));
  await program.page.keyboard.press('Enter');
  await expect.poll(async () => (await backupOf(program.page)).lastGoodAt, { timeout: 30_000 }).not.toBeNull();
}

async function fillRestore(page: Page, words: string): Promise<void> {
  await typeInto(page, box(page, '恢复短语'), words);
  await pick(page, page.getByRole('combobox', { name: '保护方式' }), '启动口令');
  await typeInto(page, box(page, '启动口令'), PASSPHRASE);
  await typeInto(page, box(page, '再输一次启动口令'), PASSPHRASE);
}

test('a hall is backed up, rehearsed, and stands again on a new PC with everything but a number given twice', async () => {
  test.setTimeout(240_000);
  const at = stick();
  const first = await launch({ seed: 'demo' });
  await signInByKeyboard(first.page, CLERK);
  await registerByKeyboard(first.page, VISITOR, CHECKER.pin);
  await ask(first.page, 'session.signOut', {});
  await openBackupTab(first.page);
  await expect(first.page.getByText('还没有选择备份位置')).toBeVisible();
  await expect(first.page.getByRole('contentinfo')).toContainText('尚未设置备份位置');
  await shot(first.page, 'none');
  await choosePlace(first, at);
  await expect(first.page.getByText('最近完好备份').first()).toBeVisible();
  await expect(first.page.getByRole('contentinfo')).not.toContainText('备份');
  expect(setsOn(at).length).toBe(1);

  // Enough to copy that a kill falls into the middle of it.
  const sounds = join(first.profile, 'sounds', '00');
  mkdirSync(sounds, { recursive: true });
  for (let n = 0; n < 40; n++) writeFileSync(join(sounds, `${uuid().slice(0, -2)}00.xfs`), randomBytes(3 * 1024 * 1024));
  // Killed in the middle of one: the next start goes on, and the last good one was never touched.
  const killed = ask(first.page, 'backup.run', {}).catch(() => {});
  await expect.poll(() => existsSync(join(folderOn(at), 'busy.json')), { intervals: [2] }).toBe(true);
  await first.kill();
  await killed;
  expect(setsOn(at).length, 'no set of it').toBe(1);
  const again = await launch({ profile: first.profile, seed: 'demo' });
  await openBackupTab(again.page);
  await tabTo(again.page, again.page.getByRole('button', { name: '立即备份' }));
  await again.page.keyboard.press('Enter');
  await expect(again.page.getByText(/备份完成并已逐字节读回核对：今天/)).toBeVisible({ timeout: 30_000 });
  expect(setsOn(at).length).toBeGreaterThanOrEqual(1);
  expect(existsSync(join(folderOn(at), 'busy.json'))).toBe(false);

  // The rehearsal: another phrase does not open it, the right one reads all of it and changes nothing here.
  const before = JSON.stringify(readdirSync(join(again.profile, 'journal')));
  await typeInto(again.page, box(again.page, '恢复短语'), [...DEMO_PHRASE].reverse().join(''));
  await again.page.keyboard.press('Enter');
  await expect(again.page.getByText('恢复短语不正确，请逐字核对')).toBeVisible();
  await typeInto(again.page, box(again.page, '恢复短语'), DEMO_PHRASE.join(' '));
  await again.page.keyboard.press('Enter');
  await expect(again.page.getByText(/完好：\d+ 次保存、\d+ 把密钥、\d+ 个文件/)).toBeVisible({ timeout: 30_000 });
  expect(JSON.stringify(readdirSync(join(again.profile, 'journal')))).toBe(before);
  await shot(again.page, 'rehearsed');
  await again.close();

  // A new PC, from the first screen of its first start.
  const second = await launch({ profile: temporaryProfile() });
  const { page } = second;
  await tabTo(page, page.getByRole('button', { name: '从备份恢复' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '选择备份文件夹' })).toBeFocused();
  await answerDialogs(second, at);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/找到 \d+ 份备份/)).toBeVisible();
  await fillRestore(page, [...DEMO_PHRASE].reverse().join(''));
  await page.keyboard.press('Enter');
  await expect(page.getByText('恢复短语不正确，请逐字核对')).toBeVisible();
  await expect(box(page, '启动口令'), 'what was typed stays').toHaveValue(PASSPHRASE);
  await shot(page, 'restore');
  await typeInto(page, box(page, '恢复短语'), DEMO_PHRASE.join(''));
  await page.keyboard.press('Enter');
  await signInByKeyboard(page, CLERK);
  await expect(page.getByText(/已从 .* 的备份恢复/)).toBeVisible();
  await shot(page, 'restored');
  const { number } = await registered(page, LATER);
  expect(number.slice(-4)).toBe('1001');
  await page.keyboard.press('F2');
  await page.keyboard.type('韩春梅');
  await expect(page.getByRole('option', { name: /韩/ }).first()).toBeVisible();
  await second.close();

  const third = await launch({ profile: second.profile });
  await ask(third.page, 'store.unlock', { passphrase: PASSPHRASE });
  await signInByBridge(third.page, personWith('auditor'));
  expect(JSON.stringify(await ask(third.page, 'audit.list', { limit: 50 }))).toContain('从备份恢复');
  await third.close();
});

test('a damaged backup is refused with what is damaged, and a damaged profile is put back from a whole one', async () => {
  test.setTimeout(240_000);
  const at = stick();
  const first = await launch({ seed: 'demo' });
  await signInByKeyboard(first.page, CLERK);
  await registerByKeyboard(first.page, VISITOR, CHECKER.pin);
  await ask(first.page, 'session.signOut', {});
  await openBackupTab(first.page);
  await choosePlace(first, at);
  await first.close();

  // The profile's own file is gone bad: nothing is opened, nothing is cleared.
  const profileFile = join(first.profile, 'profile.json');
  writeFileSync(profileFile, '{"version":1,');
  const piece = largestPiece(at);
  const whole = readFileSync(piece);
  const bad = Buffer.from(whole);
  bad[2000] = (bad[2000] ?? 0) ^ 0xff;
  writeFileSync(piece, bad);

  const second = await launch({ profile: first.profile });
  const { page } = second;
  await expect(page.getByRole('heading', { name: '这台电脑上的资料已损坏' })).toBeVisible();
  await shot(page, 'damaged-profile');
  await tabTo(page, page.getByRole('button', { name: '从备份恢复' }));
  await page.keyboard.press('Enter');
  await answerDialogs(second, at);
  await page.keyboard.press('Enter');
  await expect(page.getByText('找到 1 份备份')).toBeVisible();
  await fillRestore(page, DEMO_PHRASE.join(''));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/这份备份已损坏，什么也没有写入：日志第 1 段/)).toBeVisible({ timeout: 30_000 });
  await shot(page, 'refused');
  expect(existsSync(join(first.profile, 'restoring'))).toBe(false);
  expect(readFileSync(profileFile, 'utf8'), 'left as it was').toBe('{"version":1,');

  writeFileSync(piece, whole);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '备份已备好' })).toBeVisible({ timeout: 30_000 });
  await shot(page, 'ready');
  await second.close();

  const third = await launch({ profile: first.profile });
  await expect(box(third.page, '启动口令')).toBeFocused();
  await third.page.keyboard.type(PASSPHRASE);
  await third.page.keyboard.press('Enter');
  await signInByKeyboard(third.page, CLERK);
  await third.page.keyboard.press('F2');
  await third.page.keyboard.type('韩春梅');
  await expect(third.page.getByRole('option', { name: /韩/ }).first()).toBeVisible();
  const aside = readdirSync(first.profile).filter((name) => name.startsWith('damaged-'));
  expect(aside.length, 'what was damaged is kept').toBe(1);
  expect(readFileSync(join(first.profile, aside[0] ?? '', 'profile.json'), 'utf8')).toBe('{"version":1,');
  await third.close();

  // The file of the hall key is as much of a loss.
  rmSync(join(first.profile, 'keys.json'));
  const fourth = await launch({ profile: first.profile });
  await expect(fourth.page.getByRole('heading', { name: '这台电脑上的资料已损坏' })).toBeVisible();
  await expect(fourth.page.getByRole('button', { name: '从备份恢复' })).toBeVisible();
  await fourth.close();
});

test('a stick that is pulled out is said in one line, holds nothing up, and the day ends with a backup once it is back', async () => {
  test.setTimeout(120_000);
  const at = stick();
  const program = await launch({ seed: 'demo' });
  const { page } = program;
  await signInByBridge(page, ADMIN);
  await answerDialogs(program, at);
  await ask(page, 'backup.choose', {});
  await expect.poll(async () => (await backupOf(page)).lastGoodAt, { timeout: 30_000 }).not.toBeNull();
  await ask(page, 'session.signOut', {});
  const folder = folderOn(at);
  renameSync(folder, join(at, '..', 'pulled-out'));
  made.push(join(at, '..', 'pulled-out'));

  await signInByKeyboard(page, personWith('coordinator'));
  await page.keyboard.press('Control+7');
  const panel = page.getByRole('region', { name: '备份' });
  await expect(panel).toContainText('最近完好备份');
  await tabTo(page, panel.getByRole('button', { name: '立即备份' }));
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('alert').first()).toContainText('备份位置不在');
  await expect(panel.getByRole('alert').first()).toContainText('最近一份完好备份仍在');
  await expect(page.getByRole('contentinfo')).toContainText('备份未完成，最近完好备份 今天');
  expect(existsSync(folder), 'no empty folder is taken for the stick').toBe(false);
  await shot(page, 'pulled-out');
  const { number } = await registered(page, LATER);
  expect(number).toBeTruthy();

  renameSync(join(at, '..', 'pulled-out'), folder);
  await page.keyboard.press('Control+7');
  await tabTo(page, panel.getByRole('button', { name: '立即备份' }));
  await page.keyboard.press('Enter');
  await expect(panel.getByText(/备份完成并已逐字节读回核对/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('contentinfo')).not.toContainText('备份');
  await shot(page, 'day-end');
  await program.close();
});

async function registered(page: Page, visitor: typeof VISITOR): Promise<{ number: string }> {
  await page.keyboard.press('Control+1');
  await registerByKeyboard(page, visitor, CHECKER.pin);
  const rows = await firstOf(page, 'visit.today', {});
  const [newest] = [...rows].sort((a, b) => (a.number < b.number ? 1 : -1));
  return { number: newest?.number ?? '' };
}

/** The journal's first piece is the largest there is in a small hall. */
function largestPiece(at: string): string {
  const objects = join(folderOn(at), 'objects');
  const all = readdirSync(objects).flatMap((prefix) => readdirSync(join(objects, prefix)).map((name) => join(objects, prefix, name)));
  const heads = all.filter((path) => readFileSync(path).subarray(0, 7).toString() === 'XFJSEG1');
  return heads.sort((a, b) => statSync(b).size - statSync(a).size)[0] ?? '';
}
