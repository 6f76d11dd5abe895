import { execFileSync } from 'node:child_process';
import { expect, type Page } from '@playwright/test';
import { spooledPdfs } from '../printing/cups-queue';
import { exportNewest } from './exported';
import { standOn } from './hall';
import { box, list, pick, tabTo, tick, typeInto } from './keyboard';
import { newestState } from './print-jobs';
import type { RunningProgram } from './program';

/** From the board: the first who waits is called, the team chosen, and the record is open. */
export async function beginByKeyboard(page: Page, queueNumber: string): Promise<void> {
  await page.keyboard.press('Control+3');
  const next = page.getByRole('listbox', { name: '等候接谈的来访人', exact: true });
  await expect(next).toBeVisible();
  await page.keyboard.press('F8');
  await standOn(page, next, queueNumber);
  await page.keyboard.press('Enter');
  await expect(page.getByText('已叫到第一接访室')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(list(page, '主谈')).toBeFocused();
  await pick(page, list(page, '主谈'), '何敏');
  await pick(page, list(page, '观察'), '孙医生');
  await page.keyboard.press('Enter');
  await expect(box(page, '记录')).toBeFocused();
}

/** The visit enters its room with the first three of the unit, a qualified one among them; by the bridge, for tests of something else. */
export async function beginTalk(page: Page, visitId: string, roomId: string): Promise<string> {
  const result = await page.evaluate(
    async ([id, room]) => {
      const people = await window.reception.request('interview.people', {});
      if (!people.ok) return people;
      const lead = people.value.find(({ qualifications }) => qualifications.length > 0)?.id ?? '';
      const [recorder = '', observer = ''] = people.value.filter((each) => each.id !== lead).map((each) => each.id);
      const rows = await new Promise<{ id: string; state: string }[]>((resolve) => {
        const stop = window.reception.subscribe('queue.list', {}, (r) => {
          queueMicrotask(() => stop());
          if (r.ok) resolve(r.value);
        });
      });
      return window.reception.request('interview.begin', {
        requestId: crypto.randomUUID(),
        visitId: id,
        from: rows.find((row) => row.id === id)?.state ?? '',
        roomId: room,
        team: { lead, recorder, observer },
        recusal: { declared: false },
      });
    },
    [visitId, roomId] as const,
  );
  expect(result.ok, JSON.stringify(result)).toBe(true);
  return result.ok && 'interviewId' in result.value ? result.value.interviewId : '';
}

/** One line of the record, as it is. */
export async function note(page: Page, text: string): Promise<void> {
  await box(page, '记录').fill(text);
  await box(page, '记录').press('Enter');
}

/** The four points unstated, a result with what it needs, and the talk is ended. */
export async function endWith(page: Page, result: string, fields: Record<string, string>): Promise<void> {
  if (result !== '来访人自行离开')
    for (const name of ['具体诉求', '时间地点', '已采取的途径', '期望解决时限'])
      await tick(page, page.getByRole('checkbox', { name: `${name}：来访人未说明` }));
  await pick(page, list(page, '处理结果'), result);
  for (const [name, value] of Object.entries(fields)) await typeInto(page, box(page, name), value);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('接谈已结束')).toBeVisible();
}

export async function submitSigning(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: /签署并定稿/ }));
  await page.keyboard.press('Enter');
}

/** As a hand moves: two strokes. */
export async function draw(page: Page): Promise<void> {
  const canvas = await page.getByRole('img', { name: '请来访人在框内签名' }).boundingBox();
  if (!canvas) throw new Error('no place to sign');
  for (const [x, y] of [
    [60, 40],
    [200, 60],
  ] as const) {
    await page.mouse.move(canvas.x + x, canvas.y + y);
    await page.mouse.down();
    for (let i = 1; i <= 20; i++) await page.mouse.move(canvas.x + x + i * 5, canvas.y + y + Math.sin(i / 3) * 30 + i * 2);
    await page.mouse.up();
  }
}

/** Prints one paper by keyboard on a real queue. @returns its archived page and the text on it */
export async function printed(
  program: RunningProgram,
  letter: string,
  look?: (page: Page) => Promise<unknown>,
): Promise<{ pdf: string; text: string }> {
  const { app, page } = program;
  const before = spooledPdfs().length;
  await page.keyboard.press('Alt+W');
  await pick(page, list(page, '文书'), letter);
  await expect(page.getByRole('region', { name: letter })).toBeVisible({ timeout: 20_000 });
  await look?.(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`${letter}已送往打印队列`)).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press('Escape');
  await expect.poll(() => newestState(page), { timeout: 60_000 }).toBe('printed');
  await expect.poll(() => spooledPdfs().length, { timeout: 60_000 }).toBe(before + 1);
  const pdf = await exportNewest(app, page);
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('log')).toBeVisible();
  return { pdf, text: execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }) };
}
