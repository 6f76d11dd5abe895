import { expect, type Page, test } from '@playwright/test';
import { FOCUS_FIELDS } from '../../shared/domain/interview';
import { residentNumber } from '../faults/visits';
import { lastSpooledPdf, removeQueue, setUpCups } from '../printing/cups-queue';
import { textOf } from './day';
import { ask } from './desks';
import { exportNewest } from './exported';
import { box, list, pick, registerByKeyboard, signInByKeyboard, tabTo, typeInto } from './keyboard';
import { choosePrinter, newestJob } from './print-jobs';
import { CHECKER, CLERK, launch, personWith, temporaryProfile } from './program';
import { beginTalk } from './talk';

/** Thirty years later, two people destroy what is due; nothing of it is found any more, and a paper says so. */
const QUEUE = 'RECEPTION_KEEPING';
const COORDINATOR = personWith('coordinator');
const LEADER = personWith('leader', 'coordinator');
const VISITOR = { docNumber: residentNumber(41_777), name: '焦望舒', phone: '13700137688', summary: '反映宅基地确权', field: '民政' };
const shots = process.env.GAPS_SHOTS;
test.beforeAll(() => setUpCups(QUEUE));
test.afterAll(() => removeQueue(QUEUE));

const shot = async (page: Page, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
};
const results = (page: Page) => page.getByRole('listbox', { name: '查找结果' }).getByRole('option');
async function look(page: Page, words: string): Promise<void> {
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(words);
  await expect(page.locator(`[data-answers="${words}"]`)).toBeVisible();
}
/** One gives the reason, the other's PIN approves. */
async function destroyFirst(page: Page): Promise<void> {
  await page.getByRole('listbox', { name: '到期的材料' }).focus();
  await page.keyboard.press('Delete');
  await expect(box(page, '销毁理由')).toBeFocused();
  await shot(page, 'keeping-two-people');
  await page.keyboard.type('保存期满，经鉴定无需续存');
  await pick(page, list(page, '批准人'), LEADER.name);
  await typeInto(page, box(page, '批准人 PIN'), LEADER.pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText('已销毁，销毁证明已登记。')).toBeVisible();
}

test('what is due is destroyed by two people, certified on paper, and found by no search', async () => {
  test.setTimeout(180_000);
  const profile = temporaryProfile();
  const first = await launch({ profile, seed: 'demo', clock: '2026-11-24T09:00:00+08:00' });
  await signInByKeyboard(first.page, CLERK);
  const booking = { date: '2026-11-25', time: '09:30', kind: 'appointment' as const, name: '黎照野', phone: '13700137689', docNumber: '' };
  await ask(first.page, 'appointment.save', { ...booking, summary: '来电预约' });
  const number = await registerByKeyboard(first.page, VISITOR, CHECKER.pin);
  const visit = await ask(first.page, 'visit.byCard', { scanned: number });
  if (!visit) throw new Error('no visit');
  const talk = await beginTalk(first.page, visit.id, 'room-1');
  for (const field of FOCUS_FIELDS) await ask(first.page, 'interview.focus', { id: talk, field, entry: { text: '', unstated: true } });
  const requestId = crypto.randomUUID();
  await ask(first.page, 'interview.end', { requestId, id: talk, disposal: { result: 'left', reason: '有事先走' } });
  const { matterId } = await ask(first.page, 'visit.get', { id: visit.id });
  const closed = { kind: 'closed' as const, text: '来访人撤回', to: '', method: '', number: 0, day: '2026-11-24', matterId };
  await ask(first.page, 'supervision.add', { requestId: crypto.randomUUID(), input: closed });
  await look(first.page, VISITOR.name);
  await expect(results(first.page)).toHaveCount(1);
  await first.close();

  const { app, page, close } = await launch({ profile, seed: 'demo', clock: '2058-01-05T09:00:00+08:00' });
  await signInByKeyboard(page, COORDINATOR);
  await choosePrinter(page, QUEUE);
  await page.keyboard.press('Control+9');
  await page.getByRole('tab', { name: '到期鉴定', exact: true }).click();
  const kept = page.getByRole('listbox', { name: '到期的材料' });
  await tabTo(page, box(page, '登记编号或突发编号'));
  await box(page, '登记编号或突发编号').fill(number);
  await page.keyboard.press('Enter');
  await expect(kept.getByRole('option')).toHaveCount(1);
  await expect(kept).toContainText(number);
  await destroyFirst(page);
  await expect(box(page, '登记编号或突发编号')).toHaveValue('');
  await page.getByRole('combobox', { name: '类别' }).selectOption({ label: '预约' });
  await expect(kept).toContainText('2026 年');
  await shot(page, 'keeping-periods');
  await destroyFirst(page);

  const certificates = page.getByRole('region', { name: '销毁证明' });
  await expect(certificates.getByRole('listitem')).toHaveCount(2);
  await certificates.getByRole('listitem').filter({ hasText: number }).getByRole('button', { name: '打印' }).press('Enter');
  await expect(page.getByText('销毁证明已送往打印队列。')).toBeVisible();
  await shot(page, 'keeping-certificates');
  const job = await newestJob(page);
  await expect.poll(() => lastSpooledPdf(job.id) ?? '', { timeout: 30_000 }).not.toBe('');
  const paper = textOf(await exportNewest(app, page, '销毁证明')).replaceAll(' ', '');
  for (const words of ['销毁证明', number, COORDINATOR.name, LEADER.name, '经鉴定无需续存', '2058年1月5日']) expect(paper).toContain(words);
  expect(paper).not.toContain(VISITOR.name);

  await ask(page, 'session.signOut', {});
  await signInByKeyboard(page, CLERK);
  for (const words of [VISITOR.name, VISITOR.docNumber, VISITOR.phone]) {
    await look(page, words);
    await expect(results(page)).toHaveCount(0);
  }
  await shot(page, 'keeping-not-found');
  await close();
});
