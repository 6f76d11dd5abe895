import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { removeQueue, setUpCups } from '../printing/cups-queue';
import { aDay, goTo, returnCards, textOf, wordText } from './day';
import { exportNewest } from './exported';
import { box, list, pick, signInByKeyboard, tabTo, typeInto } from './keyboard';
import { personWith } from './people';
import { choosePrinter, newestState } from './print-jobs';
import { CLERK, launch, type RunningProgram, temporaryProfile } from './program';

/** A day that ends: hand-over by two, 日报, then the 专报 through three people to its number; killed in the middle of each. */
const QUEUE = 'RECEPTION_DAY';
const COORDINATOR = personWith('coordinator');
const LEADER = personWith('leader');
const folder = mkdtempSync(join(tmpdir(), 'reception-day-'));
test.describe.configure({ mode: 'serial' });
test.beforeAll(() => setUpCups(QUEUE));
test.afterAll(() => {
  removeQueue(QUEUE);
  rmSync(folder, { recursive: true, force: true });
});

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });

async function again({ profile, kill }: RunningProgram): Promise<RunningProgram> {
  await kill();
  const program = await launch({ profile, seed: 'demo' });
  await signInByKeyboard(program.page, CLERK);
  return program;
}

async function saved({ app, page }: RunningProgram, keys: string, name: string): Promise<string> {
  const path = join(folder, name);
  await app.evaluate(({ dialog: system }, filePath) => {
    system.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  await page.keyboard.press(keys);
  await expect(page.getByText(`已导出 ${name}。`)).toBeVisible({ timeout: 30_000 });
  expect(existsSync(path)).toBe(true);
  return path;
}

/** A person and their own PIN, in a small dialog. */
async function decide(page: Page, who: { name: string; pin: string }, act: '审核' | '签发'): Promise<void> {
  await expect(page.getByRole('button', { name: act, exact: true })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await pick(page, list(page, `${act}人`), who.name);
  await typeInto(page, box(page, '本人 PIN'), who.pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
}

test('a day is handed over by two and told in figures, whatever is killed in between', async () => {
  test.setTimeout(240_000);
  let program = await launch({ profile: temporaryProfile(), seed: 'demo' });
  await signInByKeyboard(program.page, CLERK);
  await choosePrinter(program.page, QUEUE);
  const { visitIds } = await aDay(program.page);

  await goTo(program.page, 'Control+7', '交接班');
  await program.page.keyboard.press('Alt+h');
  await expect(dialog(program.page, '交接班').getByText('未交还的卡（2）')).toBeVisible();
  await typeInto(program.page, box(program.page, '交接说明'), '钥匙在抽屉');
  await expect(box(program.page, '交接说明')).toHaveValue('钥匙在抽屉');
  // What was typed is in its draft before a second has passed.
  await expect
    .poll(() =>
      program.page.evaluate(() => window.reception.request('draft.load', { screen: 'hand-over' }).then((r) => r.ok && r.value?.value)),
    )
    .toBe('钥匙在抽屉');

  program = await again(program);
  const { page } = program;
  await goTo(page, 'Control+7', '交接班');
  await page.keyboard.press('Alt+h');
  await expect(box(page, '交接说明'), 'brought back').toHaveValue('钥匙在抽屉');
  await pick(page, list(page, '交班人'), CLERK.name);
  await typeInto(page, box(page, '交班人 PIN'), CLERK.pin);
  await pick(page, list(page, '接班人'), COORDINATOR.name);
  await typeInto(page, box(page, '接班人 PIN'), '0000');
  await page.keyboard.press('Control+Enter');
  await expect(box(page, '接班人 PIN')).toHaveAttribute('aria-invalid', 'true');
  await typeInto(page, box(page, '接班人 PIN'), COORDINATOR.pin);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('交接已确认，交接单已送往打印队列。')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(() => newestState(page), { timeout: 30_000 }).toBe('printed');
  const paper = textOf(await exportNewest(program.app, page, '交接单'));
  for (const words of ['交接单', `交班人${CLERK.name}、接班人${COORDINATOR.name}`, '钥匙在抽屉', 'A001', 'A002', '交班人签名'])
    expect(paper).toContain(words);

  await goTo(page, 'Control+7', '交接班');
  const left = page.getByRole('region', { name: '完成日终' });
  await expect(left, 'cards, backup, 日报').toContainText('收尾：还有 3 项');
  await returnCards(page, visitIds);
  await expect(left, 'counted anew without leaving the screen').toContainText('收尾：还有 2 项');
  await page.keyboard.press('Alt+d');
  await expect(dialog(page, '日报').getByText('重访以登记为准')).toBeVisible();
  await expect(dialog(page, '日报').getByRole('row', { name: '合计 2 7' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/日报已生成/)).toBeVisible();
  await expect.poll(() => newestState(page), { timeout: 30_000 }).toBe('printed');
  await saved(program, 'Alt+w', 'day.docx');
  expect(await wordText(join(folder, 'day.docx'))).toContain('接访日报');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('日报（第 2 版）已生成')).toBeVisible();
  await expect.poll(() => newestState(page), { timeout: 30_000 }).toBe('printed');
  await page.keyboard.press('Escape');
  const report = textOf(await exportNewest(program.app, page, '日报'));
  expect(report.replace(/\s+/g, ' ')).toMatch(/合计 2 7/);
  expect(report.replace(/\s+/g, ' ')).toMatch(/集体访 1 6/);

  program = await again(program);
  await goTo(program.page, 'Control+7', '交接班');
  await program.page.keyboard.press('Alt+e');
  const ending = dialog(program.page, '完成日终');
  await expect(ending.getByText('今天的日报已生成')).toBeVisible();
  await program.page.keyboard.press('Control+Enter');
  await expect(ending.getByText('请写明原因').first(), 'what is open needs its reason').toBeVisible();
  await typeInto(program.page, box(program.page, '统一原因'), '设备未到');
  await program.page.keyboard.press('Control+Enter');
  await expect(program.page.getByText('日终已完成。')).toBeVisible();
  program = await again(program);
  await goTo(program.page, 'Control+7', '交接班');
  await expect(program.page.getByText(new RegExp(`日终 \\d\\d:\\d\\d ${CLERK.name}`))).toBeVisible();
  await program.close();
});

test('the 专报 is drafted, reviewed and signed by three, numbered once, and leaves as PDF and Word', async () => {
  test.setTimeout(240_000);
  let program = await launch({ profile: temporaryProfile(), seed: 'demo' });
  await signInByKeyboard(program.page, CLERK);
  await choosePrinter(program.page, QUEUE);
  await aDay(program.page, 83_000);
  await goTo(program.page, 'Control+j', '起草专报');
  await program.page.keyboard.press('Alt+n');
  const options = dialog(program.page, '起草专报').getByRole('option');
  await expect(options).toHaveCount(2);
  await tabTo(program.page, program.page.getByRole('listbox', { name: '重点个案' }));
  await program.page.keyboard.press('Home');
  await program.page.keyboard.press('Space');
  await expect(options.first()).toContainText('已选');
  await program.page.keyboard.press('Control+Enter');
  await expect(program.page.getByText('待编号').first()).toBeVisible();
  await expect(program.page.getByRole('tab', { name: '风险', exact: true })).toBeVisible();
  await program.page.keyboard.press('Alt+6');
  await typeInto(program.page, box(program.page, '风险研判第1段'), '期限前后可能再次集体来访');
  await expect(program.page.getByText('有改动尚未保存')).toBeVisible();
  // What was written does not go with one key too many.
  await tabTo(program.page, program.page.getByRole('button', { name: '去掉这一段：1' }));
  await program.page.keyboard.press('Enter');
  await expect(program.page.getByRole('button', { name: '放回去掉的一段' })).toBeFocused();
  await program.page.keyboard.press('Enter');
  await expect(box(program.page, '风险研判第1段')).toHaveValue('期限前后可能再次集体来访');
  await expect
    .poll(() =>
      program.page.evaluate(async () => {
        const [row] = await new Promise<{ id: string }[]>((resolve) => {
          const stop = window.reception.subscribe('briefing.list', {}, (r) => {
            queueMicrotask(() => stop());
            if (r.ok) resolve(r.value);
          });
        });
        const draft = await window.reception.request('draft.load', { screen: `briefing:${row?.id}` });
        return draft.ok ? (draft.value?.value ?? '') : '';
      }),
    )
    .toContain('期限前后可能再次集体来访');

  program = await again(program);
  await goTo(program.page, 'Control+j', '起草专报');
  await expect(program.page.getByText('找回了上次没有保存的内容')).toBeVisible();
  await expect(program.page.getByRole('tab', { name: '风险', exact: true })).toBeVisible();
  await program.page.keyboard.press('Alt+6');
  await expect(box(program.page, '风险研判第1段')).toHaveValue('期限前后可能再次集体来访');
  await program.page.keyboard.press('Control+Enter');
  await expect(program.page.getByText('已送审。')).toBeVisible();

  program = await again(program);
  await goTo(program.page, 'Control+j', '起草专报');
  await expect(program.page.getByText('待审核').first()).toBeVisible();
  await decide(program.page, COORDINATOR, '审核');
  await expect(program.page.getByText('已审核，等待签发。')).toBeVisible();

  program = await again(program);
  const { page } = program;
  await goTo(page, 'Control+j', '起草专报');
  await expect(page.getByText('待签发').first()).toBeVisible();
  await decide(page, LEADER, '签发');
  const year = await page.evaluate(() => new Date().getFullYear());
  const number = `〔${year}〕第1期`;
  await expect(page.getByText(`已签发，编号${number}。`)).toBeVisible();

  const words = [
    number,
    '接访情况专报',
    '来访 2 批 7 人次',
    '补发差额',
    '期限前后可能再次集体来访',
    '领导批示',
    LEADER.name,
    COORDINATOR.name,
    '来访人名单',
  ];
  const pdf = textOf(await saved(program, 'Alt+f', 'briefing.pdf'));
  const docx = await wordText(await saved(program, 'Alt+w', 'briefing.docx'));
  for (const each of words) {
    expect(pdf, each).toContain(each);
    expect(docx, each).toContain(each);
  }
  for (const secret of ['试登记甲', '11010519']) expect(pdf + docx).not.toContain(secret);
  const pages = pdf.split('\f').filter((text) => text.trim() !== '');
  expect(pages.at(-1), 'the names on a page of their own').toContain('来访人名单');
  expect(pages.at(-1)).not.toContain('领导批示');

  await page.keyboard.press('Alt+i');
  const asking = dialog(page, '登记批示');
  await typeInto(page, asking.getByRole('textbox', { name: '批示领导' }), LEADER.name);
  await typeInto(page, asking.getByRole('textbox', { name: '批示内容' }), '请安保组加强门口值守');
  await page.keyboard.press('Escape');
  await expect(asking).toBeHidden();
  await page.keyboard.press('Alt+i');
  await expect(asking.getByRole('textbox', { name: '批示内容' }), 'left and come back to').toHaveValue('请安保组加强门口值守');
  await expect(asking.getByRole('textbox', { name: '批示领导' })).toHaveValue(LEADER.name);
  await typeInto(page, asking.getByRole('textbox', { name: '责任单位或责任人' }), '安保组');
  await asking.getByLabel('期限').fill(`${year + 1}-12-31`);
  await tabTo(page, asking.getByRole('button', { name: '保存', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('批示已登记，已列入督办。')).toBeVisible();
  await page.keyboard.press('Control+4');
  await expect(page.getByRole('option').filter({ hasText: '领导批示：请安保组加强门口值守' })).toBeVisible();
  await program.close();
});

test('closing the window goes through 日终, and the program ends once the day has', async () => {
  const { app, page } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  const gone = app.waitForEvent('close');
  const closeWindow = () =>
    app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()
        .find((window) => window.webContents.getURL().startsWith('app://desk/'))
        ?.close();
    });
  await closeWindow();
  const ending = dialog(page, '退出前的日终');
  await expect(ending).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(ending).toBeHidden();
  await closeWindow();
  await expect(ending.getByText('尚未设置备份')).toBeVisible();
  await typeInto(page, box(page, '统一原因'), '下班');
  await page.keyboard.press('Control+Enter');
  await gone;
});
