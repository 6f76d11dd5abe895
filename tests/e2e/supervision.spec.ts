import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { residentNumber } from '../faults/visits';
import { box, list, pick, registerByKeyboard, signInByKeyboard, tabTo, typeInto } from './keyboard';
import { personWith } from './people';
import { CHECKER, CLERK, launch, type RunningProgram, temporaryProfile } from './program';
import { beginByKeyboard, endWith, note } from './talk';

const COORDINATOR = personWith('coordinator');
const shot = process.env.TALK_SHOTS;
const work = mkdtempSync(join(tmpdir(), 'reception-tables-'));
test.afterAll(() => rmSync(work, { recursive: true, force: true }));
const VISITOR = {
  docNumber: residentNumber(31_601),
  name: '郑玉兰',
  phone: '13700137601',
  summary: '=1+1 拖欠工资',
  field: '劳动和社会保障',
};

test('promises by their day: reminded, investigated, fed back, judged by the visitor, reviewed; found by the code; late ones first', async () => {
  test.setTimeout(180_000);
  const profile = temporaryProfile();
  const first = await launch({ profile, seed: 'demo', clock: '2026-11-24T09:00:00+08:00' });
  let { page } = first;
  await signInByKeyboard(page, CLERK);
  // What the demonstration owes stands there from the first minute, late; fed back, nothing is owed any more.
  await page.keyboard.press('Control+4');
  await expect(page.getByText('1 项已超期')).toBeVisible();
  await expect(promises(page).getByRole('option')).toHaveCount(1);
  await expect(promises(page)).toBeFocused();
  await followUp(page, '反馈来访人', { 内容: '核定结果已告知', '接收人、科室': '李秀兰' }, '电话');
  await expect(page.getByText('没有未完成的期限')).toBeVisible();
  await page.keyboard.press('Control+1');
  const number = await registerByKeyboard(page, VISITOR, CHECKER.pin);
  await beginByKeyboard(page, 'A001');
  await note(page, '三个月没有发工资。');
  await endWith(page, '待核实', { 责任科室: '劳动监察科' });
  await page.keyboard.press('Control+4');
  await expect(promises(page)).toBeFocused();
  await expect(promises(page).getByRole('option')).toHaveCount(3);
  await expect(promises(page).getByRole('option').first()).toContainText('3 个工作日内调查');
  await expect(promises(page).getByRole('option').first()).toContainText('2026年11月27日（周五）');
  const file = page.getByRole('region', { name: VISITOR.summary });
  const code = (await file.getByText(/^[A-Z0-9]{6,10}$/).innerText()).trim();
  await followUp(page, '提醒责任科室', { '接收人、科室': '劳动监察科' }, '电话');
  await expect(promises(page).getByRole('option').first()).toContainText('已提醒 1 次');
  await followUp(page, '调查完成', { 内容: '已约谈用工单位，工资表核对无误。' });
  await expect(promises(page).getByRole('option')).toHaveCount(2);
  if (shot) await page.screenshot({ path: `${shot}/supervision.png` });

  // Tables for other hands: a cell that a spreadsheet would carry out is defused, and nothing is a formula.
  const csv = join(work, '督办.csv');
  await saves(first, csv);
  await page.keyboard.press('Alt+E');
  await expect(page.getByText('已导出「督办.csv」，2 行。')).toBeVisible();
  const text = readFileSync(csv, 'utf8');
  expect(text.startsWith('\uFEFF到期,情况,')).toBe(true);
  expect(text).toContain("'=1+1 拖欠工资");

  // Typed into the official system by hand: every field whole, one key copies it, and it is ticked off.
  await page.keyboard.press('Alt+T');
  const todo = page.getByRole('listbox', { name: '待转录的来访' });
  await expect(todo).toBeFocused();
  await expect(todo).not.toContainText(VISITOR.name);
  await page.keyboard.press('Enter');
  const values = page.getByRole('listbox', { name: '转录内容' });
  await expect(values).toBeFocused();
  await expect(values).toContainText(VISITOR.docNumber);
  await expect(values).toContainText(VISITOR.name);
  await page.keyboard.press('End');
  for (const words of ['待核实', '劳动监察科', code]) await expect(values).toContainText(words);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByText('已复制「信访件编号」')).toBeVisible();
  if (shot) await page.screenshot({ path: `${shot}/transcript.png` });
  await tabTo(page, box(page, '系统编号'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('请填写系统编号')).toBeVisible();
  await page.keyboard.type('XF2026-0001');
  await page.keyboard.press('Enter');
  await expect(page.getByText('已打勾，系统编号 XF2026-0001。')).toBeVisible();
  await expect(page.getByText('这些日子没有要转录的来访。')).toBeVisible();
  await page.keyboard.press('Alt+D');
  await expect(todo.getByRole('option').first()).toContainText('已录入 XF2026-0001');
  const xlsx = join(work, '转录.xlsx');
  await saves(first, xlsx);
  await page.keyboard.press('Alt+E');
  await expect(page.getByText(/已导出「转录.xlsx」，1 行。/)).toBeVisible();
  const sheet = execFileSync('unzip', ['-p', xlsx, 'xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml'], { encoding: 'utf8' });
  for (const words of [VISITOR.docNumber, 'XF2026-0001', '=1+1 拖欠工资', '信访件编号']) expect(sheet).toContain(words);
  expect(sheet).not.toContain('<f>');
  await first.close();

  // Twelve working days later both are late; they stand first, and what was done ends them.
  const second = await launch({ profile, seed: 'demo', clock: '2026-12-10T09:00:00+08:00' });
  page = second.page;
  await signInByKeyboard(page, COORDINATOR);
  await page.keyboard.press('Control+4');
  await expect(page.getByText('2 项已超期')).toBeVisible();
  await page.keyboard.press('Alt+Q');
  await page.keyboard.type(number);
  await typeInto(page, box(page, '查询码'), 'WRONG00');
  await page.keyboard.press('Enter');
  await expect(page.getByText('编号和查询码不符')).toBeVisible();
  await typeInto(page, box(page, '查询码'), code);
  await page.keyboard.press('Enter');
  // The matter may stand on the screen already: whoever asked waits for the answer, which closes the question.
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('region', { name: VISITOR.summary })).toContainText('已录入信访信息系统');
  // 办结 would end what is open without its being kept: said before, and it wants a reason.
  await page.keyboard.press('Alt+N');
  await pick(page, list(page, '事项'), '办结');
  await expect(page.getByText(/办结后这些期限不再计算：10 个工作日内反馈、15 日内/)).toBeVisible();
  await tabTo(page, page.getByRole('dialog', { name: '记事' }).getByRole('button', { name: '保存' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('请写明内容')).toBeVisible();
  await page.keyboard.press('Escape');
  await followUp(page, '反馈来访人', { 内容: '工资已补发到卡', '接收人、科室': VISITOR.name }, '电话');
  await followUp(page, '书面告知', { 内容: '处理情况告知书' }, '书面');
  await expect(page.getByText('没有未完成的期限')).toBeVisible();
  await followUp(page, '满意度评价', {}, '', '基本满意');
  await followUp(page, '出具处理意见书', { 内容: '示范处〔2026〕1号' });
  const history = page.getByRole('region', { name: VISITOR.summary });
  await expect(history).toContainText('来访人可以申请');
  await followUp(page, '办结', { 内容: '工资已补发' });
  await expect(page.getByText('没有未完成的期限'), 'the right to ask is owed by nobody').toBeVisible();

  // A settled matter is found by its number or name, and what comes after the end is entered there.
  await page.keyboard.press('Alt+3');
  await expect(box(page, '编号、姓名、拼音、证件或手机后四位')).toBeFocused();
  await page.keyboard.type('郑玉兰');
  const settled = page.getByRole('listbox', { name: '已办结' });
  await expect(settled.getByRole('option')).toHaveCount(1);
  await expect(settled.getByRole('option').first()).toContainText(number);
  await page.keyboard.press('Enter');
  await expect(settled).toBeFocused();
  if (shot) await page.screenshot({ path: `${shot}/supervision-settled.png` });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: '记事' })).toBeVisible();
  await page.keyboard.press('Escape');
  await followUp(page, '申请复查', {});
  await expect(settled, 'it is open again').toBeHidden();
  await page.keyboard.press('Alt+1');
  await expect(promises(page).getByRole('option').first()).toContainText('30 日内复查');
  for (const words of ['逾期完成', '反馈来访人', '基本满意', '申请复查', '出具处理意见书']) await expect(history).toContainText(words);
  if (shot) await page.screenshot({ path: `${shot}/supervision-later.png` });
  await second.close();
});

const promises = (page: Page) => page.getByRole('listbox', { name: '未完成的期限' });

async function followUp(page: Page, kind: string, fields: Record<string, string>, method = '', score = ''): Promise<void> {
  await page.keyboard.press('Alt+N');
  const dialog = page.getByRole('dialog', { name: '记事' });
  await expect(dialog).toBeVisible();
  await pick(page, list(page, '事项'), kind);
  if (score) await pick(page, list(page, '满意程度'), score);
  for (const [name, value] of Object.entries(fields).filter(([name]) => name !== '内容')) await typeInto(page, box(page, name), value);
  if (method) await pick(page, list(page, '方式'), method);
  if (fields.内容) await typeInto(page, box(page, '内容'), fields.内容);
  await tabTo(page, dialog.getByRole('button', { name: '保存' }));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

async function saves({ app }: RunningProgram, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
  }, path);
}
