import { expect, type Page, test } from '@playwright/test';
import { residentNumber } from '../faults/visits';
import { savedNumber } from './desk';
import { hallNow } from './hall';
import { box, list, pick, registerByKeyboard, signInByKeyboard, typeInto, typeVisitor, verifyByKeyboard } from './keyboard';
import { CHECKER_PIN, CLERK, launch } from './program';

/** Noon on a Tuesday: the morning's power cut is over. */
const CLOCK = '2026-11-24T12:00:00+08:00';
const visitor = (n: number) => ({
  docNumber: residentNumber(61_000 + n),
  name: `试补录${'甲乙丙丁'[n]}`,
  summary: '反映停电时来访',
  field: '城乡建设',
});
const paperField = (page: Page, name: string) => page.getByRole('group', { name: '补录纸质卡' }).getByLabel(name);

async function typePaper(page: Page, cardNo: string | null, arrived: string, left: string): Promise<void> {
  if (cardNo !== null) await typeInto(page, box(page, '纸质卡号'), cardNo, 'Shift+Tab');
  await typeInto(page, box(page, '来访时间'), arrived);
  if (left) return typeInto(page, box(page, '离开时间'), left);
  await pick(page, list(page, '现在'), '还在大厅');
}

test('the paper cards of a power cut are typed in one after the other; who is still here stands in the queue', async () => {
  const { page, close } = await launch({ seed: 'demo', clock: CLOCK });
  await signInByKeyboard(page, CLERK);
  await expect(box(page, '证件号码')).toBeFocused();
  await page.keyboard.press('Control+B');
  await expect(box(page, '纸质卡号')).toBeFocused();
  await page.keyboard.type('1');
  await expect(page.getByText('记为 A9001')).toBeVisible();
  await typePaper(page, null, '0815', '940');
  await typeVisitor(page, visitor(0));
  await page.screenshot({ path: 'test-results/paper.png' });
  await verifyByKeyboard(page, CHECKER_PIN);
  await page.keyboard.press('Control+Enter');
  expect(await savedNumber(page)).toBe('20261124-01-9001');
  await expect(page.getByText('来访人已有纸质卡，没有打印')).toBeVisible();

  await expect(box(page, '纸质卡号'), 'the next card of the same day').toHaveValue('2');
  await expect(paperField(page, '来访日期')).toHaveValue('2026-11-24');
  await typePaper(page, '1', '1:5', '');
  await typeVisitor(page, visitor(1));
  await verifyByKeyboard(page, CHECKER_PIN);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('请填写来访时间，如 9:30 或 0930')).toBeVisible();
  await typeInto(page, box(page, '来访时间'), '9:05', 'Shift+Tab');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('A9001 在这一天已经补录，请核对卡号')).toBeVisible();
  await typeInto(page, box(page, '纸质卡号'), '2', 'Shift+Tab');
  await page.keyboard.press('Control+Enter');
  expect(await savedNumber(page)).toBe('20261124-01-9002');
  expect(await hallNow(page)).toMatchObject({ visits: 2, inHall: 1, returned: 1, cardsOut: 1 });

  await page.keyboard.press('Control+B');
  await expect(box(page, '纸质卡号')).toBeHidden();
  await expect(box(page, '证件号码')).toBeFocused();
  expect(await registerByKeyboard(page, visitor(2), CHECKER_PIN), 'the program counts on where it was').toBe('20261124-01-0001');
  await page.keyboard.press('Control+2');
  const rows = page.getByRole('listbox', { name: /等候/ }).getByRole('option');
  await expect(rows.filter({ hasText: 'A9002' })).toContainText('补录');
  await expect(rows.filter({ hasText: 'A9001' })).toHaveCount(0);
  await close();
});
