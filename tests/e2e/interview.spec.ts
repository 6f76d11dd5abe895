import { expect, type Page, test } from '@playwright/test';
import { residentNumber } from '../faults/visits';
import { standOn } from './hall';
import { box, list, pick, registerByKeyboard, signInByKeyboard, tick, typeInto } from './keyboard';
import { CHECKER, CLERK, launch, temporaryProfile } from './program';

const shot = process.env.TALK_SHOTS;

/** What is typed in the running talk, as it lies on the disk. */
const keptDraft = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const mine = await window.reception.request('interview.mine', {});
    if (!mine.ok || !mine.value) return '';
    const draft = await window.reception.request('draft.load', { screen: `interview:${mine.value.id}` });
    return draft.ok ? (draft.value?.value ?? '') : '';
  });

test('called, talked with, noted, answered, all by keyboard; and the record goes on where it was after a kill', async () => {
  const profile = temporaryProfile();
  const first = await launch({ profile, seed: 'demo' });
  let page = first.page;
  await signInByKeyboard(page, CLERK);
  const visitor = {
    docNumber: residentNumber(31_001),
    name: '陈秀英',
    phone: '13700137001',
    summary: '退休金少发',
    field: '劳动和社会保障',
  };
  await registerByKeyboard(page, visitor, CHECKER.pin);
  await page.keyboard.press('Control+3');
  const next = page.getByRole('listbox', { name: '等候接谈的来访人', exact: true });
  await expect(next).toBeVisible();
  await page.keyboard.press('F8');
  await standOn(page, next, 'A001');
  if (shot) await page.screenshot({ path: `${shot}/1-board.png` });
  await page.keyboard.press('Enter');
  await expect(page.getByText('已叫到第一接访室')).toBeVisible();
  await page.keyboard.press('Enter');

  await expect(list(page, '主谈')).toBeFocused();
  await pick(page, list(page, '主谈'), '何敏');
  await pick(page, list(page, '观察'), '孙医生');
  if (shot) await page.screenshot({ path: `${shot}/2-begin.png` });
  await page.keyboard.press('Enter');
  await expect(box(page, '记录')).toBeFocused();
  const opening = page.getByRole('complementary', { name: '开场' });
  await expect(opening).toContainText('慢慢说');
  await page.keyboard.press('Escape');
  await expect(opening, 'one key puts it away').toBeHidden();
  await page.keyboard.type('2024 年 3 月起每月少发 312 元。');
  if (shot) await page.screenshot({ path: `${shot}/3-record.png` });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log')).toContainText('每月少发 312 元');
  await page.keyboard.press('Alt+2');
  await page.keyboard.type('核对待遇核定表。');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+8');
  await page.keyboard.press('Alt+8');
  await expect(page.getByText('建议升级为突发处置')).toBeVisible();
  if (shot) await page.screenshot({ path: `${shot}/4-extreme.png` });
  await page.keyboard.press('Alt+0');
  await expect(page.getByRole('log')).toContainText('未采纳');

  // An article of the library goes into the record: it is found by its words and stays as it was.
  await page.keyboard.press('Alt+Y');
  await expect(page.getByRole('searchbox', { name: '查找要引用的政策' })).toBeFocused();
  await page.keyboard.type('代表人数');
  await expect(page.getByRole('dialog').getByRole('listbox').getByRole('option').first()).toContainText('第二十条');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log')).toContainText('第二十条');
  await expect(page.getByRole('log')).toContainText('（摘要，非原文）');
  await expect(box(page, '记录')).toBeFocused();
  if (shot) await page.screenshot({ path: `${shot}/4b-cited.png` });

  // Two lines as fast as keys go, a third one begun; then the program is killed.
  await page.keyboard.press('F8');
  await page.keyboard.type('一行');
  await page.keyboard.press('Enter');
  await page.keyboard.type('又一行');
  await page.keyboard.press('Enter');
  await page.keyboard.type('没写完的');
  // 「已保存」 stood there for the line before: what the kill must not take is what the draft holds.
  await expect.poll(() => keptDraft(page)).toContain('没写完的');
  await expect(page.getByRole('log')).toContainText('又一行');
  await first.kill();
  const second = await launch({ profile, seed: 'demo' });
  page = second.page;
  await signInByKeyboard(page, CLERK);
  await expect(box(page, '记录')).toHaveValue('没写完的');
  await expect(page.getByRole('log')).toContainText('一行');
  await box(page, '记录').focus();
  await page.keyboard.type('也写完了');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log')).toContainText('没写完的也写完了');

  await page.keyboard.press('F6');
  await expect(box(page, '具体诉求')).toBeFocused();
  await page.keyboard.type('补发退休待遇差额');
  for (const name of ['时间地点', '已采取的途径', '期望解决时限'])
    await tick(page, page.getByRole('checkbox', { name: `${name}：来访人未说明` }));
  await pick(page, list(page, '处理结果'), '待核实');
  await expect(page.getByText('10 个工作日内反馈')).toBeVisible();
  if (shot) await page.screenshot({ path: `${shot}/5-result.png` });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('请填写责任科室')).toBeVisible();
  await typeInto(page, box(page, '责任科室'), '社保科');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('接谈已结束')).toBeVisible();
  await expect(page.getByRole('region', { name: '处理结果' })).toContainText('3 个工作日内调查');
  if (shot) await page.screenshot({ path: `${shot}/6-ended.png` });
  await second.close();
});
