import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { signInByKeyboard } from './keyboard';
import { personWith } from './people';
import { launch } from './program';

const shot = process.env.TALK_SHOTS;
const work = mkdtempSync(join(tmpdir(), 'reception-calendar-'));
test.afterAll(() => rmSync(work, { recursive: true, force: true }));

const file = (name: string, days: unknown[]): string => {
  const path = join(work, name);
  writeFileSync(path, JSON.stringify({ year: 2027, papers: ['https://www.example.cn/notice'], days }));
  return path;
};
const NEW_YEAR = { name: '元旦', date: '2027-01-01', isOffDay: true };

test('a notice is opened from a file; what cannot be taken is named with its reason, and nothing of it is taken', async () => {
  const { page, close } = await launch({ seed: 'demo', clock: '2026-11-24T09:00:00+08:00' });
  await signInByKeyboard(page, personWith('administrator'));
  await page.getByRole('link', { name: '设置', exact: true }).click();
  await page.getByRole('tab', { name: '工作日历' }).click();
  await expect(page.getByText('已知到 2026年12月31日')).toBeVisible();
  await expect(page.getByRole('button', { name: '从文件导入', exact: true })).toBeVisible();

  const bad = file('bad.json', [
    NEW_YEAR,
    { name: '春节', date: '2027-02-30', isOffDay: true },
    { name: '国庆节', date: '2029-10-01', isOffDay: true },
  ]);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Alt+O')]);
  await chooser.setFiles(bad);
  await expect(page.getByText('有 2 处不能录入，什么也没有改变。')).toBeVisible();
  await expect(page.getByText('2027-02-30 不是日历上的日期')).toBeVisible();
  await expect(page.getByText('2029-10-01 不属于 2027 年的通知')).toBeVisible();
  if (shot) await page.screenshot({ path: `${shot}/calendar.png` });

  const [again] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Alt+O')]);
  await again.setFiles(
    file('good.json', [
      NEW_YEAR,
      { name: '元旦', date: '2027-01-02', isOffDay: true },
      { name: '元旦', date: '2027-01-09', isOffDay: false },
    ]),
  );
  await expect(page.getByText('已录入 2027 年：休 2 天，班 1 天')).toBeVisible();
  await expect(page.getByText('已知到 2027年12月31日')).toBeVisible();
  await close();
});
