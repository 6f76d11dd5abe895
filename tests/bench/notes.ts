import type { Page } from '@playwright/test';
import { CHECKER_PIN } from '../e2e/people';
import type { RunningProgram } from '../e2e/program';
import { beginTalk } from '../e2e/talk';
import { registerOnce } from '../faults/visits';
import { type Measured, median, percentile, spread, times } from './figures';
import { watchField } from './watch-field';

const NOTES = 5000;
const LINES = 12;
/** Eight keys a second: as fast as somebody types who types for a living. */
const BETWEEN_KEYS_MS = 120;
const LINE = 'tamen shuo cong sanyue qi meiyue shao fa sanbai yuan';

/** Typing into a record that already has thousands of lines, beside the same keys in a bare field of the same window. */
export async function measureNotes({ page }: RunningProgram): Promise<Measured> {
  const saved = await registerOnce(page, 800_000 + (Math.floor(Date.now() / 1000) % 100_000), CHECKER_PIN);
  if ('refused' in saved) throw new Error(saved.refused);
  const id = await beginTalk(page, saved.visitId, 'room-1');
  const began = Date.now();
  await fillRecord(page, id);
  console.log(`  ${NOTES} notes written in ${Math.round((Date.now() - began) / 1000)} s`);
  await page.keyboard.press('Control+3');
  const field = page.getByRole('textbox', { name: '记录', exact: true });
  const room = page.getByRole('listbox', { name: '接访室' });
  await field.or(room).first().waitFor();
  if (!(await field.isVisible())) {
    await room.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
  }
  await field.waitFor();
  await watchField(page);
  await field.evaluate((element) => element.setAttribute('data-bench', 'note'));
  const lag = await typed(page, '[data-bench=note]');

  await page.evaluate(() => {
    const bare = document.createElement('textarea');
    bare.setAttribute('data-bench', 'bare');
    bare.style.cssText = 'position:fixed;inset:auto 0 0 0;height:60px;z-index:9';
    document.body.append(bare);
  });
  const bare = await typed(page, '[data-bench=bare]');
  await page.evaluate(() => document.querySelector('[data-bench=bare]')?.remove());
  const p95 = percentile(lag, 95);
  return {
    rows: [
      {
        what: `a key typed into a record of ${NOTES.toLocaleString('en')} notes`,
        measured: `keystroke to painted: ${spread(lag)}`,
        against: `the same keys in a bare field: ${spread(bare)}`,
        ratio: times(median(lag) / median(bare)),
        goal: 'p95 ≤ 16 ms',
        met: p95 <= 16,
      },
    ],
    raw: { 'note keystroke to painted, ms': lag, 'bare field keystroke to painted, ms': bare },
  };
}

/** With Enter at the end of each line: what a line costs is felt in the next one. */
async function typed(page: Page, selector: string): Promise<number[]> {
  await page.locator(selector).focus();
  await page.evaluate((s) => window.field.begin(s), selector);
  for (let n = 0; n < LINES; n++) {
    await page.keyboard.type(LINE, { delay: BETWEEN_KEYS_MS });
    await page.keyboard.press('Enter');
  }
  return page.evaluate(() => window.field.end());
}

const fillRecord = (page: Page, id: string): Promise<void> =>
  page.evaluate(
    async ([interviewId, count]) => {
      for (let n = 0; n < count; n++) {
        const note = { kind: 'visitor' as const, text: `第 ${n + 1} 条：从三月起每月少发三百元，去过两次。`, elapsed: n * 10 };
        const answer = await window.reception.request('interview.note', { requestId: crypto.randomUUID(), id: interviewId, note });
        if (!answer.ok) throw new Error(answer.error.message);
      }
    },
    [id, NOTES] as const,
  );
