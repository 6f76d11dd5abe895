import { expect, test } from '@playwright/test';
import { removeQueue, setUpCups } from '../printing/cups-queue';
import { goTo, textOf } from './day';
import { exportNewest } from './exported';
import { pick, signInByKeyboard, typeInto } from './keyboard';
import { personWith } from './people';
import { choosePrinter, newestState } from './print-jobs';
import { CLERK, launch } from './program';

const QUEUE = 'RECEPTION_BOOK';
const LEADER = personWith('leader');
test.beforeAll(() => setUpCups(QUEUE));
test.afterAll(() => removeQueue(QUEUE));

test('the whole handbook is printed with the pages that its contents tell, and an entry is found and taken back', async () => {
  test.setTimeout(120_000);
  const program = await launch({ seed: 'demo' });
  const { page } = program;
  await signInByKeyboard(page, CLERK);
  await choosePrinter(page, QUEUE);
  const titles = ['先数人再开口', '扩音器放在二楼', '集合点在东门'];
  const approved = await page.evaluate(
    async ({ all, leader }) => {
      const ask = window.reception.request;
      const signers = await ask('incident.signers', {});
      const signerId = signers.ok ? (signers.value.find(({ name }) => name === leader.name)?.id ?? '') : '';
      for (const [i, title] of all.entries()) {
        // The second is longer than a page.
        const body = i === 1 ? Array.from({ length: 90 }, (_, n) => `第${n + 1}步：清点人数`).join('\n') : '分批接谈。';
        const entry = { entryId: '', from: 0, code: 'E08' as const, title, body, incidentId: '' };
        const written = await ask('handbook.write', { requestId: crypto.randomUUID(), ...entry });
        if (!written.ok) return written.error.message;
        const signed = await ask('handbook.approve', { requestId: crypto.randomUUID(), id: written.value.id, signerId, code: leader.pin });
        if (!signed.ok) return signed.error.message;
      }
      return '';
    },
    { all: titles, leader: LEADER },
  );
  expect(approved).toBe('');
  await goTo(page, 'Control+0', '处置手册');
  await page.keyboard.press('Alt+h');
  await page.keyboard.press('Alt+b');
  await expect(page.getByText('全本已送去打印')).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => newestState(page), { timeout: 30_000 }).toBe('printed');

  const entries = page.getByRole('listbox', { name: '手册条目' }).getByRole('option');
  await typeInto(page, page.getByRole('searchbox', { name: '查找手册' }), '扩音');
  await expect(entries).toHaveCount(1);
  await page.keyboard.press('Alt+x');
  const asking = page.getByRole('dialog', { name: '撤销：扩音器放在二楼', exact: true });
  await typeInto(page, asking.getByRole('textbox', { name: '撤销原因' }), '器材已搬走');
  await pick(page, asking.getByRole('combobox', { name: '审定人' }), LEADER.name);
  await typeInto(page, asking.getByRole('textbox', { name: '本人 PIN' }), LEADER.pin);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${LEADER.name}`).filter({ hasText: '器材已搬走' })).toBeVisible();
  await page.keyboard.press('Escape');

  const pages = textOf(await exportNewest(program.app, page, '全本'))
    .split('\f')
    .filter((text) => text.trim() !== '');
  for (const title of titles) {
    const told = new RegExp(`${title}\\s+(\\d+)`).exec(pages[0] ?? '')?.[1];
    expect(pages.findIndex((text, i) => i > 0 && text.trimStart().startsWith(title)) + 1, title).toBe(Number(told));
  }
  expect(pages.length).toBeGreaterThan(titles.length + 1);
  await program.close();
});
