import { execFileSync } from 'node:child_process';
import { expect, type Page, test } from '@playwright/test';
import { removeQueue, setUpCups } from '../printing/cups-queue';
import { exportNewest } from './exported';
import { box, signInByKeyboard, typeInto } from './keyboard';
import { choosePrinter } from './print-jobs';
import { CLERK, launch, personWith } from './program';

const QUEUE = 'RECEPTION_MESSAGES';
const TEXT = '东门请加一人，两位老人要轮椅';
const LOGISTICS = personWith('logistics');
test.describe.configure({ mode: 'serial' });
test.beforeAll(() => setUpCups(QUEUE));
test.afterAll(() => removeQueue(QUEUE));

const messages = (page: Page) => page.getByRole('dialog', { name: /^工作组消息/ });
const rows = (page: Page) => messages(page).getByRole('listbox', { name: '消息列表' });
const receipts = (page: Page) => messages(page).getByRole('region', { name: '各组确认情况' });
const status = (page: Page) => page.getByRole('contentinfo');

/** Ctrl+M, N, the words, the groups by their numbers, Enter. */
async function send(page: Page, words: string, groups: readonly number[]): Promise<void> {
  await expect(messages(page), 'its keys are heard once it stands there').toBeVisible();
  await page.keyboard.press('n');
  await expect(box(page, '消息内容')).toBeFocused();
  await page.keyboard.type(words);
  for (const group of groups) await page.keyboard.press(`Alt+${group}`);
  await page.keyboard.press('Enter');
  await expect(rows(page).getByRole('option').first()).toContainText(words);
  await expect(rows(page)).toBeFocused();
}

test('a message goes to its groups, each takes it under a name, what waits too long is red; all by keyboard', async () => {
  test.setTimeout(120_000);
  const first = await launch({ seed: 'demo' });
  const { page } = first;
  await signInByKeyboard(page, CLERK);
  await typeInto(page, box(page, '姓名'), '还没登完');
  await page.keyboard.press('Control+M');
  await expect(messages(page)).toContainText('还没有消息');
  await page.keyboard.press('n');
  await page.keyboard.press('Enter');
  const writing = page.getByRole('dialog', { name: '写消息' });
  await expect(writing).toContainText('请填写消息内容');
  await expect(writing).toContainText('请选择发给哪些组');
  await page.keyboard.type('没有发出的话');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(box(page, '消息内容'), 'what was not sent is kept').toHaveValue('没有发出的话');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(TEXT);
  for (const group of [4, 5]) await page.keyboard.press(`Alt+${group}`);
  await page.keyboard.press('Enter');
  await expect(messages(page).getByRole('status')).toContainText('已发出');
  await expect(receipts(page)).toContainText('安全保障组');
  await expect(status(page)).toContainText('未确认消息 1 条');

  await page.keyboard.press('1');
  const taking = page.getByRole('dialog', { name: '确认收到消息' });
  await expect(box(page, '由谁确认')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(taking).toContainText('请填写由谁确认');
  await page.keyboard.type('钱勇');
  await page.keyboard.press('Enter');
  await expect(receipts(page)).toContainText(/钱勇 \d\d:\d\d/);
  await expect(receipts(page)).toContainText(`${CLERK.name}在01号台记下`);
  await page.keyboard.press('Control+M');
  await expect(messages(page)).toBeHidden();
  await expect(box(page, '姓名'), 'nothing typed is lost').toHaveValue('还没登完');
  await first.close();

  const later = await launch({ profile: first.profile, clock: '+420' });
  await signInByKeyboard(later.page, LOGISTICS);
  const waiting = status(later.page).getByText(/^未确认消息 1 条，最久 \d+ 分钟$/);
  await expect(waiting).toHaveClass(/tone-bad/);
  await later.page.keyboard.press('Control+M');
  await expect(rows(later.page)).toBeFocused();
  await later.page.keyboard.press('Enter');
  await expect(later.page.getByRole('dialog')).toContainText(`留空即由${LOGISTICS.name}本人确认`);
  await later.page.keyboard.press('Enter');
  await expect(receipts(later.page)).toContainText(LOGISTICS.name);
  await expect(status(later.page)).not.toContainText('未确认消息');
  await later.close();
});

test('on paper with receipt columns; of a drill by itself, and marked', async () => {
  test.setTimeout(120_000);
  const { app, page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  await choosePrinter(page, QUEUE);
  await page.keyboard.press('Control+M');
  await send(page, TEXT, [4, 5]);
  const drilled = await page.evaluate(async () => {
    const requestId = () => crypto.randomUUID();
    const drill = await window.reception.request('incident.drill', {
      ...{ requestId: requestId(), code: 'E07', plan: '桌面演练', participants: '全体' },
    });
    if (!drill.ok) return drill.error.message;
    const incidentId = drill.value.id;
    const sent = await window.reception.request('message.send', { requestId: requestId(), groups: ['lead'], text: '演习开始', incidentId });
    return sent.ok ? '' : sent.error.message;
  });
  expect(drilled).toBe('');
  const newest = rows(page).getByRole('option').first();
  await expect(newest).toContainText('演练 演习开始');

  const printed = async (place: 'Home' | 'End', name: string): Promise<string> => {
    await page.keyboard.press('Control+M');
    await expect(rows(page)).toBeFocused();
    await page.keyboard.press(place);
    await page.keyboard.press('F7');
    await expect(messages(page).getByRole('status')).toContainText(`签收单（1 条）已送到 ${QUEUE}`);
    await page.keyboard.press('Escape');
    return execFileSync('pdftotext', ['-layout', await exportNewest(app, page, name), '-'], { encoding: 'utf8' });
  };
  await page.keyboard.press('Control+M');
  const real = await printed('End', '工作组消息签收单');
  for (const word of [TEXT.slice(0, 6), '签收人', '安全保障组', '后勤保障组']) expect(real).toContain(word);
  expect(real).not.toMatch(/演练|演习/);
  const drill = await printed('Home', '演练 工作组消息');
  for (const word of ['演习开始', '演练', '领导小组', '事件编号']) expect(drill).toContain(word);
  expect(drill).not.toContain(TEXT.slice(0, 6));
  await close();
});
