import { expect, type Locator, type Page, test } from '@playwright/test';
import type { InputOf } from '../../shared/contract';
import { box, list, pick, signInByKeyboard, tabTo, tick, typeInto } from './keyboard';
import { launch, personWith } from './program';

const DAY = '2026-11-23';
const COORDINATOR = personWith('coordinator');
const shot = (page: Page, name: string) => page.screenshot({ path: `test-results/preparation-${name}.png` });
const option = (page: Page, where: string, text: string | RegExp): Locator =>
  page.getByRole('listbox', { name: where, exact: true }).getByRole('option').filter({ hasText: text });
const step = (page: Page, text: string | RegExp) => option(page, '准备清单', text);

/** What the morning's forecast holds, as its own screen writes it. */
const forecast = (page: Page, item: Partial<InputOf<'forecast.saveWhole'>['item']>): Promise<boolean> =>
  page.evaluate(
    async ({ item, requestId, date }) => {
      const whole = { date, channel: 'hotline' as const, who: '', traits: {}, ...item };
      return (await window.reception.request('forecast.saveWhole', { requestId, item: whole })).ok;
    },
    { item, requestId: crypto.randomUUID(), date: DAY },
  );

/** The keys go to the list's row. */
async function standOn(page: Page, where: string, key: string, text: string | RegExp): Promise<void> {
  const row = option(page, where, text);
  await expect(row).toBeAttached();
  await page.keyboard.press(key);
  await page.keyboard.press('Home');
  const rows = await page.getByRole('listbox', { name: where, exact: true }).getByRole('option').count();
  for (let n = 0; n < rows; n++) {
    if ((await row.getAttribute('aria-selected')) === 'true') return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`${where} has no ${text}`);
}
async function takeStep(page: Page, text: string | RegExp): Promise<void> {
  await standOn(page, '准备清单', 'F7', text);
  await page.keyboard.press('Enter');
}

/** One round by keyboard; points left out are not looked at. */
async function round(page: Page, points: Record<string, string>, note = ''): Promise<void> {
  await page.keyboard.press('F4');
  const dialog = page.getByRole('dialog', { name: '登记一次巡查' });
  await expect(dialog).toBeVisible();
  for (const [name, state] of Object.entries(points)) await pick(page, list(page, name), state);
  if (note) await typeInto(page, box(page, '异常情况'), note);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

test('a matter of 高风险: its checklist is counted back from ten o’clock and worked off from the keyboard; what comes late says by how much', async () => {
  test.setTimeout(120_000);
  const first = await launch({ seed: 'demo', clock: `${DAY}T08:40:00+08:00` });
  const { profile } = first;
  let { page } = first;
  await signInByKeyboard(page, COORDINATOR);
  expect(await forecast(page, { who: '一位来访人', heads: 1, time: '09:30' })).toBe(true);
  await page.keyboard.press('Control+G');
  await expect(page.getByText('今天没有「关注」以上的事项')).toBeVisible();
  expect(await forecast(page, { who: '某小区业主代表', heads: 8, time: '10:00', traits: { health: '一人患心脏病，言语平和' } })).toBe(true);
  await expect(option(page, '要准备的事项', /高风险.*某小区业主代表.*10:00.*0 \/ 7/)).toBeVisible();
  await expect(step(page, /^09:00业务科室/)).toBeVisible();
  await expect(step(page, /^09:30接访室布置/)).toBeVisible();
  await expect(step(page, /^09:40接访前短会/)).toBeVisible();

  // S35: not without a name and a time.
  await takeStep(page, /业务科室/);
  await expect(box(page, '科室名称')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('请填写科室', { exact: true })).toBeVisible();
  await page.keyboard.type('住建科');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /住建科.*0 \/ 20 分钟/ })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: '应答 住建科' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText('请填写到场人员姓名', { exact: true })).toBeVisible();
  await page.keyboard.type('李明');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /住建科 李明/ })).toBeVisible();
  await shot(page, 'summons');
  await page.keyboard.press('Escape');
  await expect(step(page, /业务科室.*已完成.*住建科 李明/)).toBeVisible();

  // S36: a way out that nobody looked at keeps the step open; 高风险 wants four rounds.
  await takeStep(page, /门窗、消防通道巡查/);
  await expect(page.getByText('今天须巡查 4 次，已完成 0 次')).toBeVisible();
  await expect(page.getByText(/先劝离，再控制/)).toBeVisible();
  await round(page, { '门窗（必查）': '正常' });
  await expect(option(page, '巡查记录', /不完整/)).toBeVisible();
  await page.keyboard.press('Alt+1');
  await expect(step(page, /门窗、消防通道巡查.*未完成.*消防通道没有查/)).toBeVisible();
  await page.keyboard.press('Alt+2');
  for (let n = 0; n < 4; n++) await round(page, { '门窗（必查）': '正常', '消防通道（必查）': '正常' });
  await expect(page.getByText('今天须巡查 4 次，已完成 4 次')).toBeVisible();
  await shot(page, 'patrol');
  await page.keyboard.press('Alt+1');
  await expect(step(page, /门窗、消防通道巡查.*已完成/)).toBeVisible();
  await takeStep(page, /人员与应急物资到位/);
  await page.keyboard.press('Enter');
  await expect(step(page, /人员与应急物资到位.*已完成/)).toBeVisible();
  await first.close();

  // A quarter to ten: T-60 and T-30 have passed.
  const later = await launch({ seed: 'demo', profile, clock: `${DAY}T09:35:00+08:00` });
  page = later.page;
  await signInByKeyboard(page, COORDINATOR);
  await page.keyboard.press('Control+G');
  await expect(option(page, '要准备的事项', /2 步超时/)).toBeVisible();
  await shot(page, 'late');
  await takeStep(page, /警戒线/);
  await typeInto(page, box(page, '说明'), '入口两道');
  await page.keyboard.press('Enter');
  await expect(step(page, /警戒线、隔离带就位已完成超 3[56] 分钟入口两道/)).toBeVisible();

  // S37, S38: a room that is fit, with everything in it.
  await takeStep(page, /接访室布置/);
  const room = page.getByRole('dialog', { name: /接访室布置/ });
  await tick(page, page.getByRole('checkbox', { name: '行动不便' }), 'Shift+Tab');
  await expect(room.getByText('行动不便：只列轮椅可进的接访室。')).toBeVisible();
  await expect(list(page, '接访室').locator('option')).toHaveText(['请选择', '第一接访室']);
  await pick(page, list(page, '接访室'), '第一接访室');
  for (const item of ['圆桌、座椅', '情绪缓冲角（绿植、轻音乐）', '饮水、一次性水杯', '录音设备', '求助按钮'])
    await tick(page, page.getByRole('checkbox', { name: item }));
  await shot(page, 'room');
  await page.keyboard.press('Enter');
  await expect(room).toBeHidden();
  await expect(step(page, /接访室布置已完成超 [56] 分钟第一接访室/)).toBeVisible();

  // S41: one person in two roles is refused.
  await takeStep(page, /主谈、记录、观察分工/);
  for (const [role, name] of [
    ['主谈', '何敏'],
    ['记录', '张莉'],
    ['观察', '何敏'],
  ] as const)
    await pick(page, list(page, role), name);
  await page.keyboard.press('Enter');
  await expect(page.getByText('何敏已有分工，请另选')).toBeVisible();
  await pick(page, list(page, '观察'), '孙医生');
  await page.keyboard.press('Enter');
  await expect(step(page, /分工已完成.*主谈 何敏、记录 张莉、观察 孙医生/)).toBeVisible();

  // S39, S40: the meeting, who was not there, and what has to be minded.
  await takeStep(page, /接访前短会/);
  await page.keyboard.press('F4');
  const meeting = page.getByRole('dialog', { name: '登记短会' });
  await page.keyboard.press('Enter');
  await expect(meeting.getByText('请选择主持人')).toBeVisible();
  await pick(page, list(page, '主持人'), '周建国');
  await tick(page, page.getByRole('checkbox', { name: '钱勇' }));
  await typeInto(page, box(page, '通报与要求'), '注意一位老人');
  await tabTo(page, meeting.getByRole('button', { name: '保存' }));
  await page.keyboard.press('Enter');
  await expect(meeting).toBeHidden();
  await expect(option(page, '短会', /主持人 周建国.*按时.*缺席：钱勇/)).toBeVisible();
  await page.keyboard.press('F8');
  await page.keyboard.press('Enter');
  const notes = page.getByRole('dialog', { name: '某小区业主代表' });
  await expect(notes.getByText('一人患心脏病，言语平和')).toBeVisible();
  await expect(notes.getByText(/秒后自动隐藏/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('心脏病')).toBeHidden();
  await shot(page, 'meeting');
  await page.keyboard.press('Alt+1');
  await expect(option(page, '要准备的事项', /7 \/ 7.*准备完毕/)).toBeVisible();

  // Fact 1: less time than the plan wants is said, and taken note of with what it is about.
  expect(await forecast(page, { who: '临时来电的业主', heads: 6, time: '10:10' })).toBe(true);
  await standOn(page, '要准备的事项', 'F8', /临时来电的业主/);
  await expect(page.getByText('准备时间不足，按压缩流程执行')).toBeVisible();
  await page.keyboard.press('F6');
  await expect(page.getByText(/林芳 09:3\d 起按压缩流程执行/)).toBeVisible();
  await standOn(page, '准备清单', 'F7', /人员与应急物资到位/);
  await page.keyboard.press('o');
  const omit = page.getByRole('dialog', { name: '人员与应急物资到位：省略' });
  await expect(omit).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(omit.getByText('请写明为什么省略', { exact: true })).toBeVisible();
  await page.keyboard.type('上一场已到位');
  await page.keyboard.press('Enter');
  await expect(step(page, /10:10 前人员与应急物资到位已省略.*上一场已到位/)).toBeVisible();
  await shot(page, 'compressed');
  await later.close();
});
