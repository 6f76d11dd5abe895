import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import iconv from 'iconv-lite';
import { BROKEN_LINE, fixtureLine } from '../fixtures/ledger/lines';
import { box, pick, signInByKeyboard, tabTo, typeInto } from './keyboard';
import { personWith } from './people';
import { CLERK, launch, type RunningProgram, temporaryProfile } from './program';

const ADMIN = personWith('administrator');
const FIXTURES = join(__dirname, '..', 'fixtures', 'ledger');
const work = mkdtempSync(join(tmpdir(), 'reception-ledger-'));
test.afterAll(() => rmSync(work, { recursive: true, force: true }));

test('5,000 lines of a real workbook: progress, cancelled in the middle, killed in the middle, imported, imported again, undone', async () => {
  test.setTimeout(240_000);
  const profile = temporaryProfile();
  let program = await launch({ profile, seed: 'demo' });
  let { page } = program;
  await openLedgers(page);
  await chooses(program, join(FIXTURES, '5000.xlsx'));
  await expect(counts(page)).toHaveText(/共 5,000 行：可导入 4,999 行，重复 0 行，不能导入 1 行/);
  const refused = page.getByRole('region', { name: '不能导入的行' });
  await expect(refused.getByRole('row').filter({ hasText: '科学计数法' })).toContainText(String(BROKEN_LINE + 5));
  expect(await page.content(), 'a path never reaches a screen').not.toContain(FIXTURES);
  await program.app.evaluate(
    ({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
    },
    join(work, 'refused.csv'),
  );
  await tabTo(page, page.getByRole('button', { name: '导出不能导入的行' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('已导出到「refused.csv」')).toBeVisible();
  expect(readFileSync(join(work, 'refused.csv'), 'utf8')).toContain(fixtureLine(BROKEN_LINE, 5000).name);

  // Cancelled in the middle: the question first, then nothing is left.
  await page.keyboard.press('Control+Enter');
  await reaches(page, 500);
  await page.keyboard.press('Escape');
  const question = page.getByRole('dialog', { name: '取消这次导入？' });
  await expect(question).toBeVisible();
  await tabTo(page, question.getByRole('button', { name: '取消导入' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('已取消，写入的行已全部撤回')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('还没有导入过')).toBeVisible();
  await nothingOf(page, 0);

  // Killed in the middle: taken back before the next start shows anything.
  await openLedgers(page);
  await chooses(program, join(FIXTURES, '5000.xlsx'));
  await expect(counts(page)).toHaveText(/可导入 4,999 行，重复 0 行/);
  await page.keyboard.press('Control+Enter');
  await reaches(page, 500);
  await program.kill();
  program = await launch({ profile, seed: 'demo' });
  page = program.page;
  await nothingOf(page, 0);

  await openLedgers(page);
  await chooses(program, join(FIXTURES, '5000.xlsx'));
  await expect(counts(page)).toHaveText(/可导入 4,999 行，重复 0 行/);
  const began = Date.now();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('progressbar', { name: '导入进度' })).toBeVisible();
  await expect(page.getByText('导入完成：导入 4,999 行，重复未导入 0 行，不能导入 1 行')).toBeVisible({ timeout: 60_000 });
  say('5,000 lines, xlsx', 4999, Date.now() - began);
  await openLedgers(page);
  await chooses(program, join(FIXTURES, '5000.xlsx'));
  await expect(counts(page)).toHaveText(/可导入 0 行，重复 4,999 行，不能导入 1 行/);
  const repeated = page.getByRole('region', { name: '重复的行（前 200 行，共 4,999 行）' });
  await expect(repeated.getByRole('row')).toHaveCount(1 + 200);
  await expect(repeated.getByRole('row').nth(1)).toContainText(/^5已导入/);
  await expect(page.getByRole('button', { name: '开始导入' })).toBeDisabled();
  await tabTo(page, page.getByRole('button', { name: '不导入，关闭文件' }));
  await page.keyboard.press('Enter');

  // On the first day they are known: the clerk finds them by name and pinyin, and the desk calls them returning.
  await isKnown(page);
  await openLedgers(page);
  await tabTo(page, page.getByRole('button', { name: '撤销这次导入' }));
  await page.keyboard.press('Enter');
  const undo = page.getByRole('dialog', { name: '撤销这次导入？' });
  await tabTo(page, undo.getByRole('button', { name: '撤销这次导入' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('已撤销这次导入，导入的行已全部撤回')).toBeVisible({ timeout: 60_000 });
  await nothingOf(page, 0);
  await program.close();
});

test('50,000 lines, as a workbook and as CSV in GB18030', async () => {
  test.setTimeout(900_000);
  const csv = join(work, '50000.csv');
  const lines = Array.from({ length: 50_000 }, (_, n) => {
    const { date, name, docNumber, sex, phone, summary, field, result } = fixtureLine(n, 50_000);
    return [date.replaceAll('-', '/'), name, sex, docNumber, phone, `"${summary}"`, field, result].join(',');
  });
  writeFileSync(csv, iconv.encode(['登记日期,来访人,性别,证件号码,联系电话,反映问题,类别,处理情况', ...lines].join('\r\n'), 'gb18030'));
  for (const path of [csv, join(FIXTURES, '50000.xlsx')]) {
    const program = await launch({ seed: 'demo' });
    const { page } = program;
    await openLedgers(page);
    const opened = Date.now();
    await chooses(program, path);
    await expect(counts(page)).toHaveText(/共 50,000 行：可导入 50,000 行，重复 0 行，不能导入 0 行/, { timeout: 60_000 });
    say(`preview of ${path.slice(-10)}`, 50_000, Date.now() - opened);
    const began = Date.now();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('导入完成：导入 50,000 行')).toBeVisible({ timeout: 400_000 });
    say(`import of ${path.slice(-10)}`, 50_000, Date.now() - began);
    const again = Date.now();
    await chooses(program, path);
    await expect(counts(page)).toHaveText(/可导入 0 行，重复 50,000 行/, { timeout: 60_000 });
    say(`the same again, preview`, 50_000, Date.now() - again);
    await program.close();
  }
});

const counts = (page: Page) => page.getByRole('status').filter({ hasText: '可导入' });
const say = (what: string, lines: number, ms: number): void =>
  console.log(`${what}: ${(ms / 1000).toFixed(1)} s, ${Math.round(lines / (ms / 1000))} lines/s`);

/** Whoever signs in: the administrator, at 设置 · 旧台账. */
async function openLedgers(page: Page): Promise<void> {
  await signInAs(page, ADMIN);
  await page.keyboard.press('Control+9');
  const tabs = page.getByRole('tablist', { name: '设置' });
  const tab = tabs.getByRole('tab', { name: '旧台账' });
  await tabTo(page, tabs.getByRole('tab', { selected: true }));
  const count = await tabs.getByRole('tab').count();
  for (let n = 0; n < count && (await tab.getAttribute('aria-selected')) !== 'true'; n++) await page.keyboard.press('ArrowDown');
  await expect(tab).toHaveAttribute('aria-selected', 'true');
}

async function signInAs(page: Page, person: { name: string; pin: string }): Promise<void> {
  const who = page.getByRole('combobox', { name: '工作人员', exact: true });
  const other = page.getByRole('button', { name: '切换人员' });
  await expect(who.or(other)).toBeVisible();
  if (await other.isVisible()) {
    // The form may still take the caret for what was just found.
    await expect(async () => {
      await tabTo(page, other, 'Shift+Tab');
      await page.keyboard.press('Enter');
      await expect(who).toBeVisible({ timeout: 2000 });
    }).toPass();
  }
  await expect(who.locator('option').filter({ hasText: person.name })).toBeAttached();
  await signInByKeyboard(page, person);
}

async function chooses({ app, page }: RunningProgram, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
  await page.keyboard.press('F5');
}

/** The import is under way and has got so far. */
async function reaches(page: Page, lines: number): Promise<void> {
  const bar = page.getByRole('progressbar', { name: '导入进度' });
  await expect(bar).toBeVisible();
  await expect.poll(() => bar.evaluate((e) => (e as HTMLProgressElement).value), { intervals: [20] }).toBeGreaterThanOrEqual(lines);
}

async function nothingOf(page: Page, n: number): Promise<void> {
  const { name } = fixtureLine(n, 5000);
  await signInAs(page, CLERK);
  await page.keyboard.press('F2');
  await page.keyboard.type(name);
  await expect(page.getByText(/^没有找到。可试/)).toBeVisible();
  await page.keyboard.press('Escape');
}

async function isKnown(page: Page): Promise<void> {
  const { name, docNumber } = fixtureLine(0, 5000);
  await signInAs(page, CLERK);
  await page.keyboard.press('Control+1');
  await pick(page, page.getByRole('combobox', { name: '证件类型', exact: true }), '居民身份证');
  await typeInto(page, box(page, '证件号码'), docNumber);
  await page.keyboard.press('Tab');
  await expect(box(page, '姓名')).toHaveValue(name);
  await expect(page.getByRole('region', { name: '此人来过 4 次' })).toBeVisible();
}
