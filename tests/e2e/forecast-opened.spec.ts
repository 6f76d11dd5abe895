import { expect, type Locator, type Page, test } from '@playwright/test';
import { residentNumber } from '../faults/visits';
import { goTo } from './day';
import { ask } from './desks';
import { registerByKeyboard, signInByKeyboard, tabTo } from './keyboard';
import { CHECKER, CLERK, launch, personWith } from './program';

/** An item of the forecast is opened from a figure of 统计 and from a sentence of a 专报, also one far down in its day. */
const ANALYST = personWith('analyst');
const shot = process.env.FORECAST_SHOTS;
const LINES = 260;
const VISITOR = { docNumber: residentNumber(51_701), name: '丁秋霞', phone: '13700137511', summary: '咨询低保', field: '民政' };

const items = (page: Page): Locator => page.getByRole('listbox', { name: '预判条目', exact: true });
const standing = (page: Page): Locator => items(page).locator('[aria-selected=true]');

/** The day's list as it is pasted: all with an hour but the last, whose six people make it 高风险 and the end of the list. */
const lines = (): string =>
  ['来访人\t人数\t主要诉求\t预计时间']
    .concat(Array.from({ length: LINES - 1 }, (_, n) => `第${n + 1}户\t1\t咨询补贴发放第${n + 1}件\t09:00`))
    .concat('北街商户\t6\t要求减免租金\t')
    .join('\n');

test('Enter in a list of 统计 and a source of a 专报 open 预判 on that item and its day, two hundred further down too', async () => {
  test.setTimeout(180_000);
  const before = await launch({ seed: 'demo', clock: '2026-11-23T08:10:00+08:00' });
  // Of a day without visits a 专报 has nothing to say.
  await signInByKeyboard(before.page, CLERK);
  await registerByKeyboard(before.page, VISITOR, CHECKER.pin);
  await ask(before.page, 'session.signOut', {});
  await signInByKeyboard(before.page, ANALYST);
  await goTo(before.page, 'Control+U', '导入表格');
  await before.page.keyboard.press('F6');
  await tabTo(before.page, before.page.getByRole('textbox', { name: /粘贴在这里/ }));
  await before.page.keyboard.insertText(lines());
  await before.page.keyboard.press('Control+Enter');
  await expect(before.page.getByText(`共 ${LINES} 行：可导入 ${LINES} 行`)).toBeVisible();
  await before.page.keyboard.press('Control+Enter');
  await expect(before.page.getByText(`已列出 200 件，共 ${LINES} 件`)).toBeVisible();
  await before.close();

  // The next day: what is looked for is not on the day that 预判 begins with.
  const { page, close } = await launch({ profile: before.profile, clock: '2026-11-24T08:10:00+08:00' });
  await page.setViewportSize({ width: 1366, height: 768 });
  await signInByKeyboard(page, ANALYST);
  await page.keyboard.press('Control+i');
  await expect(page.locator('.statistics[data-state=whole]')).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.locator('.statistics[data-state=whole][data-day="day 2026-11-23"]')).toBeVisible();
  await page.keyboard.press('F8');
  await page.keyboard.press('Home');
  for (let n = 1; n < 8; n++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const figure = (label: string): Locator => page.getByRole('button', { name: new RegExp(`^${label} \\d+，查看记录`) });
  await expect(figure('一般')).toBeFocused();

  // Alt with an arrow is the period's wherever the keyboard stands, and leads back to the same table.
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.locator('.statistics[data-state=whole][data-day="day 2026-11-24"]')).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.locator('.statistics[data-state=whole][data-day="day 2026-11-23"]')).toBeVisible();
  await tabTo(page, figure('一般'));
  await page.keyboard.press('Enter');
  const records = page.getByRole('listbox', { name: '记录', exact: true });
  await expect(records).toBeFocused();
  // To its sixth page, and there to the last: number 259 of the day.
  for (let n = 2; n <= 6; n++) {
    await page.keyboard.press('PageDown');
    await expect(page.getByText(`第 ${n} 页，共 6 页`)).toBeVisible();
    await expect(records).toBeFocused();
  }
  await expect(records.getByRole('option')).toHaveCount((LINES - 1) % 50);
  await page.keyboard.press('End');
  const who = ((await records.locator('[aria-selected=true]').textContent()) ?? '').match(/第\d+户/)?.[0] ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /2026年11月23日/ })).toBeVisible();
  await expect(items(page)).toBeFocused();
  await expect(standing(page)).toContainText(who);
  await expect(page.getByRole('region', { name: who })).toBeVisible();
  if (shot) await page.screenshot({ path: `${shot}/from-statistics.png` });

  // Whoever comes back by the key begins with today.
  await goTo(page, 'Control+j', '起草专报');
  await page.keyboard.press('Control+u');
  await expect(page.getByRole('heading', { name: /2026年11月24日/ })).toBeVisible();

  await goTo(page, 'Control+j', '起草专报');
  await page.keyboard.press('Alt+n');
  await page.getByLabel('日期', { exact: true }).fill('2026-11-23');
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('待编号').first()).toBeVisible();
  await page.keyboard.press('Alt+2');
  const source = page.getByRole('button', { name: '预判：预判 高风险' }).first();
  await tabTo(page, source);
  if (shot) await page.screenshot({ path: `${shot}/source.png` });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /2026年11月23日/ })).toBeVisible();
  await expect(items(page)).toBeFocused();
  await expect(standing(page)).toContainText('北街商户');
  await expect(page.getByText(`已列出 201 件，共 ${LINES} 件`)).toBeVisible();
  if (shot) await page.screenshot({ path: `${shot}/from-briefing.png` });
  await close();
});
