import { expect, type Locator, type Page, test } from '@playwright/test';
import { box, list, pick, signInByKeyboard, tabTo, tick, typeInto } from './keyboard';
import { type Person, personWith } from './people';
import { CLERK, launch } from './program';

/** 设置 · 应急 and 设置 · 预案, as the administrator works them without a mouse. */
const ADMIN = personWith('administrator');
const LEADER = personWith('leader');
const shots = process.env.EMERGENCY_SHOTS;
const look = async (page: Page, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
};
const number = (page: Page, name: string): Locator => page.getByRole('spinbutton', { name, exact: true });
const rows = (page: Page, name: string): Locator => page.getByRole('listbox', { name, exact: true });
const chosen = (page: Page, name: string): Locator => rows(page, name).getByRole('option', { selected: true });

async function openTab(page: Page, name: string): Promise<void> {
  const tabs = page.getByRole('tablist', { name: '设置' });
  const tab = tabs.getByRole('tab', { name, exact: true });
  await tabTo(page, tabs.getByRole('tab', { selected: true }), 'Shift+Tab');
  await page.keyboard.press('ArrowUp');
  const count = await tabs.getByRole('tab').count();
  const step = async (key: string): Promise<void> => {
    for (let n = 0; n < count && (await tab.getAttribute('aria-selected')) !== 'true'; n++) await page.keyboard.press(key);
  };
  await step('ArrowDown');
  await step('ArrowUp');
  await expect(tab).toHaveAttribute('aria-selected', 'true');
}
/** The part of a tab, chosen with the arrows among its radio buttons. */
async function openPart(page: Page, group: string, name: string): Promise<void> {
  const radios = page.getByRole('group', { name: group, exact: true }).getByRole('radio');
  const wanted = page.getByRole('group', { name: group, exact: true }).getByRole('radio', { name, exact: true });
  await tabTo(page, page.getByRole('group', { name: group, exact: true }).getByRole('radio', { checked: true }), 'Shift+Tab');
  for (let n = await radios.count(); n > 0 && !(await wanted.isChecked()); n--) await page.keyboard.press('ArrowRight');
  await expect(wanted).toBeChecked();
}
async function goTo(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, rows(page, name));
  await page.keyboard.press('Home');
  for (let n = await rows(page, name).getByRole('option').count(); n > 0; n--) {
    if (((await chosen(page, name).textContent()) ?? '').includes(text)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the list ${name} has no 「${text}」`);
}
async function settings(page: Page, person: Person): Promise<void> {
  await signInByKeyboard(page, person);
  await page.keyboard.press('Control+9');
  await expect(page.getByRole('tablist', { name: '设置' })).toBeVisible();
}

test('应急: contacts, levels, conducts and times are changed by keyboard, and what contradicts itself is not saved', async () => {
  test.setTimeout(120_000);
  const program = await launch({ seed: 'demo' });
  const { page } = program;
  await settings(page, ADMIN);
  await openTab(page, '应急');

  await goTo(page, '应急通讯录', '组长（单位主要负责人）');
  await expect(list(page, '由谁担任').locator('option:checked')).toHaveText('周建国');
  await expect(page.getByText('念出来是：人民来访接待大厅发生肢体冲突，现场5 人。')).toBeVisible();
  await look(page, 'contacts');
  await page.keyboard.press('Delete');
  await expect(page.getByText('不能移除组长')).toBeVisible();
  await goTo(page, '应急通讯录', '属地疾控中心');
  await page.keyboard.press('Delete');
  await expect(page.getByText(/不能移除「属地疾控中心」：E14 .* 用到/)).toBeVisible();
  await goTo(page, '应急通讯录', '政府现场指挥部');
  await page.keyboard.press('Delete');
  await expect(rows(page, '应急通讯录').getByRole('option', { name: /政府现场指挥部/ })).toHaveCount(0);

  await goTo(page, '应急通讯录', '后勤保障组');
  await page.keyboard.press('Insert');
  await expect(box(page, '岗位或单位')).toBeFocused();
  await page.keyboard.type('消防安全员');
  await pick(page, list(page, '所属组'), '后勤保障组');
  await pick(page, list(page, '由谁担任'), '冯国强');
  await typeInto(page, box(page, '电话'), '0000-0000009');
  await typeInto(page, box(page, '电话里怎么说'), '{place}发生{event}，{weather}');
  await tabTo(page, rows(page, '应急通讯录'), 'Shift+Tab');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(chosen(page, '应急通讯录')).toContainText('消防安全员');
  await page.keyboard.press('ArrowDown');
  await expect(chosen(page, '应急通讯录')).toContainText('后勤保障组');

  await openPart(page, '应急设置', '响应等级');
  await goTo(page, '响应等级', 'Ⅲ 较大');
  await typeInto(page, number(page, '人数达到（人）'), '50');
  await pick(page, list(page, '由谁指挥'), '组长（单位主要负责人）');
  await tabTo(page, page.getByRole('button', { name: '添加通知', exact: true }));
  await page.keyboard.press('Enter');
  await pick(page, list(page, '通知谁 10'), '消防安全员', 'Shift+Tab');
  await typeInto(page, box(page, '什么情况下 10'), '有烟火时');
  await look(page, 'levels');
  await page.keyboard.press('Control+S');

  // To the first thing that is wrong, and from there to the next.
  await expect(page.getByRole('alert')).toContainText('应急设置前后不一致，尚未保存');
  await expect(page.getByText('没有这样的占位：{weather}')).toBeVisible();
  await expect(box(page, '电话里怎么说')).toBeFocused();
  await look(page, 'contacts-wrong');
  await typeInto(page, box(page, '电话里怎么说'), '{place}发生{event}，请带灭火器到场。');
  await page.keyboard.press('Control+S');
  await expect(page.getByText('应多于 Ⅲ 较大 的 50 人')).toBeVisible();
  await expect(number(page, '人数达到（人）')).toBeFocused();
  await look(page, 'levels-wrong');
  await goTo(page, '响应等级', 'Ⅲ 较大');
  await typeInto(page, number(page, '人数达到（人）'), '8');

  await openPart(page, '应急设置', '行为');
  await tabTo(page, rows(page, '行为清单'));
  await page.keyboard.press('Home');
  await page.keyboard.press('Delete');
  await expect(page.getByText(/不能移除「情绪激动」：E01 情绪激动/)).toBeVisible();
  await page.keyboard.press('Insert');
  await expect(box(page, '行为')).toBeFocused();
  await page.keyboard.type('泼洒污物');
  await pick(page, list(page, '提示等级'), 'Ⅱ 重大');
  await pick(page, list(page, '条例 26 条'), '（六）');
  await look(page, 'conducts');
  await openPart(page, '应急设置', '时限与显示');
  await typeInto(page, number(page, '报警后自动发出（秒）'), '15');
  await tick(page, page.getByRole('checkbox', { name: '屏幕朝向来访人：标题用对外名称' }));
  await look(page, 'times');
  await page.keyboard.press('Control+S');
  await expect(page.getByText('已保存。')).toBeVisible();

  const saved = await page.evaluate(
    () =>
      new Promise<unknown>((resolve) =>
        window.reception.subscribe('settings.all', {}, (result) => resolve(result.ok ? result.value.emergency : result.error)),
      ),
  );
  expect(saved).toMatchObject({
    sendAfterSeconds: 15,
    neutralTitle: true,
    levels: [{ level: 4 }, { level: 3, peopleFrom: 8, commander: 'head' }, { level: 2 }, { level: 1 }],
    conducts: expect.arrayContaining([expect.objectContaining({ label: '泼洒污物', level: 2, clause: 6 })]),
    contacts: expect.arrayContaining([expect.objectContaining({ name: '消防安全员', phone: '0000-0000009', group: 'logistics' })]),
  });
  await program.close();
});

test('预案: a draft is written, refused, compared, submitted, approved by a leader’s PIN, and read by leaders only', async () => {
  test.setTimeout(120_000);
  const program = await launch({ seed: 'demo', clock: '2026-11-24T09:00:00+08:00' });
  const { page } = program;
  await settings(page, ADMIN);
  await openTab(page, '预案');
  const table = page.getByRole('table', { name: '22 类事件的预案' });
  const line = (code: string): Locator => table.getByRole('row').filter({ has: page.getByRole('cell', { name: code, exact: true }) });
  await expect(table.getByRole('row')).toHaveCount(23);
  await expect(line('E03')).toContainText('第 1 版');
  await tabTo(page, line('E01').getByRole('button'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await look(page, 'plans');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'E03 肢体冲突' })).toBeVisible();

  await openPart(page, '预案内容', '基本');
  await typeInto(page, box(page, '数字键'), '1');
  await typeInto(page, box(page, '对外名称'), '有人受伤', 'Shift+Tab');
  await look(page, 'plan-basic');
  await openPart(page, '预案内容', '步骤');
  await tabTo(page, rows(page, '步骤'));
  // 先劝离、再控制: the order is turned round.
  await goTo(page, '步骤', '隔离带');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Control+S');
  await expect(page.getByRole('alert')).toContainText('预案还不能提交');
  await expect(page.getByText('数字 1 已用于 E01 情绪激动')).toBeVisible();
  await expect(page.getByText('不要写「伤」')).toBeVisible();
  await look(page, 'plan-basic-wrong');
  await typeInto(page, box(page, '数字键'), '3');
  await typeInto(page, box(page, '对外名称'), '现场秩序', 'Shift+Tab');
  await page.keyboard.press('Control+S');
  await expect(page.getByText('先劝离、再控制：请在前面安排劝离步骤')).toBeVisible();
  await expect(list(page, '类别')).toBeFocused();
  await look(page, 'plan-steps-wrong');
  await tabTo(page, rows(page, '步骤'), 'Shift+Tab');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Insert');
  await expect(box(page, '步骤内容')).toBeFocused();
  await page.keyboard.type('事后请双方分别写情况说明');
  await typeInto(page, number(page, '时限（分钟）'), '60');
  await look(page, 'plan-steps');
  await openPart(page, '预案内容', '通知');
  await tabTo(page, page.getByRole('button', { name: '添加通知', exact: true }));
  await page.keyboard.press('Enter');
  await pick(page, list(page, '通知谁 5'), '组长（单位主要负责人）', 'Shift+Tab');
  await typeInto(page, number(page, '时限（分钟） 5'), '10');
  await typeInto(page, box(page, '什么情况下 5'), '有人受伤时');
  await look(page, 'plan-calls');
  await openPart(page, '预案内容', '栏目与行为');
  await tabTo(page, page.getByRole('button', { name: '添加栏目' }));
  await page.keyboard.press('Enter');
  await typeInto(page, box(page, '栏目 6'), '情况说明', 'Shift+Tab');
  await look(page, 'plan-record');
  await openPart(page, '预案内容', '改动与全文');
  const differences = page.getByRole('table', { name: '与现行第 1 版的不同' });
  await expect(differences).toContainText('现场秩序');
  await expect(differences).toContainText('事后请双方分别写情况说明 · 处置 · 必做 · 60 分钟内');
  await expect(differences).toContainText('组长（单位主要负责人） 10 分钟内（有人受伤时）');
  await look(page, 'plan-preview');
  await tabTo(page, page.getByRole('region', { name: '改动与全文' }));
  await page.keyboard.press('End');
  await expect(page.getByText('信访工作条例 26 条（三）；本单位预案（安保、先劝后控）')).toBeInViewport();
  await look(page, 'plan-preview-end');
  await page.keyboard.press('Control+S');
  await expect(page.getByText('第 2 版草案已提交，等领导审定')).toBeVisible();

  await tabTo(page, page.getByRole('button', { name: '审定', exact: true }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '审定 E03 第 2 版' });
  await pick(page, dialog.getByRole('combobox', { name: '审定人', exact: true }), LEADER.name);
  await typeInto(page, dialog.getByRole('textbox', { name: '审定人的 PIN', exact: true }), '0001');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('PIN 不正确');
  await typeInto(page, dialog.getByRole('textbox', { name: '审定人的 PIN', exact: true }), LEADER.pin);
  await look(page, 'plan-approve');
  await page.keyboard.press('Enter');
  await expect(page.getByText('第 2 版已审定，从现在起生效。')).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: '返回列表' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(line('E03')).toContainText(`第 2 版`);
  await expect(line('E03')).toContainText(`${LEADER.name} 2026-11-24 09:`);
  await expect(line('E03').getByRole('button')).toBeFocused();
  await look(page, 'plans-approved');

  // A leader reads and approves, a registrar sees neither.
  await page.evaluate(() => window.reception.request('session.signOut', {}));
  await settings(page, LEADER);
  const tabs = page.getByRole('tablist', { name: '设置' });
  await expect(tabs.getByRole('tab', { name: '应急' })).toHaveCount(0);
  await openTab(page, '预案');
  await tabTo(page, line('E01').getByRole('button'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('没有不同。')).toBeVisible();
  await expect(page.getByRole('button', { name: '提交审定' })).toHaveCount(0);
  await look(page, 'plan-leader');
  await page.evaluate(() => window.reception.request('session.signOut', {}));
  await settings(page, CLERK);
  await expect(tabs.getByRole('tab', { name: '预案' })).toHaveCount(0);
  await program.close();
});
