import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { residentNumber } from '../faults/visits';
import { removeQueue, setUpCups } from '../printing/cups-queue';
import { box, list, pick, registerByKeyboard, signInByKeyboard, tabTo, typeInto } from './keyboard';
import { choosePrinter } from './print-jobs';
import { CHECKER, CLERK, launch } from './program';
import { beginByKeyboard, draw, endWith, note, printed, submitSigning } from './talk';

/** From the last word to the signed paper, on a real CUPS queue. */
const QUEUE = 'RECEPTION_SIGN';
test.describe.configure({ mode: 'serial' });
test.beforeAll(() => setUpCups(QUEUE));
test.afterAll(() => removeQueue(QUEUE));
const shot = process.env.TALK_SHOTS;
const work = mkdtempSync(join(tmpdir(), 'reception-signing-'));
test.afterAll(() => rmSync(work, { recursive: true, force: true }));

const VISITOR = { name: '吴秀英', phone: '13700137401', summary: '反映灌溉水渠损坏', field: '自然资源' };
const RARE = '𠮷田村的䶮老汉和㛃姐';
const LONG = Array.from({ length: 10_000 }, (_, i) => `第${i}句，水渠还没有修。`)
  .join('')
  .slice(0, 99_990);

test('a promise with both its dates on paper; signed on the screen, frozen, amended; a record of any length is printed whole', async () => {
  test.setTimeout(180_000);
  const program = await launch({ seed: 'demo', clock: '2026-11-24T09:00:00+08:00' });
  const { page } = program;
  await signInByKeyboard(page, CLERK);
  await choosePrinter(page, QUEUE);
  await registerByKeyboard(page, { ...VISITOR, docNumber: residentNumber(31_401) }, CHECKER.pin);
  await beginByKeyboard(page, 'A001');
  await note(page, `${RARE}说水渠坏了三年。`);
  await note(page, '响\u0007铃');
  await expect(page.getByRole('alert')).toContainText('看不见的控制字符');
  await expect(box(page, '记录')).toHaveValue('响\u0007铃');
  await box(page, '记录').fill('');
  await note(page, `${LONG}末尾一句`);
  await expect(page.getByRole('log')).toContainText('末尾一句');
  await endWith(page, '待核实', { 责任科室: '水利科' });
  await expect(page.getByText('签名').first()).toBeVisible();

  // What the visitor takes home: two periods, each with its day.
  const { text: letter } = await printed(program, '接收告知单');
  for (const words of [
    '处理结果：待核实。',
    '3 个工作日内调查',
    '2026年11月27日（周五）',
    '10 个工作日内反馈',
    '2026年12月8日（周二）',
    '查询码',
  ])
    expect(letter.replace(/\s+/g, ''), words).toContain(words.replace(/\s+/g, ''));

  await page.keyboard.press('Alt+N');
  await expect(page.getByRole('dialog', { name: '签名' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await tabTo(page, page.getByRole('button', { name: /签署并定稿/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('请来访人在框内签名')).toHaveCount(2);
  await draw(page);
  if (shot) await page.screenshot({ path: `${shot}/signing.png` });
  await tabTo(page, page.getByRole('button', { name: /签署并定稿/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/记录已签署（屏幕签名）2026-11-24 09:/)).toBeVisible();
  await expect(page.getByRole('log')).toContainText('记录已向来访人宣读；来访人屏幕签名。');

  await page.keyboard.press('Alt+B');
  await pick(page, list(page, '补正哪一条'), '说水渠坏了三年');
  await typeInto(page, box(page, '补正内容'), '应为四年');
  await typeInto(page, box(page, '原因'), '来访人来电更正');
  await tabTo(page, page.getByRole('button', { name: /^保存/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log')).toContainText('应为四年');
  await expect(page.getByRole('log')).toContainText('三年');
  if (shot) await page.screenshot({ path: `${shot}/signed.png` });
  await page.keyboard.press('Alt+N');
  await expect(page.getByRole('img', { name: '来访人签名' })).toBeVisible();
  await page.keyboard.press('Escape');

  const { pdf, text: record } = await printed(program, '接谈记录单');
  const bare = record.replace(/\s+/g, '');
  for (const words of [RARE, '第0句，水渠还没有修。', '末尾一句', '应为四年', '与本人所说一致']) expect(bare, words).toContain(words);
  const pages = /第(\d+)页，共(\d+)页/g;
  const numbers = [...bare.matchAll(pages)].map(([, n, all]) => [Number(n), Number(all)]);
  expect(numbers.length).toBeGreaterThan(50);
  expect(numbers.map(([n]) => n)).toEqual(numbers.map((_, i) => i + 1));
  expect(new Set(numbers.map(([, all]) => all))).toEqual(new Set([numbers.length]));
  expect(execFileSync('pdfimages', ['-list', pdf], { encoding: 'utf8' }).split('\n').length, 'the drawn name').toBeGreaterThan(3);
  if (shot) {
    execFileSync('pdftoppm', ['-r', '60', '-png', '-f', '1', '-l', '1', pdf, `${shot}/record-first`]);
    execFileSync('pdftoppm', ['-r', '60', '-png', '-f', String(numbers.length), pdf, `${shot}/record-last`]);
  }
  await program.close();
});

test('signed on paper that is scanned in; refused before a witness; nothing is signed twice or too early', async () => {
  test.setTimeout(120_000);
  const program = await launch({ seed: 'demo' });
  const { page } = program;
  await signInByKeyboard(page, CLERK);
  await registerByKeyboard(page, { ...VISITOR, docNumber: residentNumber(31_402) }, CHECKER.pin);
  await beginByKeyboard(page, 'A001');
  await note(page, '水渠坏了三年。');
  const scan = join(work, 'signed.pdf');
  writeFileSync(scan, `%PDF-1.7\n${'0'.repeat(500)}\n%%EOF\n`);
  await program.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, scan);
  await endWith(page, '来访人自行离开', { 原因: '赶末班车' });
  await page.keyboard.press('Alt+N');
  await page.keyboard.press('ArrowRight');
  await tabTo(page, page.getByRole('button', { name: '存入扫描件' }));
  await page.keyboard.press('Enter');
  await expect(list(page, '签过名的接谈记录单').locator('option')).toHaveCount(2);
  await submitSigning(page);
  await expect(page.getByText('请选择签过名的扫描件')).toBeVisible();
  await pick(page, list(page, '签过名的接谈记录单'), '签过名的接谈记录单', 'Shift+Tab');
  await submitSigning(page);
  await expect(page.getByText(/记录已签署（纸上签名）/)).toBeVisible();

  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('Control+1');
  await registerByKeyboard(page, { ...VISITOR, docNumber: residentNumber(31_403), phone: '13700137403' }, CHECKER.pin);
  await beginByKeyboard(page, 'A002');
  await note(page, '我不想说了。');
  await endWith(page, '来访人自行离开', { 原因: '赶末班车' });
  await page.keyboard.press('Alt+N');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await submitSigning(page);
  await expect(page.getByText('请填写拒签原因')).toBeVisible();
  await expect(page.getByText('请填写见证人')).toBeVisible();
  await typeInto(page, box(page, '拒签原因'), '认为处理不公', 'Shift+Tab');
  await typeInto(page, box(page, '见证人'), '孙医生');
  await submitSigning(page);
  await expect(page.getByText(/记录已签署（拒绝签名）.*原因：认为处理不公；见证人 孙医生。/)).toBeVisible();
  await program.close();
});
