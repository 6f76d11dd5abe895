import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { box, list, pick, registerByKeyboard, signInByKeyboard, tabTo, typeInto } from '../e2e/keyboard';
import { choosePrinter } from '../e2e/print-jobs';
import { CHECKER, CLERK, launch } from '../e2e/program';
import { hear, microphoneOf, recordingsOf, runningTalk, writeRisingTone } from '../e2e/sound';
import { beginByKeyboard, draw, endWith, printed, submitSigning } from '../e2e/talk';
import { removeQueue, setUpCups } from '../printing/cups-queue';
import { residentNumber } from './visits';

/**
 * One talk from the call to the amendment, with so many minutes of notes at the speed of somebody who types, and its
 * sound. TALK_MINUTES sets how long (20 by `npm run faults`).
 */
const MINUTES = Number(process.env.TALK_MINUTES ?? 0.5);
/** The system's own microphone instead of Chromium's: whatever is heard there. Then the pitch says nothing. */
const SYSTEM_MICROPHONE = process.env.TALK_MICROPHONE === 'system';
const QUEUE = 'RECEPTION_TALK';
const FILE_SECONDS = 90;
/** About 120 keys a minute: two to four for a Chinese character. */
const KEY_MS = 500;
const SAID = ['她说从三月起每月少发三百元。', '去过社保所两次，都让回去等。', '带来了存折和核定表复印件。', '希望年前补发，并写明原因。'];

const work = mkdtempSync(join(tmpdir(), 'reception-talk-'));
test.beforeAll(() => setUpCups(QUEUE));
test.afterAll(() => {
  removeQueue(QUEUE);
  rmSync(work, { recursive: true, force: true });
});

test(`a whole talk with ${MINUTES} minutes of notes and sound`, async () => {
  test.setTimeout(MINUTES * 60_000 + 180_000);
  const tone = join(work, 'rising.wav');
  writeRisingTone(tone, FILE_SECONDS);
  const program = await launch({ seed: 'demo', args: SYSTEM_MICROPHONE ? [] : microphoneOf(tone) });
  const { page } = program;
  await signInByKeyboard(page, CLERK);
  await choosePrinter(page, QUEUE);
  const visitor = {
    docNumber: residentNumber(31_501),
    name: '周桂英',
    phone: '13700137501',
    summary: '退休金少发',
    field: '劳动和社会保障',
  };
  await registerByKeyboard(page, visitor, CHECKER.pin);
  await beginByKeyboard(page, 'A001');
  const talk = await runningTalk(page);
  await page.keyboard.press('Alt+R');
  await expect(page.getByRole('button', { name: '停止录音' })).toBeVisible();
  await box(page, '记录').focus();

  const until = Date.now() + MINUTES * 60_000;
  let written = 0;
  while (Date.now() < until) {
    await page.keyboard.press(written % 3 === 2 ? 'Alt+2' : 'Alt+1');
    await page.keyboard.type(`${written + 1}. ${SAID[written % SAID.length]}`, { delay: KEY_MS });
    await page.keyboard.press('Enter');
    written++;
  }
  await endWith(page, '待核实', { 责任科室: '社保科' });
  await expect.poll(async () => (await recordingsOf(page, talk)).map(({ state }) => state)).toEqual(['done']);
  const [recording] = await recordingsOf(page, talk);
  if (!recording) throw new Error('no recording');

  const heard = await hear(page, recording.id);
  if (!heard.ok) throw new Error(heard.message);
  const notes = (await notesOf(page, talk)).filter(({ kind }) => kind === 'visitor' || kind === 'lead');
  expect(notes.length).toBe(written);
  // Every note's moment in the sound, seen from the note before; the file begins again every 90 s. Chromium's own
  // microphone runs slow when the machine is busy, so over minutes only the clocks are compared.
  const at = (elapsed: number): number => {
    const ms = elapsed - recording.startedElapsed;
    const part = heard.parts.findLast(({ startMs }) => startMs <= ms) ?? heard.parts[0];
    if (!part) throw new Error('no sound');
    return part.from + (ms - part.startMs) / 1000;
  };
  const off = notes.slice(1).map(({ elapsed }, i) => {
    const before = notes[i]?.elapsed ?? 0;
    const apart = at(elapsed) - at(before) - (elapsed - before) / 1000;
    return apart - Math.round(apart / FILE_SECONDS) * FILE_SECONDS;
  });
  const worst = Math.max(...off.map(Math.abs));
  expect(worst, 's between a note and its sound').toBeLessThan(1);
  const stopped = (await notesOf(page, talk)).find(({ text }) => text === '录音停止。')?.elapsed ?? Number.NaN;
  const drift = (recording.startedElapsed + recording.durationMs - stopped) / 1000;
  expect(Math.abs(drift), 's between the end of the sound and the line that says so').toBeLessThan(1);
  const source = off.reduce((sum, each) => sum + each, 0);

  await expect(page.getByText('接谈已结束')).toBeVisible();
  const { text } = await printed(program, '接收告知单');
  for (const words of ['3个工作日内调查', '10个工作日内反馈', '15日内转送、交办']) expect(text.replace(/\s+/g, '')).toContain(words);
  await page.keyboard.press('Alt+N');
  await draw(page);
  await submitSigning(page);
  await expect(page.getByText(/记录已签署（屏幕签名）/)).toBeVisible();
  await page.keyboard.press('Alt+B');
  await pick(page, list(page, '补正哪一条'), '1. ');
  await typeInto(page, box(page, '补正内容'), '应为四月起');
  await typeInto(page, box(page, '原因'), '核对存折');
  await tabTo(page, page.getByRole('button', { name: /^保存/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log')).toContainText('应为四月起');
  const record = await printed(program, '接谈记录单');
  expect(record.text.replace(/\s+/g, '')).toContain(`${written}.${SAID[(written - 1) % SAID.length]}`);
  console.log(
    `${MINUTES} minutes: ${written} notes, ${heard.parts.length} parts of sound, ${Math.round(recording.durationMs / 1000)} s; a note and its sound at most ${worst.toFixed(3)} s apart, the end ${drift.toFixed(3)} s; the source ran ${source.toFixed(2)} s off`,
  );
  await program.close();
});

const notesOf = (page: Page, id: string) =>
  page.evaluate(async (interviewId) => {
    const all = await window.reception.request('interview.earlier', { id: interviewId, before: 1_000_000, limit: 500 });
    return all.ok ? all.value.map(({ kind, text, elapsed }) => ({ kind: kind as string, text, elapsed })) : [];
  }, id);
