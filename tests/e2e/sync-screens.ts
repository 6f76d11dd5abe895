import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { answerDialogs } from './desks';
import { box, list, pick, tabTo, tick } from './keyboard';
import { personWith, type RunningProgram } from './program';

/** 同步 as an administrator and a clerk see it: by keys alone. */
export const ADMIN = personWith('administrator');
export const START_PASSPHRASE = '第二台电脑的启动口令';

const shots = process.env.SYNC_SHOTS;
export const take = async (page: Page, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
};

/** The light of the top bar, of the sign-in screen, or of the waiting page: one stands on every screen. */
export const light = (page: Page): Locator => page.getByRole('button', { name: /^(单机|离线|联网|与中心不一致)/ });
export const panel = (page: Page): Locator => page.getByRole('dialog', { name: '同步', exact: true });

export async function openSyncSettings(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+9');
  await tabTo(page, page.getByRole('tab', { selected: true }));
  const tab = page.getByRole('tab', { name: '同步', exact: true });
  for (let n = 0; n < 20 && (await tab.getAttribute('aria-selected')) !== 'true'; n++) await page.keyboard.press('ArrowDown');
  await expect(tab).toBeFocused();
  return page.getByRole('tabpanel');
}

export async function press(page: Page, button: Locator, key?: 'Shift+Tab'): Promise<void> {
  await tabTo(page, button, key);
  await page.keyboard.press('Enter');
}

/** At the first desk: the hub's file and its code, which a tired person first types wrong. */
export async function connectHub({ page, ...program }: RunningProgram, hub: { hubFile: string; code: string }): Promise<void> {
  await answerDialogs({ page, ...program }, hub.hubFile);
  await press(page, page.getByRole('button', { name: '选择中心文件', exact: true }));
  await expect(box(page, '一次性口令')).toBeFocused();
  await page.keyboard.type('ABCD-EFGH');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^一次性口令不正确/)).toBeVisible();
  await take(page, 'hub-wrong-code');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(hub.code.toLowerCase());
  await page.keyboard.press('Enter');
}

/** 邀请登记台. @returns the file and the code, as they stand on the screen */
export async function invite(program: RunningProgram, desk: string): Promise<{ file: string; code: string }> {
  const { page } = program;
  const file = join(mkdtempSync(join(tmpdir(), 'jiefangtai-join-')), '加入.xfjoin');
  await answerDialogs(program, file);
  await press(page, page.getByRole('row').filter({ hasText: desk }).getByRole('button', { name: '邀请登记台' }));
  const dialog = page.getByRole('dialog', { name: `邀请 ${desk}` });
  await expect(dialog).toBeVisible();
  await take(page, 'invited');
  const code = /[0-9A-Z]{4}(-[0-9A-Z]{4})+/.exec(await dialog.innerText())?.[0] ?? '';
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('请先抄好口令，再勾选'), 'the code is not lost by a hasty key').toBeVisible();
  await tick(page, dialog.getByRole('checkbox'));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  return { file, code };
}

/** At the new PC, from the wizard's first step to 「加入」. */
export async function joinHall(program: RunningProgram, { file, code }: { file: string; code: string }): Promise<void> {
  const { page } = program;
  await answerDialogs(program, file);
  await take(page, 'first-start');
  await press(page, page.getByRole('button', { name: '加入已有大厅', exact: true }));
  await expect(page.getByRole('button', { name: '选择加入文件', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(box(page, '一次性口令')).toBeFocused();
  await page.keyboard.type(code);
  await pick(page, list(page, '保护方式'), '启动口令');
  for (const name of ['启动口令', '再输一次启动口令']) {
    await tabTo(page, box(page, name));
    await page.keyboard.type(START_PASSPHRASE);
  }
  await take(page, 'join');
  await page.keyboard.press('Enter');
}
