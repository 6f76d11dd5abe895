import { expect, test } from '@playwright/test';
import { residentNumber } from '../faults/visits';
import { registerByKeyboard, signInByKeyboard } from './keyboard';
import { CHECKER, CLERK, launch, temporaryProfile } from './program';
import { beginByKeyboard, endWith, note } from './talk';

const shot = process.env.TALK_SHOTS;
const VISITOR = {
  docNumber: residentNumber(31_777),
  name: '马秋云',
  phone: '13700137607',
  summary: '楼道照明',
  field: '城乡建设',
};

test('a talk of an earlier day is opened from its visit and from its person, to be signed, printed and amended', async () => {
  test.setTimeout(120_000);
  const profile = temporaryProfile();
  const first = await launch({ profile, seed: 'demo', clock: '2026-11-24T09:00:00+08:00' });
  await signInByKeyboard(first.page, CLERK);
  await registerByKeyboard(first.page, VISITOR, CHECKER.pin);
  await beginByKeyboard(first.page, 'A001');
  await note(first.page, '三楼的灯坏了。');
  await endWith(first.page, '待核实', { 责任科室: '物业科' });
  await first.close();

  const { page, close } = await launch({ profile, seed: 'demo', clock: '2026-12-03T09:00:00+08:00' });
  await signInByKeyboard(page, CLERK);
  const find = async (): Promise<void> => {
    await page.keyboard.press('F2');
    await page.keyboard.type(VISITOR.name);
    await expect(page.getByRole('option').first()).toContainText(VISITOR.name);
  };
  await find();
  await page.keyboard.press('Enter');
  const talks = page.getByRole('region', { name: '接谈', exact: true });
  await expect(talks).toContainText('待核实');
  await expect(talks).toContainText('未签署');
  if (shot) await page.screenshot({ path: `${shot}/visit-talks.png` });
  await page.keyboard.press('Alt+J');
  await expect(page.getByRole('log')).toContainText('三楼的灯坏了。');
  await page.keyboard.press('Alt+B');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');

  await find();
  await page.keyboard.press('Control+P');
  await expect(talks).toContainText('待核实');
  if (shot) await page.screenshot({ path: `${shot}/person-talks.png` });
  await page.keyboard.press('j');
  await expect(page.getByRole('log')).toContainText('三楼的灯坏了。');
  await close();
});
