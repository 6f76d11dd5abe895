import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { removeQueue, setUpCups } from '../printing/cups-queue';
import { aDay, returnCards, wordText } from './day';
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

const textOf = (pdf: string): string => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
/** To a screen, and its keys are pressed once its acts are there. */
async function goTo(page: Page, keys: string, act: string): Promise<void> {
  await page.keyboard.press(keys);
  await expect(page.getByRole('button', { name: act, exact: true })).toBeVisible();
}
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

  await returnCards(page, visitIds);
  await goTo(page, 'Control+7', '交接班');
  await page.keyboard.press('Alt+d');
  await expect(dialog(page, '日报').getByRole('row', { name: '合计 2 7' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/日报已生成/)).toBeVisible();
  await expect.poll(() => newestState(page), { timeout: 30_000 }).toBe('printed');
  await saved(program, 'Alt+w', 'day.docx');
  expect(await wordText(join(folder, 'day.docx'))).toContain('接访日报');
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

test('the self-check tells what is red in the morning, once, and who saw it is still known after a kill', async () => {
  const program = await launch({ profile: temporaryProfile(), seed: 'demo', clock: '2026-05-08T07:50:00+08:00' });
  await signInByKeyboard(program.page, CLERK);
  await expect(program.page.getByText(/开机自检有 \d 项异常：备份/)).toBeVisible();
  await choosePrinter(program.page, 'NO_SUCH_PRINTER');
  await program.page.keyboard.press('Control+k');
  const row = (of: typeof program.page, name: string) => of.getByRole('row').filter({ hasText: name });
  await expect(row(program.page, '打印机')).toContainText('系统里找不到 NO_SUCH_PRINTER');
  await expect(row(program.page, '节假日数据')).toContainText('2026 年已有，2027 年还没有');
  await expect(row(program.page, '数据库')).toContainText('正常');
  await choosePrinter(program.page, QUEUE);
  await program.page.keyboard.press('Alt+r');
  await expect(row(program.page, '打印机')).toContainText(`${QUEUE} 可用`);
  await program.page.keyboard.press('Alt+p');
  await expect(program.page.getByText('测试页已送往打印队列，请看纸面。')).toBeVisible();
  await program.kill();
  const later = await launch({ profile: program.profile, seed: 'demo', clock: '2026-05-08T08:10:00+08:00' });
  await signInByKeyboard(later.page, COORDINATOR);
  await later.page.keyboard.press('Control+k');
  const seen = later.page.getByRole('region', { name: '今天的异常已有人看过' });
  await expect(seen).toContainText(`07:5`);
  await expect(seen).toContainText(CLERK.name);
  await expect(seen).toContainText(COORDINATOR.name);
  await later.close();
});

test('the whole handbook is printed with the pages that its contents tell, and an entry is found and taken back', async () => {
  test.setTimeout(120_000);
  const program = await launch({ seed: 'demo' });
  const { page } = program;
  await signInByKeyboard(page, CLERK);
  await choosePrinter(page, QUEUE);
  const titles = ['先数人再开口', '扩音器放在二楼', '集合点在东门'];
  const approved = await page.evaluate(
    async ({ all, leader }) => {
      const ask = window.reception.request;
      const signers = await ask('incident.signers', {});
      const signerId = signers.ok ? (signers.value.find(({ name }) => name === leader.name)?.id ?? '') : '';
      for (const [i, title] of all.entries()) {
        // The second is longer than a page.
        const body = i === 1 ? Array.from({ length: 90 }, (_, n) => `第${n + 1}步：清点人数`).join('\n') : '分批接谈。';
        const entry = { entryId: '', from: 0, code: 'E08' as const, title, body, incidentId: '' };
        const written = await ask('handbook.write', { requestId: crypto.randomUUID(), ...entry });
        if (!written.ok) return written.error.message;
        const signed = await ask('handbook.approve', { requestId: crypto.randomUUID(), id: written.value.id, signerId, code: leader.pin });
        if (!signed.ok) return signed.error.message;
      }
      return '';
    },
    { all: titles, leader: LEADER },
  );
  expect(approved).toBe('');
  await goTo(page, 'Control+0', '处置手册');
  await page.keyboard.press('Alt+h');
  await page.keyboard.press('Alt+b');
  await expect(page.getByText('全本已送去打印')).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => newestState(page), { timeout: 30_000 }).toBe('printed');

  const entries = page.getByRole('listbox', { name: '手册条目' }).getByRole('option');
  await typeInto(page, page.getByRole('searchbox', { name: '查找手册' }), '扩音');
  await expect(entries).toHaveCount(1);
  await page.keyboard.press('Alt+x');
  const asking = dialog(page, '撤销：扩音器放在二楼');
  await typeInto(page, asking.getByRole('textbox', { name: '撤销原因' }), '器材已搬走');
  await pick(page, asking.getByRole('combobox', { name: '审定人' }), LEADER.name);
  await typeInto(page, asking.getByRole('textbox', { name: '本人 PIN' }), LEADER.pin);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${LEADER.name}`).filter({ hasText: '器材已搬走' })).toBeVisible();
  await page.keyboard.press('Escape');

  const pages = textOf(await exportNewest(program.app, page, '全本'))
    .split('\f')
    .filter((text) => text.trim() !== '');
  for (const title of titles) {
    const told = new RegExp(`${title}\\s+(\\d+)`).exec(pages[0] ?? '')?.[1];
    expect(pages.findIndex((text, i) => i > 0 && text.trimStart().startsWith(title)) + 1, title).toBe(Number(told));
  }
  expect(pages.length).toBeGreaterThan(titles.length + 1);
  await program.close();
});
