import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import iconv from 'iconv-lite';
import { HALL_RULES } from '../fixtures/policies/hall-rules';
import { box, signInByKeyboard, tabTo, typeInto } from './keyboard';
import { personWith } from './people';
import { launch, type RunningProgram } from './program';

const COORDINATOR = personWith('coordinator');
const FIXTURES = join(__dirname, '..', 'fixtures', 'policies');
const work = mkdtempSync(join(tmpdir(), 'reception-policies-'));
test.afterAll(() => rmSync(work, { recursive: true, force: true }));

test('the library by keyboard: the digest is there, a text is imported, found by words and by number, replaced, retired', async () => {
  test.setTimeout(120_000);
  const program = await launch({ seed: 'demo' });
  const { page } = program;
  await signInByKeyboard(page, COORDINATOR);
  await page.keyboard.press('Control+5');
  await expect(search(page)).toBeFocused();

  // The digest of the first day: by words and by number, and always marked.
  await page.keyboard.type('代表人数');
  await expect(results(page).first()).toContainText('第二十条');
  await expect(article(page)).toContainText('摘要，非原文');
  await expect(article(page).locator('mark').first()).toHaveText('代表人数');
  await page.keyboard.press('Escape');
  await page.keyboard.type('20条');
  await expect(results(page)).toHaveCount(1);
  await expect(article(page).getByRole('heading', { name: /第二十条/ })).toBeVisible();

  const old = join(work, '办法.txt');
  writeFileSync(old, iconv.encode(HALL_RULES, 'gb18030'));
  await chooses(program, old);
  const dialog = page.getByRole('dialog', { name: '导入政策全文' });
  await expect(box(page, '标题')).toHaveValue('示范区接待大厅来访事项办理办法');
  await expect(box(page, '文号或版本')).toHaveValue('示范发〔2025〕7号');
  await expect(dialog.getByRole('status')).toHaveText(/共 9 条：第一条 至 第八条/);
  await expect(dialog.getByText('条号连续，没有缺少或重复。')).toBeVisible();
  expect(await page.content(), 'a path never reaches a screen').not.toContain(work);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已导入「示范区接待大厅来访事项办理办法」，9 条')).toBeVisible();

  await typeInto(page, search(page), '寄存柜');
  await expect(results(page)).toHaveCount(1);
  await expect(results(page).first()).toContainText('第五条');
  await expect(article(page)).toContainText('示范发〔2025〕7号');
  await expect(article(page)).toContainText('2025-04-01 起施行');
  await expect(article(page)).not.toContainText('摘要，非原文');

  // The next version takes its place; the old one is still found, behind it.
  const next = join(work, '办法 2026.md');
  writeFileSync(
    next,
    HALL_RULES.replace('2025〕7号', '2026〕1号').replaceAll('2025年', '2026年').replace('第二条 本办法适用于示范区接待大厅。\n', ''),
  );
  await chooses(program, next);
  await expect(dialog.getByText('缺少：第二条')).toBeVisible();
  const replaces = dialog.getByRole('checkbox', { name: '导入后停用「示范发〔2025〕7号」' });
  await tabTo(page, replaces);
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await typeInto(page, search(page), '雨伞');
  await expect(results(page)).toHaveCount(2);
  await expect(results(page).last()).toContainText('已停用');
  await expect(results(page).first()).not.toContainText('已停用');

  // Out of the catalogue: retired with a reason, and put to use again.
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  const catalogue = page.getByRole('listbox', { name: '政策目录' });
  await expect(catalogue).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Delete');
  const retiring = page.getByRole('dialog', { name: '停用' });
  await expect(retiring).toBeVisible();
  await page.keyboard.type('另有新规定');
  await page.keyboard.press('Enter');
  await expect(retiring).toBeHidden();
  await expect(catalogue.getByRole('option').filter({ hasText: '已停用' })).toHaveCount(2);

  // One text, article by article.
  await catalogue.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const contents = page.getByRole('listbox', { name: '条文目录' });
  await expect(contents).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(article(page).getByRole('heading', { name: /^第二条/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(search(page)).toBeFocused();
  await program.close();
});

test('what cannot be taken in says why, and a Word document and a PDF come in', async () => {
  test.setTimeout(120_000);
  const program = await launch({ seed: 'demo' });
  const { page } = program;
  await signInByKeyboard(page, COORDINATOR);
  await page.keyboard.press('Control+5');
  await expect(search(page)).toBeFocused();
  await chooses(program, join(FIXTURES, 'scan.pdf'));
  await expect(page.getByRole('alert')).toContainText('扫描件');
  const doc = join(work, '旧文件.doc');
  writeFileSync(doc, Buffer.from('d0cf11e0a1b11ae10000', 'hex'));
  await chooses(program, doc);
  await expect(page.getByRole('alert')).toContainText('请另存为 docx');
  for (const [file, words] of [
    ['office.docx', '热水供应'],
    ['office.pdf', '热水供应'],
  ] as const) {
    await chooses(program, join(FIXTURES, file));
    const dialog = page.getByRole('dialog', { name: '导入政策全文' });
    await expect(dialog).toBeVisible({ timeout: 20_000 });
    await expect(dialog.getByRole('status'), file).toHaveText(/共 6 条：第一条 至 第六条/);
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await typeInto(page, search(page), words);
    await expect(results(page).first(), file).toContainText('第四条');
  }
  await expect(results(page)).toHaveCount(2);
  await program.close();
});

const search = (page: Page) => page.getByRole('searchbox', { name: '查找政策', exact: true });
const results = (page: Page) => page.getByRole('listbox', { name: '查找结果' }).getByRole('option');
const article = (page: Page) => page.getByRole('region', { name: '条文' });

async function chooses({ app, page }: RunningProgram, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
  await page.keyboard.press('F5');
}
