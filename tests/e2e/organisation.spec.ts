import { expect, type Locator, type Page, test } from '@playwright/test';
import { box, list, pick, signInByKeyboard, tabTo, typeInto } from './keyboard';
import { launch, personWith } from './program';

/** A Monday, before the hall opens. */
const CLOCK = '2026-11-23T07:40:00+08:00';
const LEADER = personWith('leader');
const COORDINATOR = personWith('coordinator');
const shot = (page: Page, name: string) => page.screenshot({ path: `test-results/organisation-${name}.png` });
const option = (page: Page, where: string, text: string | RegExp): Locator =>
  page.getByRole('listbox', { name: where }).getByRole('option').filter({ hasText: text });

/** The screen hears its own keys once it stands there. */
async function openScreen(page: Page): Promise<void> {
  await page.keyboard.press('Control+D');
  await expect(page.getByRole('listbox', { name: '今日提示' })).toBeFocused();
}

/** Down or up until the list stands on the row. */
async function standOn(page: Page, where: string, text: string | RegExp): Promise<void> {
  const row = option(page, where, text);
  await expect(row).toBeAttached();
  await page.keyboard.press('F8');
  await page.keyboard.press('Home');
  const rows = await page.getByRole('listbox', { name: where }).getByRole('option').count();
  for (let n = 0; n < rows; n++) {
    if ((await row.getAttribute('aria-selected')) === 'true') return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`${where} has no ${text}`);
}

test('the organisation by keyboard: refused without 组长, in force from its day, and a substitute is told for who is away', async () => {
  const { page, profile, close } = await launch({ seed: 'demo', clock: CLOCK });
  await signInByKeyboard(page, LEADER);
  await openScreen(page);
  await expect(option(page, '今日提示', '领导小组还没有登记组长')).toBeVisible();
  await shot(page, 'morning');

  await page.keyboard.press('Alt+5');
  await expect(page.getByText('还没有组织名单。按 F4 填写')).toBeVisible();
  await page.keyboard.press('F4');
  await typeInto(page, box(page, '任期或文号'), '示范信〔2026〕3号');
  await page.keyboard.press('Control+S');
  await expect(page.getByText('领导小组须有组长，请先填写组长')).toBeVisible();
  await tabTo(page, page.getByRole('listbox', { name: '名单' }));
  await page.keyboard.press('Home');
  await pick(page, list(page, '由谁担任'), '周建国');
  await typeInto(page, box(page, '职务'), '局长');
  await typeInto(page, box(page, '备用联系人'), '值班室');
  await typeInto(page, box(page, '备用联系人电话'), '0000-1234560');
  await pick(page, list(page, '不在岗时的代理人'), '陈志明');
  await tabTo(page, page.getByRole('listbox', { name: '名单' }), 'Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await pick(page, list(page, '由谁担任'), '陈志明');
  await tabTo(page, page.getByRole('listbox', { name: '名单' }), 'Shift+Tab');
  await page.keyboard.press('End');
  await pick(page, list(page, '由谁担任'), '郑文博');
  await shot(page, 'groups-edit');
  await page.keyboard.press('Control+S');
  await expect(option(page, '组织名单', /领导小组.*组长.*周建国.*局长.*值班室 0000-1234560.*陈志明/)).toBeVisible();
  await expect(page.getByText('2026-11-23 起生效，周建国登记')).toBeVisible();
  await shot(page, 'groups');
  await tabTo(page, page.getByLabel('查看哪一天'));
  await page.getByLabel('查看哪一天').fill('2026-11-22');
  await expect(page.getByText('这一天还没有组织名单')).toBeVisible();

  // 组长 away: who stands in is said while the roster is made, and kept with it.
  await page.keyboard.press('Alt+2');
  await expect(page.getByText('按岗位和当班状态提出，尚未确认')).toBeVisible();
  await standOn(page, '值班人员', '周建国');
  await page.keyboard.press('0');
  await expect(page.getByText('领导小组组长：周建国不在岗，通知陈志明')).toBeVisible();
  await page.keyboard.press('Control+S');
  await expect(page.getByText('请写明缺额怎样安排，才能继续')).toBeVisible();
  await expect(page.getByText('应配2名专职协调员，现1名')).toBeVisible();
  await expect(page.getByText(/应配4名专职安保，现0名（赵刚、钱勇没有有效的保安员证）/)).toBeVisible();
  await typeInto(page, box(page, '缺额怎样安排'), '从县公安局借调 4 名辅助人员，9 点前到岗');
  await shot(page, 'roster');
  await page.keyboard.press('Control+S');
  await expect(page.getByText('周建国 07:40 保存')).toBeVisible();
  await page.keyboard.press('Alt+5');
  await expect(option(page, '组织名单', /周建国.*不在岗，通知陈志明/)).toBeVisible();
  await close();

  // The next day the roster of yesterday is as it was, and only looked at.
  const next = await launch({ seed: 'demo', profile, clock: '2026-11-24T07:40:00+08:00' });
  await signInByKeyboard(next.page, COORDINATOR);
  await openScreen(next.page);
  await next.page.keyboard.press('Alt+2');
  await tabTo(next.page, next.page.getByRole('button', { name: '前一天' }));
  await next.page.keyboard.press('Enter');
  await expect(next.page.getByText('过去的值班表，只能查看')).toBeVisible();
  await expect(box(next.page, '缺额怎样安排')).toHaveValue(/借调 4 名/);
  await next.close();
});

test('certificates, the opening check with its override, the supplies and the sheet beside the telephone', async () => {
  const { page, close } = await launch({ seed: 'demo', clock: CLOCK });
  await signInByKeyboard(page, COORDINATOR);
  await openScreen(page);
  await page.keyboard.press('Alt+2');
  await standOn(page, '值班人员', '赵刚');
  await page.keyboard.press('Enter');
  await page.keyboard.press('F4');
  await expect(list(page, '证件种类')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByText('请选择证件种类').or(page.getByText('请填写证件编号')).first()).toBeVisible();
  await pick(page, list(page, '证件种类'), '保安员证');
  await typeInto(page, box(page, '证件编号'), '示范保 2024-0001');
  await page.getByLabel('有效期至').fill('2026-12-10');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /保安员证 示范保 2024-0001 2026-12-10 将到期/ })).toBeVisible();
  await shot(page, 'certificates');
  await page.keyboard.press('Escape');
  await expect(option(page, '值班人员', /赵刚.*保安员证 将到期/)).toBeVisible();

  await page.keyboard.press('Alt+3');
  await expect(page.getByText('还有 9 项未检查')).toBeVisible();
  await standOn(page, '开场检查项目', '通风');
  await page.keyboard.press('1');
  await expect(option(page, '开场检查项目', /通风.*正常.*林芳 07:40/)).toBeVisible();
  await standOn(page, '开场检查项目', /^照明/);
  await page.keyboard.press('2');
  await expect(page.getByRole('dialog', { name: '照明：异常情况' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('请写明异常情况', { exact: true })).toBeVisible();
  await page.keyboard.type('走廊一盏不亮');
  await page.keyboard.press('Enter');
  await expect(option(page, '开场检查项目', /^照明.*异常.*走廊一盏不亮/)).toBeVisible();
  await page.keyboard.press('F6');
  const dialog = page.getByRole('dialog', { name: '必查项目没有检查正常' });
  await expect(dialog.getByText('灭火器和消火栓、消防通道和疏散出口、应急照明和疏散指示没有检查正常')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('请写明为什么仍要开场、采取了什么措施')).toBeVisible();
  await page.keyboard.type('消防维保 9 点到场，已派人值守');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('林芳 07:40 开场')).toBeVisible();
  await expect(page.getByText('说明：消防维保 9 点到场，已派人值守')).toBeVisible();
  await shot(page, 'opening');

  await page.keyboard.press('Alt+4');
  await page.keyboard.press('F4');
  await page.keyboard.type('急救箱');
  await page.getByLabel('有效期至').fill('2026-11-20');
  await typeInto(page, page.getByRole('spinbutton', { name: '最低数量' }), '2', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(option(page, '物资台账', /急救箱.*不足.*已过期/)).toBeVisible();
  await page.keyboard.press('F8');
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog', { name: '盘点 急救箱' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(option(page, '物资台账', /急救箱3/)).toBeVisible();
  await shot(page, 'supplies');

  await page.keyboard.press('Alt+6');
  await expect(option(page, '外部联系表', /就近医院.*未填/)).toBeVisible();
  await page.keyboard.press('F7');
  await expect(page.getByText(/已送往打印机|本台未设打印机，没有打印/).first()).toBeVisible();
  await shot(page, 'outside');
  await page.keyboard.press('Alt+1');
  await expect(option(page, '今日提示', '赵刚的保安员证2026-12-10 到期')).toBeVisible();
  await expect(option(page, '今日提示', '急救箱已于 2026-11-20 过期')).toBeVisible();
  await close();
});

/** Shift+Tab to the tabs of 设置, then arrows to the one that is wanted. */
async function openSettings(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+9');
  const tabs = page.getByRole('tablist', { name: '设置' });
  const tab = tabs.getByRole('tab', { name, exact: true });
  await tabTo(page, tabs.getByRole('tab', { selected: true }), 'Shift+Tab');
  const count = await tabs.getByRole('tab').count();
  for (const key of ['ArrowDown', 'ArrowUp'])
    for (let n = 0; n < count && (await tab.getAttribute('aria-selected')) !== 'true'; n++) await page.keyboard.press(key);
  await expect(tab).toHaveAttribute('aria-selected', 'true');
}

test('the figures are the unit’s: a need, a step and its hour are changed in 设置; a post that the organisation fills is not entered twice', async () => {
  const { page, close } = await launch({ seed: 'demo', clock: CLOCK });
  await signInByKeyboard(page, personWith('administrator'));
  const number = (name: string) => page.getByRole('spinbutton', { name, exact: true });
  await openSettings(page, '值班');
  await expect(box(page, '要求')).toHaveValue('专职协调员');
  await typeInto(page, number('至少（名）'), '0');
  await page.keyboard.press('Control+S');
  await expect(page.getByText('值班设置前后不一致，尚未保存')).toBeVisible();
  await typeInto(page, number('至少（名）'), '1');
  await page.keyboard.press('Control+S');
  await expect(page.getByText('已保存。')).toBeVisible();
  await shot(page, 'settings-duty');
  await openSettings(page, '准备');
  await expect(box(page, '步骤')).toHaveValue('业务科室熟悉政策的人员到场');
  await typeInto(page, number('提前（分钟）'), '90');
  await page.keyboard.press('Control+S');
  await expect(page.getByText('已保存。')).toBeVisible();
  await shot(page, 'settings-preparation');

  await openScreen(page);
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('listitem').filter({ hasText: '专职协调员' })).toHaveText(/1 \/ 1/);
  await page.keyboard.press('Alt+5');
  await expect(page.getByText('还没有组织名单。按 F4 填写')).toBeVisible();
  await page.keyboard.press('F4');
  await pick(page, list(page, '由谁担任'), '陈志明');
  // Left without saving, what was chosen waits.
  await page.keyboard.press('Escape');
  await expect(page.getByText('还没有组织名单。按 F4 填写')).toBeVisible();
  await page.keyboard.press('F4');
  await expect(page.getByText('上次没有保存的内容已恢复。')).toBeVisible();
  await expect(list(page, '由谁担任').locator('option:checked')).toHaveText('陈志明');
  await page.keyboard.press('Control+S');
  await expect(option(page, '组织名单', /领导小组.*组长.*陈志明/)).toBeVisible();
  await openSettings(page, '应急');
  await expect(page.getByText('由「值班 · 组织」给出：领导小组组长 陈志明。请在那里修改。')).toBeVisible();
  await shot(page, 'settings-emergency');
  await close();
});
