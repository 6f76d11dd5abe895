import { expect, type Page, test } from '@playwright/test';
import { checkDigit } from '../../shared/rules/check-digit';
import { residentNumber } from '../faults/visits';
import { savedNumber } from './desk';
import {
  box,
  list,
  openNewest,
  pick,
  registerByKeyboard,
  signInByKeyboard,
  tabTo,
  tick,
  typeInto,
  typeVisitor,
  verifyByKeyboard,
} from './keyboard';
import { CHECKER, CHECKER_PIN, CLERK, launch } from './program';

/** 登记台 as a clerk works at it: the hands stay on the keyboard. */
const VISITOR = { docNumber: residentNumber(21_001), name: '高明', phone: '13900021001', field: '城乡建设', summary: '反映小区积水' };
const saved = (page: Page) => page.getByRole('status').filter({ hasText: '已登记' });

test('a first visitor, without the mouse: Enter from field to field, F6, Ctrl+Enter', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  await expect(box(page, '证件号码')).toBeFocused();
  const enter = (text: string) => page.keyboard.type(text).then(() => page.keyboard.press('Enter'));
  await enter(VISITOR.docNumber);
  await expect(box(page, '姓名')).toBeFocused();
  await expect(page.getByText('校验码正确')).toBeVisible();
  await enter(VISITOR.name);
  await enter('2');
  await expect(page.getByRole('spinbutton', { name: '来访人数' })).toHaveValue('2');
  await enter(VISITOR.phone);
  await enter('示范县为民路 9 号');
  await enter('示范县');
  await expect(box(page, '来访事由')).toBeFocused();
  await page.keyboard.type(VISITOR.summary);
  await pick(page, list(page, '诉求领域'), VISITOR.field);
  await tick(page, page.getByRole('checkbox', { name: '已告知接访须知与录音' }));
  await verifyByKeyboard(page, CHECKER_PIN);
  await expect(page.getByText(new RegExp(`${CHECKER.name} \\d\\d:\\d\\d 相符`))).toBeVisible();
  await page.keyboard.press('Control+Enter');
  expect(await savedNumber(page)).toMatch(/^\d{8}-01-0001$/);
  await expect(page.getByRole('option', { name: /A001/ })).toContainText('高*');

  await expect(box(page, '证件号码'), 'ready for the next visitor').toBeFocused();
  await expect(box(page, '证件号码')).toHaveValue('');
  await expect(box(page, '来访事由')).toHaveValue('');
  expect(await registerByKeyboard(page, { ...VISITOR, docNumber: residentNumber(21_002), name: '高静' }, CHECKER_PIN)).toMatch(/-0002$/);
  await close();
});

/** A number whose check digit is X, and the same with a wrong one. */
const WITH_X = Array.from({ length: 40 }, (_, n) => residentNumber(22_000 + n)).find((n) => n.endsWith('X')) ?? '';
const fullWidth = (text: string): string => text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));

test('what is refused says which digit and which rule, and nothing that was typed is lost', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  const wrong = `${WITH_X.slice(0, 17)}3`;
  const name = '欧阳若水';
  await typeVisitor(page, { ...VISITOR, docNumber: wrong, name, phone: '1390002200' });
  await expect(page.getByText('第 18 位校验码应为 X，现为 3')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('手机号应为 11 位，现为 10 位')).toBeVisible();
  await expect(page.getByText('第 18 位校验码应为 X，现为 3')).toBeVisible();
  await expect(saved(page)).toBeHidden();
  for (const [field, value] of [
    ['证件号码', wrong],
    ['姓名', name],
    ['手机', '1390002200'],
    ['来访事由', VISITOR.summary],
  ] as const)
    await expect(box(page, field)).toHaveValue(value);
  await expect(list(page, '诉求领域').locator('option:checked')).toHaveText(VISITOR.field);

  await page.keyboard.press('F6');
  await expect(page.getByRole('dialog'), 'there is no number to compare yet').toBeHidden();

  await typeInto(page, box(page, '证件号码'), `${fullWidth(WITH_X.slice(0, 17))}x`);
  await expect(page.getByText('校验码正确')).toBeVisible();
  await typeInto(page, box(page, '手机'), '13900022000');
  await verifyByKeyboard(page, CHECKER_PIN);
  await page.keyboard.press('Control+Enter');
  await savedNumber(page);
  await close();
});

test('「以证面为准」: after a second look the printed number stands, and only where the check digit alone disagrees', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  const stand = page.getByRole('checkbox', { name: '以证面为准' });
  await typeInto(page, box(page, '证件号码'), `${WITH_X.slice(0, 6)}19491301${WITH_X.slice(14)}`);
  await expect(page.getByText('第 7–14 位出生日期 1949-13-01 不存在')).toBeVisible();
  await expect(stand).toBeHidden();
  await typeVisitor(page, { ...VISITOR, docNumber: `${WITH_X.slice(0, 17)}3` });
  await tick(page, stand);
  await expect(page.getByText('以证面为准，已再看过证件')).toBeVisible();
  await verifyByKeyboard(page, CHECKER_PIN);
  await page.keyboard.press('Control+Enter');
  await savedNumber(page);
  await close();
});

test('no card before a 核对: never by the clerk, not with a wrong code, and again when the document changed', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  await typeVisitor(page, { ...VISITOR, docNumber: residentNumber(23_001) });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('还没有核对证件，请先核对（F6），再登记并打印。')).toBeVisible();
  await expect(saved(page)).toBeHidden();

  await page.keyboard.press('F6');
  const dialog = page.getByRole('dialog');
  const checkers = dialog.getByRole('combobox', { name: '核对人', exact: true });
  await expect(checkers.locator('option').filter({ hasText: CHECKER.name })).toBeAttached();
  await expect(checkers.locator('option').filter({ hasText: CLERK.name })).toHaveCount(0);
  const code = dialog.getByRole('textbox', { name: '核对码', exact: true });
  await expect(code).toBeFocused();
  await page.keyboard.type(CLERK.pin);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('PIN 不正确，请重新输入。')).toBeVisible();
  await expect(code).toBeFocused();
  await page.keyboard.type(CHECKER_PIN);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/ 相符/)).toBeVisible();

  await typeInto(page, box(page, '证件号码'), residentNumber(23_002));
  await expect(page.getByText('证件已改动，请重新核对')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('证件在核对之后改动过，请重新核对（F6），再登记并打印。')).toBeVisible();
  await expect(saved(page)).toBeHidden();
  await verifyByKeyboard(page, CHECKER_PIN);
  await page.keyboard.press('Control+Enter');
  await savedNumber(page);
  await close();
});

test('nobody without papers is shut out: 未核验 with a reason, 匿名 for an accusation', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  const summary = '未带证件的来访';
  await typeVisitor(page, { ...VISITOR, docType: '未带证件', docNumber: '', name: '田野', summary });
  await expect(box(page, '证件号码')).toBeDisabled();
  await page.keyboard.press('F6');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: '相符' })).toBeHidden();
  await expect(dialog.getByRole('radio', { name: '未核验' })).toBeChecked();
  await expect(dialog.getByRole('textbox', { name: '核对码', exact: true })).toBeFocused();
  await page.keyboard.type(CHECKER_PIN);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('请填写未核验的原因')).toBeVisible();
  await typeInto(page, box(page, '未核验的原因'), '证件遗失，正在补办');
  await typeInto(page, dialog.getByRole('textbox', { name: '核对码', exact: true }), CHECKER_PIN);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(box(page, '未带证件的原因'), 'asked once, written down twice').toHaveValue('证件遗失，正在补办');
  await page.keyboard.press('Control+Enter');
  await openNewest(page, await savedNumber(page));
  await expect(dialog.getByText(`${CHECKER.name} · 未核验`)).toBeVisible();
  await page.keyboard.press('Escape');

  await tabTo(page, box(page, '证件号码'));
  await typeVisitor(page, { ...VISITOR, docType: '匿名', docNumber: '', name: '', phone: '', summary: '检举某单位违规收费' });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('只有检举控告可以匿名，请改选信访目的或证件类型')).toBeVisible();
  await pick(page, list(page, '信访目的'), '检举控告', 'Shift+Tab');
  await verifyByKeyboard(page, CHECKER_PIN);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('option', { name: /匿\*/ })).toBeVisible();
  await close();
});

test('age on the day of the visit: a guardian until the 18th birthday, consent until the 14th', async () => {
  const { page, close } = await launch({ seed: 'demo', clock: '2026-11-23T09:00:00+08:00' });
  await signInByKeyboard(page, CLERK);
  const guardian = page.getByRole('group', { name: '监护人', exact: true });
  const consent = page.getByRole('checkbox', { name: '监护人同意处理儿童个人信息' });
  for (const [birth, age, needsGuardian, needsConsent] of [
    ['20081123', 18, false, false],
    ['20081124', 17, true, false],
    ['20121123', 14, true, false],
    ['20121124', 13, true, true],
  ] as const) {
    await typeInto(page, box(page, '证件号码'), bornOn(birth));
    await expect(page.getByText(new RegExp(`校验码正确 .*· ${age} 岁`))).toBeVisible();
    await expect(guardian).toBeVisible({ visible: needsGuardian });
    await expect(consent).toBeVisible({ visible: needsConsent });
  }

  await typeVisitor(page, { ...VISITOR, docNumber: bornOn('20121124'), name: '高小川' });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('请填写监护人姓名')).toBeVisible();
  await typeInto(page, box(page, '监护人姓名'), '高大山');
  await typeInto(page, box(page, '与来访人关系'), '父亲');
  await typeInto(page, box(page, '监护人证件号码'), bornOn('20100101'));
  await verifyByKeyboard(page, CHECKER_PIN);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('监护人未满 18 岁（2010-01-01 出生）')).toBeVisible();
  await expect(page.getByText('来访人未满 14 岁，请向监护人说明个人信息的用途并取得同意')).toBeVisible();
  await expect(saved(page)).toBeHidden();
  await typeInto(page, box(page, '监护人证件号码'), bornOn('19850101'));
  await tick(page, consent);
  await page.keyboard.press('Control+Enter');
  await savedNumber(page);

  await typeVisitor(page, { ...VISITOR, docNumber: bornOn('20081124'), name: '高小雨' });
  await tick(page, page.getByRole('checkbox', { name: '监护人不在场' }));
  await typeInto(page, box(page, '监护人不在场的原因'), '父母在外地');
  await verifyByKeyboard(page, CHECKER_PIN);
  await page.keyboard.press('Control+Enter');
  await expect(saved(page)).toContainText('-0002');
  await close();
});

/** A number of somebody born that day. */
function bornOn(day: string): string {
  const first17 = `110105${day}002`;
  return first17 + checkDigit(first17);
}

/** identity 7.2: what the standard itself gives as examples, and numbers computed for the tests. No real people. */
const RIGHT = [
  ['居民身份证', '34052419800101001X', '1980-01-01 · 46 岁 · 男'],
  ['居民身份证', '11010519491231002X', '1949-12-31 · 76 岁 · 女'],
  ['港澳台居民居住证', '810000199001010019', '1990-01-01 · 36 岁 · 男'],
  ['港澳台居民居住证', '820000197811300037', '1978-11-30 · 47 岁 · 男'],
  ['港澳台居民居住证', '830000198506150024', '1985-06-15 · 41 岁 · 女'],
  ['外国人永久居留身份证', '91115619860101001X', '1986-01-01 · 40 岁 · 男'],
  ['外国人永久居留身份证', '990000199001010017', '1990-01-01 · 36 岁 · 男'],
] as const;
const WRONG = [
  ['居民身份证', '340524198001010019', '第 18 位校验码应为 X，现为 9'],
  ['居民身份证', '110105194902290021', '第 7–14 位出生日期 1949-02-29 不存在'],
  ['居民身份证', bornOn('20261124'), '第 7–14 位出生日期 2026-11-24 晚于今天（2026-11-23）'],
  ['居民身份证', '1101051949123100X', '应为 18 位，现为 17 位'],
  ['居民身份证', '11O1O519491231OO2X', '第 3 位不是数字：字母 O'],
  ['港澳台居民居住证', '810000199001010018', '第 18 位校验码应为 9，现为 8'],
  ['外国人永久居留身份证', '990000199001010018', '第 18 位校验码应为 7，现为 8'],
] as const;

test('every number of the domain notes, typed: the right ones are read, the wrong ones say why', async () => {
  const { page, close } = await launch({ seed: 'demo', clock: '2026-11-23T09:00:00+08:00' });
  await signInByKeyboard(page, CLERK);
  const type = async (docType: string, number: string): Promise<void> => {
    await typeInto(page, box(page, '证件号码'), number);
    await pick(page, list(page, '证件类型'), docType, 'Shift+Tab');
  };
  for (const [docType, number, read] of RIGHT) {
    await type(docType, number);
    await expect(page.getByText(`校验码正确 · ${read}`), number).toBeVisible();
  }
  for (const [docType, number, message] of WRONG) {
    await type(docType, number);
    await expect(page.getByText(message, { exact: true }), number).toBeVisible();
  }
  // 15 digits of an old paper are the same person as the 18 of today.
  await type('一代身份证', '110105491231002');
  await expect(page.getByText('旧证／无法核验校验位，仅用于旧档案 · 1949-12-31 · 76 岁 · 女')).toBeVisible();
  await expect(page.getByText('此人来过 4 次')).toBeVisible();
  await close();
});
