import { expect, type Page } from '@playwright/test';
import { firstOf } from '../faults/incidents';
import { ask } from './desks';
import { DAY } from './whole-day-people';
import type { Rows } from './whole-day-tables';

/** The figures as 统计 tells them: by its request, walked to the end, and on its screen. */
export async function tablesTold(page: Page): Promise<Record<string, Rows>> {
  const asked = { walkId: crypto.randomUUID(), unit: 'day' as const, day: DAY };
  for (;;) {
    const { report } = await ask(page, 'statistics.walk', asked);
    if (!report) continue;
    return Object.fromEntries(
      report.tables.map(({ id, rows }) => [id, rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)])]),
    );
  }
}

export async function tableOnScreen(page: Page, id: string): Promise<Rows> {
  await page.keyboard.press('F8');
  await page.keyboard.press('Home');
  for (let n = 1; n < Number(id.slice(1)); n++) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('tab', { name: new RegExp(`^${id} `) })).toBeFocused();
  return page
    .getByRole('table')
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim())));
}

/** The program's clock, ms UTC. */
export async function programNow(page: Page): Promise<number> {
  return Date.now() + (await firstOf(page, 'program.state', {})).clockOffsetMs;
}
