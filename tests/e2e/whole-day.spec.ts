import { expect, type Page, test } from '@playwright/test';
import { firstOf } from '../faults/incidents';
import { removeQueue, setUpCups } from '../printing/cups-queue';
import { goTo, returnCards, textOf } from './day';
import { ask } from './desks';
import { exportNewest } from './exported';
import { box, tabTo } from './keyboard';
import { choosePrinter } from './print-jobs';
import { addAll, beginInRoom, briefByThree, endTheDay, endToVerify, handOverByTwo, investigated, THE_END } from './whole-day-after';
import * as morning from './whole-day-morning';
import * as people from './whole-day-people';
import { type Records, recordsOfDay } from './whole-day-recount';
import { recountedReport, reportOf } from './whole-day-report';
import { type Rows, t1, t2, t3, t4, t6, t8, t9 } from './whole-day-tables';
import { t5, t10, t11, t12 } from './whole-day-tables-more';
import { programNow, tableOnScreen, tablesTold } from './whole-day-told';

/** One Monday of the hall from its opening to its figures; each part of it is a start of the program with a later clock. */
const QUEUE = 'RECEPTION_WHOLE_DAY';
const { ANALYST, CLERK, COORDINATOR, DAY, GUARD, INTERVIEWER, LAN, GUO, LEADER, LOGISTICS } = people;
const { items, show, step } = morning;
test.describe.configure({ mode: 'serial' });
test.beforeAll(() => setUpCups(QUEUE));
test.afterAll(() => removeQueue(QUEUE));
const shot = process.env.WHOLE_DAY_SHOTS;
const take = async (page: Page, name: string): Promise<void> => {
  if (shot) await page.screenshot({ path: `${shot}/${name}.png` });
};

test('a whole day, and every figure of it counted again from its records', async () => {
  test.setTimeout(480_000);
  let profile = '';
  let guoVisit = '';
  let lanVisit = '';
  let lan = { personId: '', matterId: '' };
  const visitIds: string[] = [];

  let earlier = '';
  await test.step('the Wednesday before: 待核实, and its three working days end on this Monday', async () => {
    const program = await people.openAt('15:00', CLERK, undefined, '2026-11-18');
    profile = program.profile;
    earlier = await people.earlierComes(program.page);
    await beginInRoom(program.page, earlier);
    expect((await endToVerify(program.page)).D1).toBe(DAY);
    await returnCards(program.page, [earlier]);
    await program.close();
  });

  await test.step('07:50 开机自检, 值班, 开场检查', async () => {
    const { page, close } = await people.openAt('07:50', CLERK, profile);
    await choosePrinter(page, QUEUE);
    await show(page, 'Control+k', page.getByRole('row').filter({ hasText: '数据库' }));
    await page.keyboard.press('Alt+r');
    await expect(page.getByRole('row').filter({ hasText: '打印机' })).toContainText(`${QUEUE} 可用`);
    await take(page, '0750');
    await people.handOverDesk(page, COORDINATOR);
    await morning.openTheHall(page);
    await show(page, 'Control+d', page.getByRole('listbox', { name: '今日提示' }));
    await page.keyboard.press('Alt+3');
    await expect(page.getByText(new RegExp(`${COORDINATOR.name} 07:5\\d 开场`))).toBeVisible();
    await close();
  });

  await test.step('08:05 预判 of three channels, one from a workbook', async () => {
    const program = await people.openAt('08:05', ANALYST, profile);
    const { page } = program;
    await show(page, 'Control+u', page.getByRole('region', { name: '三个渠道' }));
    await morning.importList(program);
    await morning.otherChannels(page, GUO.name);
    await expect(items(page)).toHaveCount(7);
    await expect(page.getByRole('region', { name: '三个渠道' })).toContainText('无信息 08:0');
    await program.close();
  });

  await test.step('08:31 one that is late, all graded, one of them lower with its reason', async () => {
    const { page, close } = await people.openAt('08:31', ANALYST, profile);
    lan = await people.knownAs(page, LAN.name, '退休待遇核定');
    await show(page, 'Control+u', items(page));
    await morning.typeLate(page, LAN.name);
    const late = items(page).filter({ hasText: LAN.name });
    await expect(late).toContainText('晚于8:30');
    await expect(late).toContainText('建议高风险');
    await expect(items(page).filter({ hasText: '晚于8:30' }), 'all others came in time').toHaveCount(1);
    await morning.gradeAll(page, '东园小区业主');
    await expect(page.getByText('已定级 8 / 8')).toBeVisible();
    await take(page, '0831');
    await close();
  });

  await test.step('08:55 预警发布, taken by group', async () => {
    const { page, close } = await people.openAt('08:55', ANALYST, profile);
    const { id, lines } = await ask(page, 'forecast.publish', { requestId: crypto.randomUUID(), date: DAY, note: '东门安检加一人' });
    expect(lines).toBe(8);
    const receipts = page.getByRole('region', { name: '签收', exact: true });
    await show(page, 'Control+u', items(page));
    await page.keyboard.press('Alt+3');
    await expect(receipts.getByText('未签收')).toHaveCount(5);
    const receive = (group: 'coordination' | 'reception' | 'security' | 'logistics' | 'analysis') =>
      ask(page, 'forecast.receive', { requestId: crypto.randomUUID(), id, group });
    await receive('analysis');
    for (const [person, group] of [
      [INTERVIEWER, 'reception'],
      [GUARD, 'security'],
      [LOGISTICS, 'logistics'],
    ] as const) {
      await people.handOverDesk(page, person, people.quietly);
      await receive(group);
    }
    await people.handOverDesk(page, COORDINATOR);
    await receive('coordination');
    await show(page, 'Control+u', items(page));
    await page.keyboard.press('Alt+3');
    await expect(receipts.getByText('未签收')).toHaveCount(0);
    for (const { name } of [ANALYST, INTERVIEWER, GUARD, LOGISTICS, COORDINATOR])
      await expect(receipts).toContainText(new RegExp(`${name} 08:5\\d`));
    await take(page, '0855');
    await close();
  });

  await test.step('09:15 two visits; T-60 of a matter of 高风险', async () => {
    const { page, close } = await people.openAt('09:15', CLERK, profile);
    guoVisit = await people.guoComes(page);
    visitIds.push(guoVisit, await people.sixCome(page));
    await people.mistypedVisit(page);
    await show(
      page,
      'Control+1',
      page.getByRole('listbox', { name: '今日登记', exact: true }).getByRole('option').filter({ hasText: '6' }),
    );
    await people.handOverDesk(page, COORDINATOR);
    const prepared = step(page, '要准备的事项', new RegExp(`高风险.*${LAN.name}.*10:30`));
    await show(page, 'Control+g', prepared.filter({ hasText: '0 / 7' }));
    await morning.anHourBefore(page, await morning.itemOf(page, LAN.name));
    await expect(prepared).toContainText('4 / 7');
    await take(page, '0915');
    await people.printedAll(page);
    await close();
  });

  await test.step('09:52 T-30, and an accusation without a name', async () => {
    const { page, close } = await people.openAt('09:52', COORDINATOR, profile);
    await morning.halfAnHourBefore(page, await morning.itemOf(page, LAN.name));
    await show(page, 'Control+g', step(page, '要准备的事项', new RegExp(`${LAN.name}.*5 / 7`)));
    await people.handOverDesk(page, CLERK);
    visitIds.push(await people.somebodyAccuses(page));
    await show(page, 'Control+1', page.getByRole('listbox', { name: '今日登记', exact: true }).getByRole('option'));
    await people.printedAll(page);
    await close();
  });

  await test.step('10:08 T-20: the short meeting with its sheet; she comes for the fourth time', async () => {
    const { page, close } = await people.openAt('10:08', COORDINATOR, profile);
    await morning.meet(page, await morning.itemOf(page, LAN.name), '10:05', LEADER.name);
    const prepared = step(page, '要准备的事项', new RegExp(`${LAN.name}.*7 / 7`));
    await show(page, 'Control+g', prepared.filter({ hasText: '准备完毕' }));
    expect(await morning.stepsOf(page, LAN.name), 'every step in its time').toEqual(Array(7).fill('done 0'));
    await page.keyboard.press('Alt+3');
    await expect(step(page, '短会', new RegExp(`主持人 ${LEADER.name}.*按时`))).toBeVisible();
    await take(page, '1008');
    lanVisit = await people.lanComes(page, lan.matterId);
    visitIds.push(lanVisit);
    expect(await ask(page, 'visit.get', { id: lanVisit })).toMatchObject({ repeated: true, visitCount: 4 });
    await people.printedAll(page);
    await close();
  });

  await test.step('10:30 the talk begins, and goes on over a start of the program', async () => {
    const { page, close } = await people.openAt('10:30', CLERK, profile);
    await beginInRoom(page, lanVisit);
    await show(page, 'Control+3', page.getByRole('option', { name: /第一接访室.*接谈中 A005/ }));
    await tabTo(page, page.getByRole('button', { name: '打开记录' }));
    await page.keyboard.press('Enter');
    await box(page, '记录').fill('每月少发 312 元。');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('log')).toContainText('每月少发 312 元');
    await close();
  });

  let incidentId = '';
  await test.step('10:52 待核实 with both clocks; then she feels faint: F9', async () => {
    const { page, close } = await people.openAt('10:52', CLERK, profile);
    await expect(box(page, '记录'), 'in front again').toBeVisible();
    const due = await endToVerify(page);
    expect([due.D1, due.D2], '3 and 10 working days').toEqual(['2026-11-26', '2026-12-07']);
    await expect(page.getByText('待核实').first()).toBeVisible();
    await page.keyboard.press('F9');
    const alarm = page.getByRole('dialog', { name: '突发报警' });
    await expect(alarm.getByText('警报已保存')).toBeVisible();
    await page.keyboard.press('7');
    await expect(page.getByRole('heading', { name: '突发疾病' })).toBeVisible();
    incidentId = (await firstOf(page, 'alarm.running', {}))[0]?.id ?? '';
    await addAll(page, incidentId, [
      { kind: 'visitor', visitId: lanVisit },
      { kind: 'service', service: '120', stage: 'called', caseNo: '3307', text: '' },
      { kind: 'people', count: 6 },
      { kind: 'level', level: 3, reason: '围观 6 人' },
    ]);
    await expect(page.getByRole('log', { name: '时间线' })).toContainText('围观 6 人');
    await take(page, '1052');
    await close();
  });

  await test.step('11:25 the incident ends', async () => {
    const { page, close } = await people.openAt('11:25', COORDINATOR, profile);
    await show(page, 'Control+0', page.getByRole('log', { name: '时间线' }));
    await addAll(page, incidentId, THE_END);
    await expect(page.getByRole('log', { name: '时间线' })).toContainText('结案');
    await close();
  });

  await test.step('14:00 a drill that names a visit of the day', async () => {
    const { page, close } = await people.openAt('14:00', COORDINATOR, profile);
    const drill = { requestId: crypto.randomUUID(), code: 'E08' as const, plan: '门口聚集', participants: '全体当班人员' };
    const { id } = await ask(page, 'incident.drill', drill);
    await show(page, 'Control+0', page.getByText('演练 · 不是真实事件 · 不计入统计'));
    await addAll(page, id, [{ kind: 'visitor', visitId: guoVisit }, { kind: 'people', count: 12 }, ...THE_END]);
    await take(page, '1400');
    await close();
  });

  await test.step('15:00 督办: what was promised on Wednesday is kept, what was promised today stands with its days', async () => {
    const { page, close } = await people.openAt('15:00', COORDINATOR, profile);
    await show(page, 'Control+4', page.getByRole('option').filter({ hasText: '2026年11月26日' }).filter({ hasText: LAN.name }));
    await investigated(page, earlier);
    await take(page, '1500');
    await close();
  });

  await test.step('16:40 every card is back', async () => {
    const { page, close } = await people.openAt('16:40', GUARD, profile);
    await returnCards(page, visitIds);
    await show(page, 'Control+7', page.getByText('今天的卡都已收回，没有人留在大厅。'));
    await close();
  });

  await test.step('17:30 日终: handed over by two, 日报, 专报 through three', async () => {
    const { page, close } = await people.openAt('17:30', CLERK, profile);
    await handOverByTwo(page);
    await ask(page, 'dayReport.make', { requestId: crypto.randomUUID(), date: DAY });
    expect(await briefByThree(page)).toBe('〔2026〕第1期');
    await people.printedAll(page);
    expect(await endTheDay(page), 'cards, talks, incidents and papers are settled').toEqual(['backup']);
    await goTo(page, 'Control+j', '起草专报');
    await expect(page.getByText('〔2026〕第1期').first()).toBeVisible();
    await goTo(page, 'Control+7', '交接班');
    await expect(page.getByText(new RegExp(`日终 17:3\\d ${CLERK.name}`))).toBeVisible();
    await take(page, '1730');
    await close();
  });

  await test.step('17:36 统计 and 日报, counted again', async () => {
    const { app, page, close } = await people.openAt('17:36', COORDINATOR, profile);
    const records = await recordsOfDay(page);
    expect(records.visits.map(({ id }) => id).sort()).toEqual([...visitIds].sort());
    expect(records.drills).toHaveLength(1);
    await page.keyboard.press('Control+i');
    await expect(page.locator(`.statistics[data-state=whole][data-day="day ${DAY}"]`)).toBeVisible();
    const told = await tablesTold(page);
    const recounted = tablesOf(records, await programNow(page));
    for (const [id, rows] of Object.entries(recounted)) {
      expect(told[id], `${id} as it is asked for`).toEqual(rows);
      expect(await tableOnScreen(page, id), `${id} on the screen`).toEqual(rows);
      await take(page, `statistics-${id}`);
    }
    // That the day left something in the tables at all.
    const cell = (id: string, label: string): string[] => recounted[id]?.find(([name]) => name === label)?.slice(1) ?? [];
    expect([cell('T1', '批次')[0], cell('T1', '人次')[0], cell('T2', '匿名')[0], cell('T6', '待核实')[0]]).toEqual(['4', '9', '1', '1']);
    expect([cell('T8', '高风险')[1], cell('T8', '命中率（高风险）')[0], cell('T9', '突发事件')[0]]).toEqual(['1', '100.00%', '1']);
    expect([cell('T9', '到场超时')[0], cell('T9', '报告超时')[0]]).toEqual(['1', '1']);

    expect([cell('T6', '按期调查率（3 个工作日）')]).toEqual([['1', '100.00%']]);

    const report = await ask(page, 'dayReport.look', { date: DAY });
    expect(reportOf(report)).toEqual(recountedReport(records));
    expect(recountedReport(records)).toMatchObject({ tables: { 总量: ['合计 4 9'] }, lines: { 平均接谈: '22 分钟（1 批）' } });
    // As it was kept and printed half past five.
    const paper = textOf(await exportNewest(app, page, '日报')).replace(/\s+/g, ' ');
    for (const row of Object.values(recountedReport(records).tables).flat()) expect(paper).toContain(row);
    await close();
  });
});

const tablesOf = (records: Records, now: number): Record<string, Rows> => ({
  ...{ T1: t1(records), T2: t2(records), T3: t3(records), T4: t4(records) },
  ...{ T5: t5(records), T6: t6(records), T8: t8(records), T9: t9(records, now) },
  ...{ T10: t10(records), T11: t11(records), T12: t12(records) },
});
