import { expect, type Page, test } from '@playwright/test';
import { savedNumber } from './desk';
import { box, list, openNewest, signInByKeyboard, tabTo, typeInto, typeVisitor, verifyByKeyboard } from './keyboard';
import { CHECKER_PIN, CLERK, launch, personWith, signIn } from './program';

/** Somebody who was here before: the demonstration unit's past (README). The numbers are the standard's own examples. */
const LAN = { docNumber: '11010519491231002X', name: '李秀兰', phone: '13800138000' };
const FINAL = '34052419800101001X';
const known = (page: Page) => page.getByRole('region', { name: /^此人来过/ });

test('recognised at the last digit; the fourth visit in the open matter is marked, saved as 重访, corrected and made void', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  await tabTo(page, box(page, '证件号码'));
  await page.keyboard.type(LAN.docNumber.slice(0, 17));
  await expect(page.getByText('应为 18 位，现为 17 位')).toBeVisible();
  await expect(known(page)).toBeHidden();
  await page.keyboard.type(LAN.docNumber.slice(17));

  await expect(page.getByRole('region', { name: '此人来过 4 次' })).toBeVisible();
  await expect(box(page, '姓名')).toHaveValue(LAN.name);
  await expect(known(page)).toContainText('本次为第 4 次');
  await expect(known(page)).toContainText('同一事项未办结');
  await expect(known(page)).toContainText('退休待遇核定');
  await expect(known(page)).toContainText('在办');
  await expect(known(page)).toContainText('已办结');
  await expect(known(page)).toContainText(/10 个工作日反馈：\d{4}-\d\d-\d\d 到期，已超 \d+ 天，请告知综合协调组。/);
  await expect(page.getByText('已有 138****8000')).toBeVisible();
  const care = page.getByRole('region', { name: '关怀与关注' });
  await expect(care).toContainText('接谈室请备血压仪');
  await expect(care).toContainText('详情仅接谈、协调可见');
  expect(await page.locator('body').innerText()).not.toContain('高血压');
  expect(JSON.stringify(await lookup(page, LAN.docNumber)), 'nor in what the screen was sent').not.toContain('高血压');

  await page.keyboard.press('Alt+0');
  await expect(known(page)).not.toContainText('本次为第 4 次');
  await page.keyboard.press('Alt+1');
  await expect(known(page)).toContainText('本次为第 4 次');
  await typeVisitor(page, { docNumber: '', name: '', summary: '再问退休待遇' });
  await expect(list(page, '诉求领域').locator('option:checked')).toHaveText('劳动和社会保障');
  await expect(page.getByRole('checkbox', { name: '老年' })).toBeChecked();
  await verifyByKeyboard(page, CHECKER_PIN);
  await page.keyboard.press('Control+Enter');
  const number = await savedNumber(page);

  await openNewest(page, number);
  const visit = page.getByRole('dialog', { name: `来访 ${number}` });
  await expect(visit.getByText('重访（第 4 次）')).toBeVisible();
  await page.keyboard.press('F4');
  await typeInto(page, visit.getByRole('textbox', { name: '来访事由' }), '再问退休待遇，补交材料');
  await page.keyboard.press('Control+Enter');
  await expect(visit.getByText(/请填写更正理由|更正理由/)).toBeVisible();
  await expect(visit.getByRole('textbox', { name: '来访事由' })).toHaveValue('再问退休待遇，补交材料');
  await typeInto(page, visit.getByRole('textbox', { name: '理由' }), '登记时漏写');
  await page.keyboard.press('Control+Enter');
  await expect(visit.getByText('更正已保存。')).toBeVisible();
  await expect(visit.getByText('原「再问退休待遇」改为「再问退休待遇，补交材料」')).toBeVisible();
  await expect(visit.getByText('登记时漏写')).toBeVisible();

  await tabTo(page, visit.getByRole('button', { name: '作废', exact: true }));
  await page.keyboard.press('Enter');
  await expect(visit.getByRole('textbox', { name: '理由' })).toBeFocused();
  await page.keyboard.type('重复登记');
  await page.keyboard.press('Enter');
  await expect(visit.getByText('已作废：重复登记')).toBeVisible();
  await expect(visit.getByRole('button', { name: '更正' })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option', { name: /A001.*作废/ })).toBeVisible();
  await close();
});

test('初访 or 重访 as worked out can be corrected, with a reason', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  await typeVisitor(page, { ...LAN, summary: '另一件事', field: '民政' });
  await expect(page.getByText('初访', { exact: true })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: '更正', exact: true }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await verifyByKeyboard(page, CHECKER_PIN);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('请填写更正理由')).toBeVisible();
  await typeInto(page, box(page, '更正理由'), '以前在乡镇反映过');
  await page.keyboard.press('Control+Enter');
  await openNewest(page, await savedNumber(page));
  await expect(page.getByRole('dialog').getByText(/重访.*以前在乡镇反映过/)).toBeVisible();
  await close();
});

test('a final decision is said at the desk; the search finds by number, name, pinyin and last digits', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  await tabTo(page, box(page, '证件号码'));
  await page.keyboard.type(FINAL);
  await expect(known(page)).toContainText('复核终结');
  await expect(known(page)).toContainText(/已复核终结（示信复核〔\d{4}〕第 7 号），同一事实和理由不再受理/);
  await expect(page.getByText('初访', { exact: true }), 'a settled matter takes no further visits').toBeVisible();

  await page.keyboard.press('F2');
  const search = page.getByRole('searchbox', { name: '查找' });
  await expect(search).toBeFocused();
  await page.keyboard.type(LAN.name);
  const found = page.getByRole('listbox', { name: '查找结果' }).getByRole('option');
  await expect(found).toHaveCount(4);
  const number = /\d{8}-\d{2}-\d{4}/.exec((await found.first().textContent()) ?? '')?.[0] ?? '';
  for (const text of ['lixiulan', 'lxl', '秀兰', '002X', '002x', '8000', LAN.phone, LAN.docNumber, '李 8000']) {
    await typeInto(page, search, text);
    await expect(search).toHaveValue(text);
    await expect(found, text).toHaveCount(4);
    await expect(found.first()).toContainText(LAN.name);
    await expect(found.first()).not.toContainText(LAN.docNumber);
  }
  await typeInto(page, search, number);
  await expect(found).toHaveCount(1);
  await typeInto(page, search, '查无此人');
  await expect(page.getByText('没有找到。')).toBeVisible();
  // As a scanner does it: Enter follows before any answer can be there.
  await typeInto(page, search, number);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: `来访 ${number}` })).toBeVisible();
  await close();
});

test('unmasking is an act: shown while the key is held, written into the audit trail', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  await page.keyboard.press('F2');
  await page.keyboard.type('lxl');
  await expect(page.getByRole('listbox', { name: '查找结果' }).getByRole('option')).toHaveCount(4);
  await page.keyboard.press('Enter');
  const visit = page.getByRole('dialog');
  const hold = visit.getByRole('button', { name: '按住查看' });
  await expect(visit.getByText('138****8000')).toBeVisible();
  await tabTo(page, hold.nth(1));
  await page.keyboard.down('Space');
  await expect(visit.getByText(LAN.phone)).toBeVisible();
  await page.keyboard.up('Space');
  await expect(visit.getByText('138****8000')).toBeVisible();
  await expect(visit.getByText(LAN.phone)).toBeHidden();
  await page.keyboard.press('Escape');
  await page.evaluate(() => window.reception.request('session.signOut', {}));

  const auditor = personWith('auditor');
  await signIn(page, auditor.name, auditor.pin);
  const trail = await page.evaluate(() => window.reception.request('audit.list', { limit: 100 }));
  const reveals = trail.ok ? trail.value.filter((e) => e.action === '查看完整号码') : [];
  expect(reveals).toHaveLength(1);
  expect(reveals[0]).toMatchObject({ staffName: CLERK.name, deskCode: '01' });
  expect(JSON.stringify(trail)).not.toContain(LAN.phone);
  await close();
});

const lookup = (page: Page, docNumber: string) =>
  page.evaluate((n) => window.reception.request('identity.lookup', { docType: 'resident-id', docNumber: n }), docNumber);
