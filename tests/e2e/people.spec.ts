import { expect, type Page, test } from '@playwright/test';
import { TEXTS } from '../../renderer/people/texts';
import { numberBorn } from '../shared/facts';
import { box, list, pick, registerByKeyboard, scan, signInByKeyboard, tabTo, typeInto } from './keyboard';
import { CHECKER_PIN, launch, personWith } from './program';

const LEAD = personWith('coordinator');
const BORN = '1962-03-05';
const ONE = { docNumber: numberBorn('1971-04-06', '002'), name: '周桂芳', phone: '13900001111', summary: '养老金停发', field: '劳动' };
const PASSPORT = { docType: '护照', docNumber: 'E12345678', name: ONE.name, phone: ONE.phone, summary: '再问养老金', field: '民政' };
const NAMESAKES = ['001', '003'].map((sequence) => ({
  docNumber: numberBorn(BORN, sequence),
  name: '吴秀英',
  summary: '宅基地纠纷',
  field: '民政',
}));

const known = (page: Page) => page.getByRole('region', { name: /^此人来过/ });
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

/** F2, the words, and with Ctrl+P from the first line found to the whole person. */
async function openPerson(page: Page, words: string, lines: number): Promise<void> {
  await page.keyboard.press('F2');
  await typeInto(page, page.getByRole('searchbox', { name: '查找' }), words);
  await expect(page.getByRole('listbox', { name: '查找结果' }).getByRole('option')).toHaveCount(lines);
  await page.keyboard.press('Control+P');
}

async function typeDocument(page: Page, docType: string, docNumber: string): Promise<void> {
  await pick(page, list(page, '证件类型'), docType, 'Shift+Tab');
  await typeInto(page, box(page, '证件号码'), docNumber);
}

test('one person with two documents is known by either once merged, and split again as before; two people with one name stay two', async () => {
  test.setTimeout(180_000);
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, LEAD);
  await tabTo(page, box(page, '证件号码'));
  const first = await registerByKeyboard(page, { docType: '居民身份证', ...ONE }, CHECKER_PIN);
  await registerByKeyboard(page, { docType: '居民身份证', ...ONE }, CHECKER_PIN);
  await registerByKeyboard(page, PASSPORT, CHECKER_PIN);
  for (const visitor of NAMESAKES) await registerByKeyboard(page, { docType: '居民身份证', ...visitor }, CHECKER_PIN);

  await openPerson(page, ONE.docNumber, 2);
  const person = dialog(page, `${ONE.name} · 来访 2 次`);
  await expect(person.getByRole('region', { name: '可能是同一人' })).toContainText('姓名和手机号相同');
  await expect(person).not.toContainText(ONE.docNumber);
  const visits = person.getByRole('listbox', { name: '全部来访' });
  await expect(visits).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(dialog(page, `来访 ${first}`)).toBeVisible();
  await page.keyboard.press('Control+P');
  await expect(dialog(page, `来访 ${first}`)).toBeHidden();
  await expect(visits).toBeFocused();

  await page.keyboard.press('m');
  const merging = dialog(page, '合并两份记录');
  await expect(merging.getByRole('table')).toContainText('E12***678');
  await expect(merging).toContainText('2 份记录认作一人，共 3 次来访');
  await page.keyboard.press('Enter');
  await expect(merging).toContainText('请填写合并理由');
  await page.keyboard.type('本人同时出示两份证件');
  await page.keyboard.press('Enter');
  const merged = dialog(page, `${ONE.name} · 来访 3 次`);
  await expect(merged.getByRole('status')).toContainText('已合并');
  await expect(merged.getByRole('option')).toHaveCount(3);
  await expect(merged.getByRole('region', { name: '合并、拆分与更正' })).toContainText('并入 居民身份证');
  await page.keyboard.press('Escape');

  await typeDocument(page, '护照', PASSPORT.docNumber);
  await expect(page.getByRole('region', { name: '此人来过 3 次' })).toBeVisible();
  await page.keyboard.press('Alt+1');
  await expect(known(page)).toContainText('本次为第 3 次');
  await page.keyboard.press('Control+P');
  await expect(merged).toBeVisible();
  await expect(merged.getByRole('listbox')).toBeFocused();
  await page.keyboard.press('s');
  await expect(dialog(page, '拆分一份记录')).toContainText('「周桂芳 护照 E12***678」和它的 1 次来访');
  await page.keyboard.type('护照是他人的');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('已拆分');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: '此人来过 1 次' })).toBeVisible();
  await expect(known(page)).not.toContainText('第 3 次');

  await openPerson(page, NAMESAKES[0]?.name ?? '', 2);
  const twin = page.getByRole('dialog');
  await expect(twin.getByRole('region', { name: '可能是同一人' })).toContainText('可能是两个人');
  await page.keyboard.press('m');
  await expect(merging.getByRole('alert')).toContainText('可能是两个人');
  await page.keyboard.type('同一人');
  await page.keyboard.press('Enter');
  await expect(merging).toContainText('请具体写明认定为同一人的依据');
  await expect(merging.getByRole('button', { name: TEXTS.apart, exact: true }), 'the refusal is there').toBeEnabled();
  await page.keyboard.press('Alt+N');
  await expect(twin.getByRole('status')).toContainText('不再提示');
  await expect(twin.getByRole('region', { name: '可能是同一人' })).toBeHidden();

  // Another name over an answer that still stands there: Enter means the person of the name in the field.
  await page.keyboard.press('n');
  const others = dialog(page, '找此人的另一份记录');
  await typeInto(page, box(page, '编号、姓名、拼音、证件或手机后四位'), NAMESAKES[0]?.name ?? '');
  await expect(others.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+A');
  await scan(page, ONE.docNumber);
  await expect(others.getByRole('table')).toContainText(ONE.name);
  await page.keyboard.press('Escape');
  await close();
});
