import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { firstOf } from '../faults/incidents';
import { answerDialogs, ask } from './desks';
import { box, list, pick, typeInto } from './keyboard';
import type { RunningProgram } from './program';
import { CLERK, DAY, INTERVIEWER, knownAs, staffId } from './whole-day-people';

/** From the opening of the hall to the short meeting before a grave matter is received. */
const FIXTURE = join(__dirname, '..', 'fixtures', 'forecast', 'system-list.xlsx');
export const items = (page: Page): Locator => page.getByRole('listbox', { name: '预判条目', exact: true }).getByRole('option');
export const step = (page: Page, where: string, text: RegExp): Locator =>
  page.getByRole('listbox', { name: where, exact: true }).getByRole('option').filter({ hasText: text });

/** Everybody at the post that the program proposes, everything looked at, one thing out of order, the hall open. */
export async function openTheHall(page: Page): Promise<void> {
  const { members } = await firstOf(page, 'roster.view', { date: DAY });
  const posts = Object.fromEntries(members.flatMap(({ id, post }) => (post === '' ? [] : [[id, post]])));
  const roster = { date: DAY, posts };
  await expect(ask(page, 'roster.save', roster), 'too few, and nobody said why').rejects.toThrow('值班力量不足');
  await ask(page, 'roster.save', { ...roster, reason: '从县公安局借调辅助人员，9 点前到岗' });
  const { rows } = await firstOf(page, 'facility.day', { date: DAY });
  for (const { id } of rows)
    await ask(page, 'facility.answer', { itemId: id, ...(id === 'light' ? { state: 'fault', note: '走廊一盏不亮' } : { state: 'good' }) });
  await ask(page, 'facility.open', {});
}

/** The system's list comes from a real workbook, by keyboard. */
export async function importList(program: RunningProgram): Promise<void> {
  const { page } = program;
  await answerDialogs(program, FIXTURE);
  await page.keyboard.press('F6');
  await page.keyboard.press('F5');
  await expect(page.getByText('共 11 行：可导入 6 行，重复 1 行，不能导入 4 行。')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status').filter({ hasText: '导入完成：导入 6 行' })).toBeVisible();
}

/** A townsman whom the hall knows, told by his town in time; the third channel has nothing. */
export async function otherChannels(page: Page, who: string): Promise<void> {
  const known = await knownAs(page, who);
  const item = { date: DAY, channel: 'grassroots' as const, who, heads: 1, time: '09:15', traits: {} };
  await ask(page, 'forecast.saveWhole', { requestId: crypto.randomUUID(), item: { ...item, personId: known.personId } });
  await ask(page, 'forecast.confirmNone', { date: DAY, channel: 'hotline' });
}

/** One minute after the closing, by keyboard; the hall's own records fill in what they know of her. */
export async function typeLate(page: Page, who: string): Promise<void> {
  await page.keyboard.press('F4');
  await typeInto(page, box(page, '查大厅已有记录'), who);
  await page.keyboard.press('Enter');
  await expect(box(page, '同一事项第几次来访')).toHaveValue('4');
  await typeInto(page, box(page, '预计时间'), '1030');
  await pick(page, list(page, '渠道'), '基层报送');
  await typeInto(page, box(page, '健康状况'), '高血压');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Every item by a person: as suggested, and one below that, which wants its reason. */
export async function gradeAll(page: Page, lowered: string): Promise<void> {
  const { items: all } = await firstOf(page, 'forecast.list', { date: DAY });
  for (const { id, who, suggested } of all) {
    const grading = { requestId: crypto.randomUUID(), id, suggested, grade: who === lowered ? ('attention' as const) : suggested };
    if (who !== lowered) await ask(page, 'forecast.grade', grading);
    else {
      await expect(ask(page, 'forecast.grade', grading), 'lower, and nobody said why').rejects.toThrow('refused');
      await ask(page, 'forecast.grade', { ...grading, requestId: crypto.randomUUID(), reason: '业委会已约定改日' });
    }
  }
}

export async function itemOf(page: Page, who: string): Promise<string> {
  const { items: all } = await firstOf(page, 'preparation.day', { date: DAY });
  return all.find((each) => each.who === who)?.id ?? '';
}

/** How each step of a matter stands, and by how many minutes it was late. */
export async function stepsOf(page: Page, who: string): Promise<string[]> {
  const { items: all } = await firstOf(page, 'preparation.day', { date: DAY });
  return all.find((each) => each.who === who)?.steps.map(({ state, lateMinutes }) => `${state} ${lateMinutes}`) ?? [];
}

/** T-60: the department's person is named, four whole rounds, hands and things in their places. */
export async function anHourBefore(page: Page, itemId: string): Promise<void> {
  const asked = { itemId, department: '社保科', method: 'phone' as const, limitMinutes: 20 };
  const { id } = await ask(page, 'summons.notify', asked);
  await ask(page, 'summons.answer', { id, attendee: '李明' });
  await ask(page, 'summons.arrive', { id });
  const points = { 'doors-windows': 'good', 'fire-exits': 'good' } as const;
  for (let n = 0; n < 4; n++) await ask(page, 'patrol.add', { points });
  for (const key of ['resources', 'cordon']) await ask(page, 'preparation.step', { itemId, step: key, act: 'done' });
}

/** T-30: a room that a wheelchair enters, with everything in it. */
export async function halfAnHourBefore(page: Page, itemId: string): Promise<void> {
  const all = ['table', 'corner', 'water', 'recorder', 'help-key'];
  await ask(page, 'preparation.room', { itemId, needs: ['elder', 'mobility'], roomId: 'room-1', items: all });
}

export async function teamOf(page: Page): Promise<{ lead: string; recorder: string; observer: string }> {
  const [lead, recorder, observer] = await Promise.all([INTERVIEWER.name, CLERK.name, '孙医生'].map((name) => staffId(page, name)));
  return { lead: lead ?? '', recorder: recorder ?? '', observer: observer ?? '' };
}

/** T-20: three different people, and the meeting with its sheet on paper. */
export async function meet(page: Page, itemId: string, startedAt: string, host: string): Promise<void> {
  await ask(page, 'preparation.team', { itemId, ...(await teamOf(page)) });
  const { expected } = await firstOf(page, 'preparation.day', { date: DAY });
  const present = expected.slice(1).map(({ id }) => id);
  const meeting = { date: DAY, itemIds: [itemId], startedAt, hostId: await staffId(page, host), present, note: '备血压仪，语速放慢' };
  await ask(page, 'meeting.add', meeting);
  await ask(page, 'meeting.print', { requestId: crypto.randomUUID(), date: DAY });
}

/** The keys of a screen are heard once it stands there. */
export async function show(page: Page, keys: string, seen: Locator): Promise<void> {
  await page.keyboard.press(keys);
  await expect(seen.first()).toBeVisible();
}
