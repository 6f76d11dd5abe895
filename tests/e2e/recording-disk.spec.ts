import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { registerOnce } from '../faults/visits';
import { signInByKeyboard } from './keyboard';
import { CHECKER, CLERK, launch, type RunningProgram } from './program';
import { hear, microphoneOf, recordingsOf, runningTalk, writeRisingTone } from './sound';
import { beginByKeyboard } from './talk';

const shot = process.env.TALK_SHOTS;
const work = mkdtempSync(join(tmpdir(), 'reception-sound-'));
const tone = join(work, 'rising.wav');
test.beforeAll(() => writeRisingTone(tone, 90));
test.afterAll(() => rmSync(work, { recursive: true, force: true }));

/** As if so much were free: what the disk guard is told, and nothing else. */
const free = ({ app }: RunningProgram, megabytes: number): Promise<void> =>
  app.evaluate((_electron, mb) => {
    const fs = process.getBuiltinModule('node:fs/promises');
    Object.assign(fs, { statfs: async () => ({ bavail: mb, bsize: 1024 * 1024 }) });
  }, megabytes);

test('sound that a full disk does not take waits in the memory, is said and noted, and is whole once there is room', async () => {
  test.setTimeout(120_000);
  const program = await launch({ seed: 'demo', args: microphoneOf(tone) });
  const { page } = program;
  await signInByKeyboard(page, CLERK);
  await registerOnce(page, 41_201, CHECKER.pin);
  await beginByKeyboard(page, 'A001');
  const talk = await runningTalk(page);
  await page.keyboard.press('Alt+R');
  await expect(page.getByRole('button', { name: '停止录音' })).toBeVisible();
  await expect.poll(async () => (await recordingsOf(page, talk)).length).toBe(1);

  await free(program, 200);
  await expect(page.getByText(/有 \d+ 秒录音磁盘没有收下/)).toBeVisible({ timeout: 30_000 });
  const alarm = page.getByRole('alert').filter({ hasText: '录音暂时没有写入磁盘' });
  await expect(alarm).toContainText('已写入记录', { timeout: 30_000 });
  await expect(page.getByRole('log')).toContainText('录音暂时没有写入磁盘');
  await page.keyboard.press('Alt+R');
  await expect(page.getByRole('button', { name: '正在存入' })).toBeDisabled();
  await expect(page.getByRole('button', { name: '放弃未存的部分' })).toBeVisible();
  if (shot) await page.screenshot({ path: `${shot}/unstored.png` });

  await free(program, 50_000);
  await expect(page.getByRole('button', { name: '开始录音' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/秒录音磁盘没有收下/)).toBeHidden();
  await expect(page.getByRole('log')).toContainText('录音停止。');
  const [recording] = await recordingsOf(page, talk);
  expect(recording).toMatchObject({ state: 'done', ended: 'stopped' });
  const heard = await hear(page, recording?.id ?? '');
  if (!heard.ok) throw new Error(heard.message);
  for (const [i, part] of heard.parts.entries()) {
    const next = heard.parts[i + 1];
    if (next) expect(part.to - next.from, 'no gap').toBeGreaterThan(0);
  }
  expect(heard.parts.length).toBeGreaterThanOrEqual(3);

  // Let go instead: it ends at once, and the microphone is free for the next.
  await page.keyboard.press('Alt+R');
  await expect(page.getByRole('button', { name: '停止录音' })).toBeVisible();
  await free(program, 200);
  await expect(page.getByText(/有 \d+ 秒录音磁盘没有收下/)).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Alt+R');
  await expect(page.getByRole('button', { name: '放弃未存的部分' })).toBeVisible();
  await page.keyboard.press('Alt+X');
  await expect(page.getByRole('button', { name: '开始录音' })).toBeVisible();
  await free(program, 50_000);
  await expect.poll(async () => (await recordingsOf(page, talk)).map(({ state }) => state).includes('recording')).toBe(false);
  await expect(page.getByText('磁盘即将用完')).toBeHidden({ timeout: 20_000 });
  await page.keyboard.press('Alt+R');
  await expect(page.getByRole('button', { name: '停止录音' })).toBeVisible();
  await program.close();
});
