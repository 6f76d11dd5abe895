import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { residentNumber } from '../faults/visits';
import { box, registerByKeyboard, signInByKeyboard } from './keyboard';
import { CHECKER, CLERK, launch } from './program';
import { hear, microphoneOf, recordingsOf, runningTalk, writeRisingTone } from './sound';
import { beginByKeyboard } from './talk';

const VISITOR = {
  docNumber: residentNumber(31_101),
  name: '赵桂兰',
  phone: '13700137101',
  summary: '反映拖欠工资',
  field: '劳动和社会保障',
};
const shot = process.env.TALK_SHOTS;
const work = mkdtempSync(join(tmpdir(), 'reception-sound-'));
const tone = join(work, 'rising.wav');
test.beforeAll(() => writeRisingTone(tone, 90));
test.afterAll(() => rmSync(work, { recursive: true, force: true }));

const seconds = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms * 1000));
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('recorded from a microphone in parts without a gap; a note plays the sound of its moment; who listens is bound and audited', async () => {
  test.setTimeout(120_000);
  const program = await launch({ seed: 'demo', args: microphoneOf(tone) });
  const { page } = program;
  await signInByKeyboard(page, CLERK);
  await registerByKeyboard(page, VISITOR, CHECKER.pin);
  await beginByKeyboard(page, 'A001');
  const talk = await runningTalk(page);

  await page.keyboard.press('Alt+R');
  await expect(button(page, '停止录音')).toBeVisible();
  await expect(page.getByRole('img', { name: '录音中' })).toBeVisible();
  await expect.poll(() => page.getByRole('meter', { name: '音量' }).getAttribute('value').then(Number)).toBeGreaterThan(0.5);
  await expect(page.getByRole('log')).toContainText('开始录音');
  await expect(box(page, '记录')).toBeFocused();
  await seconds(3);
  await page.keyboard.type('第一件事');
  await page.keyboard.press('Enter');
  // The recording belongs to no screen: it goes on behind another one, and while the screen is locked.
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('contentinfo')).toContainText('录音中');
  await page.keyboard.press('Control+L');
  await seconds(4);
  await box(page, 'PIN').fill(CLERK.pin);
  await page.keyboard.press('Enter');
  // The keys of a screen rest until the lock is gone.
  await expect(page.getByRole('dialog', { name: '屏幕已锁定' })).toBeHidden();
  await page.keyboard.press('Control+3');
  await expect(box(page, '记录')).toBeVisible();
  await box(page, '记录').focus();
  await seconds(2);
  await page.keyboard.type('第二件事');
  await page.keyboard.press('Enter');
  if (shot) await page.screenshot({ path: `${shot}/recording.png` });
  await seconds(3);
  await page.keyboard.press('Alt+R');
  await expect(page.getByRole('log')).toContainText('录音停止。');

  const [recording] = await recordingsOf(page, talk);
  if (!recording) throw new Error('no recording');
  expect(recording).toMatchObject({ state: 'done', ended: 'stopped' });
  const heard = await hear(page, recording.id);
  if (!heard.ok) throw new Error(heard.message);
  const { parts } = heard;
  expect(parts.length).toBeGreaterThanOrEqual(3);
  for (const [i, part] of parts.entries()) {
    expect(part.durationMs, 'at most ten seconds').toBeLessThanOrEqual(10_000);
    const next = parts[i + 1];
    if (next) expect(part.to - next.from, 'the next begins before this one ends').toBeGreaterThan(0);
  }
  // Every note's moment in the sound: as far apart on the file as on the interview's clock.
  const at = (elapsed: number): number => {
    const ms = elapsed - recording.startedElapsed;
    const part = parts.findLast(({ startMs }) => startMs <= ms);
    if (!part) throw new Error('before the recording');
    return part.from + (ms - part.startMs) / 1000;
  };
  const notes = await page.evaluate(
    (id) =>
      new Promise<{ text: string; elapsed: number }[]>((resolve) => {
        const stop = window.reception.subscribe('interview.notes', { id }, (result) => {
          queueMicrotask(() => stop());
          resolve(result.ok ? result.value.notes : []);
        });
      }),
    talk,
  );
  const elapsedOf = (text: string): number => notes.find((note) => note.text === text)?.elapsed ?? Number.NaN;
  const [first, second] = [elapsedOf('第一件事'), elapsedOf('第二件事')];
  const off = at(second) - at(first) - (second - first) / 1000;
  console.log(`two notes ${((second - first) / 1000).toFixed(2)} s apart are ${off.toFixed(3)} s off in the sound`);
  expect(Math.abs(off)).toBeLessThan(0.5);

  // By keyboard: from the second note back to its time, and Enter plays from there.
  const times = page.getByRole('log').getByRole('button');
  await times.last().focus();
  const line = page.getByRole('log').locator('.timeline-row', { hasText: '第二件事' });
  await line.getByRole('button').focus();
  await page.keyboard.press('Enter');
  const player = page.getByRole('region', { name: '录音播放' });
  await expect(player.getByRole('button', { name: /^暂停/ })).toBeFocused();
  const shown = async (): Promise<number> => {
    const [h = 0, m = 0, s = 0] = (await player.getByRole('timer').innerText()).split(':').map(Number);
    return h * 3600 + m * 60 + s;
  };
  expect(Math.abs((await shown()) - second / 1000)).toBeLessThanOrEqual(1.5);
  const before = await shown();
  await expect.poll(shown).toBeGreaterThan(before);
  if (shot) await page.screenshot({ path: `${shot}/playing.png` });
  await page.keyboard.press('Alt+K');
  await expect(player.getByRole('button', { name: /^播放/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(player).toBeHidden();
  await program.close();
});
