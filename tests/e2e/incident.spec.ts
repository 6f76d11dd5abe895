import { expect, type Page, test } from '@playwright/test';
import { nameVisitor, registerByVisit } from './incidents';
import { box, list, pick, registerByKeyboard, signInByKeyboard, tabTo } from './keyboard';
import { CHECKER, CLERK, launch, personWith, temporaryProfile } from './program';

/** 突发 as a desk lives it: one key, and everyone knows what to do. Nothing here uses the mouse. */
const COORDINATOR = personWith('coordinator');
const LAN = { docNumber: '11010519491231002X', name: '', summary: '再问退休待遇' };
const line = (page: Page) => box(page, '时间线');
const timeline = (page: Page) => page.getByRole('log', { name: '时间线' });
const alarm = (page: Page) => page.getByRole('dialog', { name: '突发报警' });
const shot = process.env.INCIDENT_SHOTS;
const take = async (page: Page, name: string): Promise<void> => {
  if (shot) await page.screenshot({ path: `${shot}/${name}.png` });
};

async function raise(page: Page, digit: string): Promise<void> {
  await page.keyboard.press('F9');
  await expect(alarm(page).getByText('警报已保存')).toBeVisible();
  await page.keyboard.press(digit);
  await expect(alarm(page)).toBeHidden();
}

test('F9 in the middle of a registration: the draft survives; E07 with a care note, the 120 script and the timeline', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, COORDINATOR);
  await registerByKeyboard(page, LAN, CHECKER.pin);
  await tabTo(page, box(page, '姓名'));
  await page.keyboard.type('周小川');
  await page.keyboard.press('F9');
  await expect(alarm(page).getByText('警报已保存')).toBeVisible();
  await expect(alarm(page).getByRole('button', { name: '确认报警', exact: true })).toBeFocused();
  await expect(alarm(page).getByRole('combobox', { name: '事件类型' })).toBeVisible();
  await take(page, '1-alarm');
  await page.keyboard.press('7');

  await expect(page.getByRole('heading', { name: '突发疾病' })).toBeVisible();
  await expect(line(page)).toBeFocused();
  await page.keyboard.type('孙医生到场，意识清楚');
  await page.keyboard.press('Enter');
  await expect(timeline(page)).toContainText('孙医生到场，意识清楚');
  await expect(timeline(page)).toContainText('报警（F9）');

  // 120: the number large, what to say, and how it went.
  const calls = page.getByRole('region', { name: '通知' });
  const row = await calls
    .getByRole('button', { name: /^通知：/ })
    .evaluateAll((all) => all.findIndex((each) => each.textContent?.includes('120')));
  await page.keyboard.press(`Alt+${row + 1}`);
  const call = page.getByRole('dialog', { name: /120/ });
  await expect(call).toContainText('示范县信访局');
  await expect(call).toContainText('突发疾病');
  await take(page, '2-call');
  await expect(box(page, '受理号')).toBeFocused();
  await page.keyboard.type('3307');
  await page.keyboard.press('Alt+1');
  await expect(call).toBeHidden();
  await expect(timeline(page)).toContainText('120 急救 已拨打，受理号 3307');
  await expect(calls).toContainText('已拨打');

  // Whom it is about, and what to know of her.
  await nameVisitor(page, 'A001');
  await take(page, '3-care');
  await page.keyboard.press('Escape');
  await expect(timeline(page)).toContainText('查看关怀提示：A001 号');
  expect(await timeline(page).innerText()).not.toContain('高血压');

  // The step that is next is done with a key; what was typed at the desk is still there.
  await page.keyboard.press('Alt+Enter');
  await expect(page.getByRole('region', { name: '处置步骤' }).getByText('✓').first()).toBeVisible();
  await take(page, '4-command');
  await page.keyboard.press('Control+1');
  await expect(box(page, '姓名')).toHaveValue('周小川');

  // 受控 → 解除 → 去向 → 结案.
  await page.keyboard.press('Control+0');
  await expect(page.getByRole('button', { name: '受控', exact: true })).toBeVisible();
  await page.keyboard.press('Alt+K');
  await page.keyboard.type('已由急救人员接走');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '解除', exact: true })).toBeVisible();
  await page.keyboard.press('Alt+K');
  await page.keyboard.type('现场恢复正常');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '结案', exact: true })).toBeVisible();
  await page.keyboard.press('Alt+K');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '请先写明人员、物品和证据的去向' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+Q');
  await page.keyboard.type('送县医院，女儿陪同');
  await tabTo(page, page.getByRole('button', { name: '保存', exact: true }));
  await page.keyboard.press('Enter');
  await expect(timeline(page)).toContainText('去向：送县医院');
  await page.keyboard.press('Alt+K');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/还有 \d+ 个必做步骤没有完成/).first()).toBeVisible();
  await page.keyboard.type('急救人员到场后其余步骤不需要');
  await page.keyboard.press('Enter');
  await expect(timeline(page)).toContainText('结案：急救人员到场后其余步骤不需要');
  await take(page, '5-closed');
  await close();
});

test('E05: who must know at once, in 5, 20 and 40 minutes, by a clock that goes on over restarts', async () => {
  const profile = temporaryProfile();
  const clock = (minutes: number): string => `2026-11-23T09:${String(minutes).padStart(2, '0')}:30+08:00`;
  const first = await launch({ profile, seed: 'demo', clock: clock(0) });
  await signInByKeyboard(first.page, COORDINATOR);
  await raise(first.page, '5');
  await expect(first.page.getByRole('heading', { name: '扬言伤人或自伤' })).toBeVisible();
  await first.page.keyboard.press('Alt+7');
  await expect(timeline(first.page)).toContainText('响应等级调整为 Ⅱ 重大');
  await first.kill();

  const overdueAt = async (minutes: number, expected: string): Promise<string[]> => {
    const next = await launch({ profile, seed: 'demo', clock: clock(minutes) });
    await signInByKeyboard(next.page, COORDINATOR);
    await next.page.keyboard.press('Control+0');
    const calls = next.page.getByRole('region', { name: '通知' }).getByRole('button', { name: /^通知：/ });
    await expect(calls.filter({ hasText: expected }).first()).toContainText('超时');
    const late = await calls
      .filter({ hasText: '超时' })
      .evaluateAll((all) => all.map((each) => (each.getAttribute('aria-label') ?? '').slice(3)));
    await take(next.page, `e05-${minutes}`);
    await next.kill();
    return late;
  };
  const at2 = await overdueAt(2, '110 公安');
  expect(at2).toContain('110 公安');
  expect(at2).not.toContain('组长（单位主要负责人）');
  const at7 = await overdueAt(7, '组长（单位主要负责人）');
  expect(at7).toContain('组长（单位主要负责人）');
  expect(at7).not.toContain('上级主管部门');
  expect(await overdueAt(22, '上级主管部门')).toContain('本级党委政府值班室');
  const at42 = await overdueAt(42, '上级主管部门');
  expect(at42.length).toBeGreaterThanOrEqual(at7.length);
});

test('E08 grows from 4 to 30 to 100 people: a level is proposed, and only a person sets it; a photo stands in the timeline', async () => {
  const { page, close } = await launch({ seed: 'demo', args: ['--use-fake-device-for-media-stream'] });
  await signInByKeyboard(page, CLERK);
  await raise(page, '8');
  await expect(line(page)).toBeFocused();
  const count = async (heads: number): Promise<void> => {
    await page.keyboard.press('F3');
    await expect(page.getByRole('dialog', { name: '现场人数' })).toBeVisible();
    await page.keyboard.type(String(heads));
    await page.keyboard.press('Enter');
    await expect(timeline(page)).toContainText(`现场 ${heads} 人`);
  };
  const proposal = page.getByRole('alert').filter({ hasText: '建议升到' });
  await count(4);
  await expect(proposal).toBeHidden();
  await count(30);
  await expect(proposal).toContainText('Ⅱ 重大：现场 30 人');
  await page.keyboard.press('Alt+0');
  await expect(proposal).toBeHidden();
  await expect(timeline(page)).toContainText('不采纳升级提示');
  await expect(page.getByRole('button', { name: 'Ⅳ 一般' })).toBeVisible();
  await count(100);
  await expect(proposal).toContainText('Ⅰ 特别重大：现场 100 人');
  await page.keyboard.press('Alt+7');
  await expect(page.getByRole('button', { name: 'Ⅰ 特别重大' })).toBeVisible();
  await expect(page.getByRole('img', { name: '人数：4、30、100' })).toBeVisible();
  await take(page, 'e08');

  await page.keyboard.press('F4');
  await expect(page.getByLabel('相机画面')).toBeVisible();
  await expect.poll(() => page.getByLabel('相机画面').evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0);
  await page.keyboard.press('Space');
  await expect(page.getByRole('img', { name: '刚拍的照片' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(timeline(page)).toContainText('照片存档');
  await page.keyboard.press('Escape');
  await tabTo(page, page.getByRole('button', { name: '看照片', exact: true }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: '照片', exact: true }).getByRole('img')).toBeVisible();
  await page.keyboard.press('Escape');
  await close();
});

test('E15: everybody outside is counted, and who is missing is said', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, COORDINATOR);
  for (let n = 0; n < 4; n++) await registerByVisit(page, 61_000 + n);
  await raise(page, '0');
  await expect(page.getByRole('heading', { name: '火灾、烟雾' })).toBeVisible();
  await page.keyboard.press('Alt+M');
  await page.keyboard.press('N');
  const roll = page.getByRole('dialog', { name: '清点' });
  await expect(roll.getByRole('status')).toContainText('还差 4 人');
  for (const queue of ['A001', 'A002', 'A004']) {
    const found = roll.getByRole('button', { name: `${queue} 找到` });
    await tabTo(page, found);
    await page.keyboard.press('Enter');
    await expect(found).toHaveAttribute('aria-pressed', 'true');
  }
  await expect(roll.getByRole('status')).toContainText('3 / 4');
  await expect(roll.getByRole('status')).toContainText('还差 1 人');
  await take(page, 'e15');
  await page.keyboard.press('Escape');
  await expect(timeline(page)).toContainText('清点：A001 号 找到 1 人');
  await close();
});

test('nobody signed in, a locked screen, a dialog in the way: the alarm goes out all the same', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await expect(list(page, '工作人员')).toBeVisible();
  await raise(page, '3');
  const card = page.getByRole('region', { name: '进行中的突发' });
  await expect(card.first()).toBeVisible();
  await tabTo(page, line(page));
  await page.keyboard.type('两人推搡，已隔开');
  await page.keyboard.press('Enter');
  await expect(card.getByText('已记入')).toBeVisible();
  expect(await page.locator('body').innerText()).not.toContain('两人推搡');
  await take(page, 'signed-out');

  await signInByKeyboard(page, COORDINATOR);
  await page.keyboard.press('Control+0');
  await expect(timeline(page)).toContainText('报警（F9），当时无人登录');
  await expect(timeline(page)).toContainText('两人推搡，已隔开');
  await expect(timeline(page)).toContainText('登录，接手这次报警');

  // Over an open dialog: that one waits beneath with what was typed in it.
  await page.keyboard.press('Alt+T');
  const change = page.getByRole('dialog', { name: '事件类型' });
  await page.keyboard.press('Tab');
  await page.keyboard.type('看错了');
  await raise(page, '1');
  await expect(page.getByRole('dialog', { name: '突发', exact: true }).getByRole('heading', { name: '情绪激动' })).toBeVisible();
  await take(page, 'over-dialog');
  await page.keyboard.press('Alt+M');
  await expect(page.getByRole('dialog', { name: '更多' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: '更多' })).toBeHidden();
  await expect(page.getByRole('dialog', { name: '突发', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(change.getByRole('textbox', { name: '原因' })).toHaveValue('看错了');
  // A wrong type is changed with its history.
  await page.keyboard.press('Enter');
  await expect(timeline(page)).toContainText('看错了');

  await page.keyboard.press('Control+L');
  await expect(page.getByRole('heading', { name: '屏幕已锁定' })).toBeVisible();
  await raise(page, '4');
  await expect(card).toHaveCount(3);
  await take(page, 'locked');
  await close();
});

test('ten seconds without a digit send it; 误报 takes a reason and stays on record; a drill is never among the real ones', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, COORDINATOR);
  await page.keyboard.press('F9');
  await expect(alarm(page).getByText('警报已保存')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(alarm(page), 'Escape is a mis-click').toBeVisible();
  await expect(alarm(page)).toBeHidden({ timeout: 15_000 });
  await expect(page.getByRole('heading', { name: '类型待定' })).toBeVisible();
  await expect(timeline(page)).toContainText('无人选择类型，警报自动发出');

  await page.keyboard.press('Alt+U');
  await page.keyboard.press('Enter');
  await expect(page.getByText('请填写误报的原因')).toBeVisible();
  await page.keyboard.type('碰到了按键');
  await page.keyboard.press('Enter');
  await expect(timeline(page)).toContainText('误报：碰到了按键');
  await page.keyboard.press('Alt+ArrowLeft');
  const past = page.getByRole('region', { name: '以往突发' });
  await expect(past.getByText('误报')).toBeVisible();

  await page.keyboard.press('Alt+D');
  await pick(page, list(page, '事件类型'), 'E15');
  await page.keyboard.press('Tab');
  await page.keyboard.type('上午演练疏散');
  await page.keyboard.press('Tab');
  await page.keyboard.type('全体当班人员');
  await page.keyboard.press('Enter');
  await expect(page.getByText('演练 · 不是真实事件 · 不计入统计')).toBeVisible();
  await take(page, 'drill');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(past).toBeVisible();
  await expect(past.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Alt+S');
  await expect(page.getByRole('region', { name: '演练记录' }).getByRole('listitem')).toHaveCount(1);
  await close();
});
