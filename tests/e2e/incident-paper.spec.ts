import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { removeQueue, setUpCups } from '../printing/cups-queue';
import { exportNewest } from './exported';
import { nameVisitor } from './incidents';
import { box, pick, registerByKeyboard, signInByKeyboard, tabTo } from './keyboard';
import { choosePrinter } from './print-jobs';
import { CHECKER, launch, personWith } from './program';

/** What an incident puts on paper: the sheet with everything, the report that a leader signed; and nothing of anybody's health. */
const QUEUE = 'RECEPTION_INCIDENT';
const COORDINATOR = personWith('coordinator');
const LEADER = personWith('leader');
test.describe.configure({ mode: 'serial' });
test.beforeAll(() => setUpCups(QUEUE));
test.afterAll(() => removeQueue(QUEUE));
const textOf = (pdf: string): string => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });

test('初报 signed by a leader, and the sheet: both on paper, with the timeline, the calls and no word of the care note', async () => {
  test.setTimeout(120_000);
  const { app, page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, COORDINATOR);
  await choosePrinter(page, QUEUE);
  await registerByKeyboard(page, { docNumber: '11010519491231002X', name: '', summary: '再问退休待遇' }, CHECKER.pin);
  await page.keyboard.press('F9');
  await expect(page.getByText('警报已保存')).toBeVisible();
  await page.keyboard.press('7');
  await expect(box(page, '时间线')).toBeFocused();
  await page.keyboard.type('孙医生到场，意识清楚，胸闷');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+7');
  await expect(page.getByRole('log', { name: '时间线' })).toContainText('响应等级调整为 Ⅲ 较大');
  await nameVisitor(page, 'A001');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+R');
  const report = page.getByRole('dialog').filter({ hasText: '初报' });
  await expect(report.getByRole('textbox', { name: '事发地点' })).toHaveValue(/示范县/);
  await pick(page, report.getByRole('combobox', { name: '签发人' }), LEADER.name);
  await tabTo(page, report.getByRole('textbox', { name: /PIN/ }));
  await page.keyboard.type(LEADER.pin);
  await page.keyboard.press('Control+Enter');
  await expect(report.getByText('已签发', { exact: false }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('log', { name: '时间线' })).toContainText('初报');

  await page.keyboard.press('Alt+O');
  await expect(page.getByText('报告单已送去打印')).toBeVisible();
  const sheet = textOf(await exportNewest(app, page, '突发事件报告单'));
  for (const part of ['E07', '突发疾病', '林芳', '孙医生到场，意识清楚，胸闷', 'Ⅲ 较大', '120', 'A001']) expect(sheet).toContain(part);
  const first = textOf(await exportNewest(app, page, '突发事件信息报告'));
  for (const part of ['初报', LEADER.name, '突发疾病']) expect(first).toContain(part);
  for (const paper of [sheet, first]) expect(paper).not.toContain('高血压');
  await close();
});

test('a drill says so on every page', async () => {
  const { app, page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, COORDINATOR);
  await choosePrinter(page, QUEUE);
  await page.keyboard.press('Control+0');
  await page.keyboard.press('Alt+D');
  await pick(page, page.getByRole('combobox', { name: '事件类型' }), 'E15');
  await page.keyboard.press('Tab');
  await page.keyboard.type('上午演练疏散');
  await page.keyboard.press('Tab');
  await page.keyboard.type('全体当班人员');
  await page.keyboard.press('Enter');
  await expect(page.getByText('演练 · 不是真实事件')).toBeVisible();
  await page.keyboard.press('Alt+O');
  await expect(page.getByText('报告单已送去打印')).toBeVisible();
  const pages = textOf(await exportNewest(app, page, '突发事件报告单'))
    .split('\f')
    .filter((text) => text.trim() !== '');
  for (const text of pages) expect(text).toContain('演练');
  await close();
});
