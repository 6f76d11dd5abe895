import { expect, type Page, test } from '@playwright/test';
import { box, list, pick, signInByKeyboard, tabTo, typeInto } from './keyboard';
import { CLERK, launch, personWith } from './program';

const TALKER = personWith('interviewer');
const LEADER = personWith('leader');
const LEAD = personWith('coordinator');
/** Of the demonstration's past: she has a note already. */
const LAN = '李秀兰';
const NUMBER = '11010519491231002X';
const DETAIL = '听力下降，左侧较好';

const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
const care = (page: Page) => dialog(page, `${LAN} · 关怀与关注`);

async function openPerson(page: Page): Promise<void> {
  await page.keyboard.press('F2');
  await typeInto(page, page.getByRole('searchbox', { name: '查找' }), LAN);
  await expect(page.getByRole('listbox', { name: '查找结果' }).getByRole('option').first()).toContainText(LAN);
  await page.keyboard.press('Control+P');
  await expect(dialog(page, new RegExp(`^${LAN} · 来访`)).getByRole('listbox')).toBeFocused();
}
async function approve(page: Page, who: { name: string; pin: string }): Promise<void> {
  await pick(page, list(page, '批准人'), who.name);
  await typeInto(page, box(page, '批准人 PIN'), who.pin);
}
const changePerson = async (page: Page, who: { name: string; pin: string }): Promise<void> => {
  await page.keyboard.press('Control+L');
  await page.getByRole('dialog', { name: '屏幕已锁定' }).getByRole('button', { name: '切换人员' }).press('Enter');
  await signInByKeyboard(page, who);
};

test('a note is written, approved with another person’s PIN, seen at the desk without its reason, renewed and ended, by keyboard', async () => {
  test.setTimeout(120_000);
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, TALKER);
  await openPerson(page);
  const person = dialog(page, new RegExp(`^${LAN} · 来访`));
  await expect(person.getByRole('region', { name: '关怀与关注' })).toContainText('血压仪');

  await page.keyboard.press('g');
  await expect(care(page).getByRole('listbox', { name: '提示列表' })).toBeFocused();
  await page.keyboard.press('a');
  const adding = dialog(page, '新增提示');
  await expect(box(page, '接待安排')).toBeFocused();
  await page.keyboard.type('请坐右侧，慢慢说，必要时笔谈');
  await typeInto(page, box(page, '详情'), DETAIL);
  await typeInto(page, list(page, '来源'), '家属告知');
  await typeInto(page, box(page, '理由'), '上次接谈听不清');
  await expect(list(page, '批准人').locator('option'), 'the writer is none of them').not.toContainText([TALKER.name]);
  await page.keyboard.press('Control+Enter');
  await expect(adding).toContainText('请选择批准人');
  await expect(box(page, '接待安排'), 'nothing typed is lost').toHaveValue('请坐右侧，慢慢说，必要时笔谈');
  await approve(page, { ...LEADER, pin: '0000' });
  await page.keyboard.press('Enter');
  await expect(adding.getByRole('alert')).toContainText('PIN 不正确');
  await typeInto(page, box(page, '批准人 PIN'), LEADER.pin);
  await page.keyboard.press('Enter');
  await expect(care(page).getByRole('status').first()).toContainText('已保存');
  const notes = care(page).getByRole('listbox', { name: '提示列表' });
  await expect(notes).toBeFocused();
  await expect(notes.getByRole('option').first()).toContainText('笔谈');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(care(page).getByRole('region', { name: '查看详情' })).toContainText(DETAIL);
  await page.keyboard.press('Escape');
  await expect(care(page)).toBeHidden();
  await expect(person.getByRole('region', { name: '关怀与关注' })).toContainText('笔谈');
  await page.keyboard.press('Escape');

  await changePerson(page, CLERK);
  await typeInto(page, box(page, '证件号码'), NUMBER);
  const known = page.getByRole('region', { name: '关怀与关注' });
  await expect(known).toContainText('关怀 请坐右侧，慢慢说，必要时笔谈');
  await expect(page.locator('body')).not.toContainText(DETAIL);
  await openPerson(page);
  await expect(person.getByRole('button', { name: '关怀与关注', exact: true }), 'a clerk writes none').toHaveCount(0);
  await page.keyboard.press('Escape');
  const answers = await page.evaluate(async () => {
    const id = crypto.randomUUID();
    const end = await window.reception.request('careNote.end', { requestId: id, id, reason: '不需要' });
    const detail = await window.reception.request('careNote.detail', { id });
    return [end, detail].map((answer) => (answer.ok ? 'ok' : answer.error.code));
  });
  expect(answers).toEqual(['forbidden', 'forbidden']);

  await changePerson(page, LEAD);
  await openPerson(page);
  await page.keyboard.press('g');
  await expect(notes).toBeFocused();
  await page.keyboard.press('r');
  await expect(box(page, '详情')).toHaveValue(DETAIL);
  await typeInto(page, box(page, '续期的理由'), '仍需要');
  await approve(page, LEADER);
  await page.keyboard.press('Enter');
  await expect(care(page).getByRole('status').first()).toContainText('已续期');
  await expect(notes.getByRole('option')).toHaveCount(3);
  await expect(notes.getByRole('option').filter({ hasText: '已续期' })).toHaveCount(1);
  await expect(notes).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('e');
  await expect(dialog(page, '提前结束')).toContainText('不再显示');
  await page.keyboard.press('Enter');
  await expect(dialog(page, '提前结束')).toContainText('请填写提前结束的理由');
  await page.keyboard.type('配了助听器');
  await page.keyboard.press('Enter');
  await expect(notes.getByRole('option').filter({ hasText: '已结束' })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(person.getByRole('region', { name: '关怀与关注' })).not.toContainText('笔谈');
  await expect(person.getByRole('listbox'), 'the keyboard is back on the page').toBeFocused();
  await close();
});

test('the day after its last day a note is nowhere; the week before, 日终 lists it for the coordinator', async () => {
  test.setTimeout(120_000);
  const before = await launch({ seed: 'demo', clock: '2026-11-23T09:00:00+08:00' });
  await signInByKeyboard(before.page, LEAD);
  await before.page.keyboard.press('Control+7');
  await expect(before.page.getByText('七日内到期的关怀与关注')).toHaveCount(0);
  await before.close();

  // The demonstration's own note holds for 180 days.
  const last = await launch({ profile: before.profile, clock: '2027-05-22T09:00:00+08:00' });
  await signInByKeyboard(last.page, LEAD);
  await last.page.keyboard.press('Control+7');
  const soon = last.page.getByRole('listbox', { name: '七日内到期的关怀与关注' });
  await expect(soon).toContainText(`${LAN} · 至 2027-05-22`);
  await tabTo(last.page, soon);
  await last.page.keyboard.press('Enter');
  await expect(dialog(last.page, new RegExp(`^${LAN}`)).getByRole('region', { name: '关怀与关注' })).toContainText('即将到期');
  await last.close();

  const after = await launch({ profile: before.profile, clock: '2027-05-23T09:00:00+08:00' });
  await signInByKeyboard(after.page, LEAD);
  await after.page.keyboard.press('Control+7');
  await expect(after.page.getByRole('heading', { name: '遗失的卡（30 天内）' })).toBeVisible();
  await expect(after.page.getByText('七日内到期的关怀与关注')).toHaveCount(0);
  await after.page.keyboard.press('Control+1');
  await typeInto(after.page, box(after.page, '证件号码'), NUMBER);
  await expect(after.page.getByRole('region', { name: /^此人来过/ })).toBeVisible();
  await expect(after.page.getByRole('region', { name: '关怀与关注' })).toHaveCount(0);
  await after.close();
});
