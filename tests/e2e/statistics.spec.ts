import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { register, registrationOf } from '../faults/visits';
import { removeQueue, setUpCups } from '../printing/cups-queue';
import { exportNewest } from './exported';
import { signInByKeyboard } from './keyboard';
import { choosePrinter } from './print-jobs';
import { CHECKER, launch, personWith } from './program';

/** 统计 of a demonstration hall: every number is counted again here, from the records that the program shows elsewhere. */
const QUEUE = 'RECEPTION_STATISTICS';
const COORDINATOR = personWith('coordinator');
const NOON = '2026-11-24T10:00:00+08:00';
const DAY = '2026-11-24';
const shot = process.env.STATISTICS_SHOTS;
const work = mkdtempSync(join(tmpdir(), 'reception-statistics-'));
test.describe.configure({ mode: 'serial' });
test.beforeAll(() => setUpCups(QUEUE));
test.afterAll(() => {
  removeQueue(QUEUE);
  rmSync(work, { recursive: true, force: true });
});

interface Visit {
  date: string;
  heads: number;
  purpose: string;
  fieldCode: string;
  people: string[];
  matterId: string;
  state: string;
}

test('T1–T12 of a day and a month are what the records say; every number leads to its records, and to paper', async () => {
  test.setTimeout(240_000);
  const program = await launch({ seed: 'demo', clock: NOON });
  const { app, page } = program;
  await signInByKeyboard(page, COORDINATOR);
  await choosePrinter(page, QUEUE);
  const said = await aMorning(page);
  await page.keyboard.press('Control+i');
  await whole(page, `day ${DAY}`);
  await expect(page.getByRole('tab', { name: 'T1 总量' })).toBeFocused();

  const today = said.filter(({ date, state }) => date === DAY && state !== 'void');
  const sum = (visits: Visit[]): number => visits.reduce((n, { heads }) => n + heads, 0);
  expect(today.length).toBe(6);
  expect(await row(page, '批次'), 'a base of nought tells no change').toEqual([String(today.length), '0', '—', '0', '—']);
  expect(await row(page, '人次')).toEqual([String(sum(today)), '0', '—', '0', '—']);
  await expect(page.getByRole('tabpanel')).toContainText('上期为 0，不能计算增减');

  await table(page, 'T2');
  const large = today.filter(({ heads }) => heads >= 5);
  expect((await row(page, '集体访（5 人以上）'))[0]).toBe(String(large.length));
  expect((await row(page, '集体访（5 人以上）'))[2]).toBe(String(sum(large)));
  expect((await row(page, '个访'))[0]).toBe(String(today.length - large.length));
  const again = repeatsIn(today);
  expect(again.length).toBeGreaterThan(0);
  expect((await row(page, '重访'))[0]).toBe(String(again.length));
  expect((await row(page, '初访'))[0]).toBe(String(today.length - again.length));

  await table(page, 'T3');
  const fields = await names(page);
  for (const [code, name] of fields) {
    const of = today.filter(({ fieldCode }) => fieldCode === code);
    if (of.length > 0) expect((await row(page, name)).slice(0, 2), name).toEqual([String(of.length), String(sum(of))]);
  }
  expect((await row(page, '合计')).slice(0, 2)).toEqual([String(today.length), String(sum(today))]);

  await table(page, 'T4');
  for (const [purpose, name] of [
    ['appeal', '申诉求决'],
    ['inquiry', '咨询'],
    ['suggestion', '建议意见'],
  ] as const)
    expect((await row(page, name))[0], name).toBe(String(today.filter((visit) => visit.purpose === purpose).length));

  // A drill was begun this morning, and nothing of it stands here.
  await table(page, 'T9');
  expect(await row(page, '突发事件')).toEqual(['0', '']);

  // The month: with what the demonstration unit has behind it.
  await page.keyboard.press('Alt+3');
  await whole(page, 'month 2026-11-01');
  await table(page, 'T1');
  const month = said.filter(({ date, state }) => date >= '2026-11-01' && date <= DAY && state !== 'void');
  expect(month.length).toBeGreaterThan(today.length);
  expect((await row(page, '批次'))[0]).toBe(String(month.length));
  expect((await row(page, '人次'))[0]).toBe(String(sum(month)));
  if (shot) await page.screenshot({ path: `${shot}/statistics.png` });

  // From the number to its records, and to one of them.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^批次 / })).toBeFocused();
  await page.keyboard.press('Enter');
  const records = page.getByRole('listbox', { name: '记录' });
  await expect(records).toBeFocused();
  await expect(records.getByRole('option')).toHaveCount(month.length);
  await expect(page.getByRole('dialog')).toContainText(`共 ${month.length} 条`);
  if (shot) await page.screenshot({ path: `${shot}/statistics-records.png` });
  await page.keyboard.press('End');
  const last = (await records.getByRole('option').last().innerText()).match(/\d{8}-\d{2}-\d{4}/)?.[0] ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').last()).toContainText(last);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  // 问题属地 is opened only when it is asked for.
  await page.keyboard.press('Alt+s');
  await whole(page, 'month 2026-11-01');
  expect((await row(page, '海淀区'))[0]).toBe('1');

  await page.keyboard.press('Alt+p');
  await expect(page.getByText(`统计表已送「${QUEUE}」打印`)).toBeVisible();
  const xlsx = join(work, '统计.xlsx');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, xlsx);
  await page.keyboard.press('Alt+e');
  await expect(page.getByText(/已导出 统计.xlsx，共 \d+ 行。/)).toBeVisible();
  const sheets = execFileSync('unzip', ['-p', xlsx, 'xl/workbook.xml', 'xl/sharedStrings.xml'], { encoding: 'utf8' });
  for (const words of ['T1 总量', 'T12 设备与补录', '集体访（5 人以上）']) expect(sheets).toContain(words);
  const t1 = execFileSync('unzip', ['-p', xlsx, 'xl/worksheets/sheet2.xml'], { encoding: 'utf8' });
  expect(t1).toMatch(new RegExp(`<c r="B3"[^>]*><v>${month.length}</v>`));

  const pdf = await exportNewest(app, page, '统计');
  const paper = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  for (const words of ['接访统计月报', '2026年11月', 'T1 总量', 'T12 设备与补录', '第 1 页，共']) expect(paper).toContain(words);
  expect(paper).toMatch(new RegExp(`批次\\s+${month.length}\\b`));
  expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/Page size:\s+59[45].*A4/);
  // 定稿 of the month before, and 重开, which wants a reason.
  await page.keyboard.press('Control+i');
  await whole(page, `day ${DAY}`);
  await page.keyboard.press('Alt+3');
  await page.keyboard.press('Alt+ArrowLeft');
  await whole(page, 'month 2026-10-01');
  await page.keyboard.press('Alt+d');
  await expect(page.getByText('已定稿', { exact: true })).toBeVisible();
  await whole(page, 'month 2026-10-01');
  if (shot) await page.screenshot({ path: `${shot}/statistics-closed.png` });
  await page.keyboard.press('Alt+o');
  await page.keyboard.type('补录一批');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '定稿', exact: true })).toBeVisible();
  const trail = await page.evaluate(() => window.reception.request('audit.list', { limit: 5 }));
  expect(trail.ok, 'a coordinator reads no trail').toBe(false);
  await program.close();
});

test('the thresholds are settings: what is 集体访 is counted anew, and who may not take tables out has no key for it', async () => {
  test.setTimeout(120_000);
  const { page, close } = await launch({ seed: 'demo', clock: NOON });
  await signInByKeyboard(page, COORDINATOR);
  await aMorning(page);
  await page.evaluate(() => window.reception.request('session.signOut', {}));
  await signInByKeyboard(page, personWith('administrator'));
  const set = await page.evaluate(() =>
    window.reception.request('settings.put', { key: 'statistics', value: { collectiveFrom: 10, repeatBy: 'registered' } }),
  );
  expect(set.ok).toBe(true);
  await page.evaluate(() => window.reception.request('session.signOut', {}));
  await signInByKeyboard(page, personWith('registrar', 'coordinator', 'administrator'));
  await page.keyboard.press('Control+i');
  await whole(page, `day ${DAY}`);
  await table(page, 'T2');
  expect((await row(page, '集体访（10 人以上）'))[0]).toBe('1');
  await expect(page.getByRole('button', { name: '打印', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '导出', exact: true })).toBeHidden();
  const refused = await page.evaluate(() => window.reception.request('statistics.export', { walkId: crypto.randomUUID() }));
  expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  await close();
});

/** Seven registrations, one of them made void, and a drill. @returns every visit of the hall, as its records tell */
async function aMorning(page: Page): Promise<Visit[]> {
  const one = (n: number, more: object = {}) => ({ ...registrationOf(n), ...more });
  const group = (n: number, heads: number, more: object = {}) =>
    one(n, { kind: 'collective', heads, others: heads - 1, othersAreaId: 'rest', ...more });
  const rest = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const stop = window.reception.subscribe('settings.all', {}, (answer) => {
          queueMicrotask(() => stop());
          if (answer.ok) resolve(answer.value.hall.areas.find(({ kind }) => kind === 'rest')?.id ?? '');
        });
      }),
  );
  const made: string[] = [];
  for (const each of [
    one(1),
    one(2, { purpose: 'inquiry', fieldCode: '02' }),
    group(3, 7, { othersAreaId: rest, place: '海淀区' }),
    group(4, 12, { othersAreaId: rest, purpose: 'suggestion', fieldCode: '03' }),
    one(1, { summary: '又来问' }),
    one(5, { heads: 2, others: 1, othersAreaId: rest }),
    one(6),
  ]) {
    const answer = await register(page, each, CHECKER.pin);
    expect(answer).not.toHaveProperty('refused');
    if ('visitId' in answer) made.push(answer.visitId);
  }
  const done = await page.evaluate(async (id) => {
    const gone = await window.reception.request('visit.void', { id, reason: '重复登记' });
    const drill = await window.reception.request('incident.drill', {
      ...{ requestId: crypto.randomUUID(), code: 'E07', plan: '桌面演练', participants: '全体' },
    });
    return gone.ok && drill.ok;
  }, made.at(-1) ?? '');
  expect(done).toBe(true);
  return records(page, made);
}

/** Today's visits one by one, and what the demonstration unit's two people did before, from their own pages. */
function records(page: Page, ids: string[]): Promise<Visit[]> {
  return page.evaluate(async (all) => {
    const visit = async (id: string) => {
      const answer = await window.reception.request('visit.get', { id });
      if (!answer.ok) throw new Error(answer.error.code);
      const { date, heads, purpose, fieldCode, people, matterId, state } = answer.value;
      return { date, heads, purpose, fieldCode, people: people.map((person) => person.id), matterId, state };
    };
    const found = await Promise.all(all.map(visit));
    for (const name of ['李秀兰', '王建国']) {
      const past = await window.reception.request('search.find', { text: name, limit: 50 });
      if (!past.ok) throw new Error(past.error.code);
      found.push(...(await Promise.all(past.value.rows.map(({ id }) => visit(id)))));
    }
    return found;
  }, ids);
}

/** The same person or the same matter was here before, in the order of coming. */
function repeatsIn(visits: Visit[]): Visit[] {
  return visits.filter((visit, i) =>
    visits.slice(0, i).some((earlier) => earlier.matterId === visit.matterId || earlier.people.some((id) => visit.people.includes(id))),
  );
}

const names = (page: Page): Promise<[string, string][]> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const stop = window.reception.subscribe('settings.all', {}, (answer) => {
          queueMicrotask(() => stop());
          if (answer.ok) resolve(answer.value.fields.entries.filter(({ parent }) => parent === '').map(({ code, name }) => [code, name]));
        });
      }),
  );

/** Everything of the period is counted. */
async function whole(page: Page, day: string): Promise<void> {
  await expect(page.locator(`.statistics[data-state=whole][data-day="${day}"]`)).toBeVisible();
}
async function table(page: Page, id: string): Promise<void> {
  await page.keyboard.press('F8');
  await page.keyboard.press('Home');
  for (let n = 1; n < Number(id.slice(1)); n++) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('tab', { name: new RegExp(`^${id} `) })).toBeFocused();
  if (shot) await page.screenshot({ path: `${shot}/statistics-${id}.png` });
}
/** The texts of a row's cells. */
const row = (page: Page, label: string): Promise<string[]> =>
  page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: label, exact: true }) })
    .getByRole('cell')
    .allInnerTexts();
