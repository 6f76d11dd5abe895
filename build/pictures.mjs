// `npm run pictures`: every screen of the running demonstration program, at 1366x768, into docs/pictures/ (README shows them).
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evening, morning } from './pictures/day.mjs';
import { incident } from './pictures/incident.mjs';
import { ask, box, CLOCK, FOLDER, leave, list, live, SIZE, shoot, signIn, told, withProgram } from './pictures/program.mjs';
import { sync } from './pictures/sync.mjs';
import { beginTalk, talk } from './pictures/talk.mjs';
import { fail, say } from './setup/say.mjs';

/** The README's table of the demonstration unit. */
const CLERK = { name: '王静', pin: '1357' };
const ADMINISTRATOR = { name: '刘洋', pin: '808182' };
const CHECKER_PIN = '2468';
const PRINTER = '登记台打印机';
const TABS = {
  单位: 'unit',
  大厅: 'hall',
  规则: 'rules',
  诉求领域: 'fields',
  告知: 'notice',
  工作日历: 'calendar',
  办理期限: 'deadlines',
  统计口径: 'statistics',
  受理机关: 'targets',
  应急: 'emergency',
  值班: 'duty',
  准备: 'preparation',
  预判: 'forecast',
  预案: 'plans',
  专报和日终: 'reports',
  文书模板: 'templates',
  打印: 'printing',
  读卡器: 'reader',
  叫号大屏: 'hall-screen',
  人员: 'staff',
  同步: 'sync',
  保存期限: 'retention',
  到期鉴定: 'keeping',
  个人信息: 'privacy',
  备份: 'backup',
  旧台账: 'ledger',
  更新: 'updates',
  审计: 'audit',
  关于: 'about',
};
/** Published examples of the standard and numbers computed for tests. No real people. */
const PEOPLE = [
  ['110105196003120013', '赵德山', '13900000001', '城乡建设', '小区地下车库渗水，物业久拖不修'],
  ['110105197207080026', '钱玉梅', '13900000002', '劳动和社会保障', '去年四季度加班工资未结清'],
  ['110105198811230034', '孙建业', '13900000003', '农村农业', '土地承包合同面积与实测不符'],
];
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const withCheckDigit = (n) => n.slice(0, 17) + '10X98765432'[weights.reduce((sum, w, i) => sum + w * Number(n[i]), 0) % 11];

try {
  await firstStart();
  await desk();
  await sync();
} catch (error) {
  fail(error);
}

async function firstStart() {
  await withProgram({}, async ({ page, shoot }) => {
    await box(page, '单位名称').fill('示范县信访局');
    await box(page, '区划代码').fill('990001');
    await shoot('first-start-unit');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('heading', { name: '登记台', level: 2 }).waitFor();
    await shoot('first-start-desks');
  });
}

async function desk() {
  await withProgram({ RECEPTION_SEED: 'demo' }, async ({ app, page, shoot }) => {
    await list(page, '工作人员').waitFor();
    await shoot('sign-in');
    await signIn(page, CLERK);
    await ask(page, 'settings.printing', { mode: 'printer', cardPrinter: PRINTER, letterPrinter: PRINTER, profiles: {} });
    await page.getByText(PRINTER).first().waitFor();
    await shoot('check-in');
    for (const [number, ...rest] of PEOPLE) await register(page, [withCheckDigit(number), ...rest]);
    await shoot('check-in-saved');
    await page.keyboard.press('Escape');

    await box(page, '证件号码').fill('11010519491231002X');
    await page.getByText('此人来过 4 次').waitFor();
    await page.getByText('本次为第 4 次').waitFor();
    await fillMatter(page, '13800138000', '', '退休待遇核定至今没有答复');
    await shoot('check-in-returning');
    await page.getByRole('button', { name: '核对证件', exact: true }).click();
    await page.getByRole('textbox', { name: '核对码', exact: true }).fill(CHECKER_PIN);
    await shoot('check-in-verify');
    await page.getByRole('button', { name: '确认核对', exact: true }).click();
    await page.getByRole('button', { name: '登记并打印', exact: true }).click();
    await page.getByRole('status').filter({ hasText: '-0004' }).waitFor();

    await collective(page);
    await shoot('check-in-collective');
    await page.getByRole('button', { name: '清空', exact: true }).click();

    await page.getByRole('searchbox', { name: '查找' }).fill('lxl');
    await page.getByRole('listbox', { name: '查找结果' }).getByRole('option').nth(4).waitFor();
    await shoot('search');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('重访（第 4 次）').waitFor();
    await shoot('visit');
    await page.keyboard.press('F4');
    await page.getByRole('button', { name: '保存更正' }).waitFor();
    await shoot('visit-correct');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');

    await hall(app, page, shoot);
    await talk(page, shoot);
    await page.getByRole('link', { name: '打印', exact: true }).click();
    await page.getByRole('button', { name: '导出', exact: true }).first().waitFor();
    await shoot('print');
    await card(app, page);
    await page.keyboard.press('Control+L');
    await page.getByRole('dialog', { name: '屏幕已锁定' }).waitFor();
    await shoot('lock');
    await leave(page);
    await morning(page, shoot);
    await evening(page, shoot);
    await page.keyboard.press('Control+L');
    await leave(page);
    await signIn(page, CLERK);
    await incident(page, shoot);
    await leave(page);
    await signIn(page, ADMINISTRATOR);
    await page.getByRole('link', { name: '设置', exact: true }).click();
    for (const [tab, name] of Object.entries(TABS)) {
      const one = page.getByRole('tab', { name: tab, exact: true });
      if (!(await one.count())) continue;
      await one.click();
      await page.getByRole('tabpanel').locator('input, select, textarea, table, dl, button').first().waitFor();
      await shoot(`settings-${name}`);
    }
  });
}

/** The morning goes on: people wait, are called and leave; somebody is expected; a power cut is made good. */
async function hall(app, page, shoot) {
  const act = async (number, ...acts) => {
    for (const one of acts) {
      const visit = (await live(page, 'visit.today', {})).find((row) => row.queueNumber === number);
      await ask(page, 'visit.act', { id: visit.id, from: visit.state, act: one });
    }
    return (await live(page, 'visit.today', {})).find((row) => row.queueNumber === number);
  };
  const guide = { act: 'guide', areaId: 'waiting', guideId: '' };
  const rooms = (await live(page, 'settings.all', {})).hall.rooms;
  await beginTalk(page, await act('A001', guide, { act: 'call', roomId: rooms[0].id }), rooms[0].id);
  await act('A002', guide, { act: 'call', roomId: rooms[1].id });
  await act('A003', guide);
  const kept = await act('A004');
  await ask(page, 'item.deposit', { visitId: kept.id, name: '打火机', count: 1, feature: '红色，印字', consent: true });

  await page.keyboard.press('Control+2');
  await page.getByRole('listbox', { name: /等候/ }).getByRole('option').nth(3).waitFor();
  await page.keyboard.press('F8');
  await shoot('queue');
  await page.keyboard.press('F10');
  await page.getByRole('dialog', { name: '疏散名单' }).getByText('第一接访室').first().waitFor();
  await shoot('evacuation');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F12');
  await page.getByRole('dialog', { name: '收卡' }).locator('input').first().fill('A004');
  await page.keyboard.press('Enter');
  await page.getByText('打火机').first().waitFor();
  await shoot('return');
  await page.keyboard.press('Escape');

  const day = { date: CLOCK.slice(0, 10), from: '09:00', to: '11:30', leader: '周建国', post: '副县长', roomId: rooms[2].id };
  await ask(page, 'day.save', day);
  await ask(page, 'appointment.save', { date: day.date, time: '10:00', kind: 'appointment', name: '何桂兰', phone: '13900000021' });
  await ask(page, 'appointment.save', { date: day.date, time: '10:30', kind: 'appointment', name: '吕志强', phone: '13900000022' });
  await page.keyboard.press('Control+6');
  await page.getByText('吕').first().waitFor();
  await shoot('appointments');
  await page.keyboard.press('Control+7');
  await page.getByRole('heading', { name: /日终/ }).first().waitFor();
  await shoot('day-end');

  await page.keyboard.press('F2');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('lxl');
  await page.locator('[data-answers="lxl"]').waitFor();
  await page.keyboard.press('Control+P');
  await page.getByRole('dialog').getByRole('option').nth(2).waitFor();
  await shoot('person');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+B');
  await box(page, '纸质卡号').fill('1');
  await box(page, '来访时间').fill('8:40');
  await box(page, '离开时间').fill('9:05');
  await shoot('backfill');
  await page.keyboard.press('Control+B');
  await hallScreen(app, page);
}

/** The second window, as the hall sees it. */
async function hallScreen(app, page) {
  await page.keyboard.press('Control+Alt+D');
  const isHall = (each) => each.url().startsWith('app://hall/');
  const screen = app.windows().find(isHall) ?? (await app.waitForEvent('window', isHall));
  await screen.setViewportSize(SIZE);
  await screen.getByText('A002').first().waitFor();
  await shoot(screen, 'hall-screen');
  await page.keyboard.press('Control+Alt+D');
}

async function register(page, [number, name, phone, field, summary]) {
  await box(page, '证件号码').fill(number);
  await box(page, '姓名').fill(name);
  await fillMatter(page, phone, field, summary);
  await page.getByRole('button', { name: '核对证件', exact: true }).click();
  await page.getByRole('textbox', { name: '核对码', exact: true }).fill(CHECKER_PIN);
  await page.getByRole('button', { name: '确认核对', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '登记并打印', exact: true }).click();
  await page
    .getByRole('option', { name: name.slice(0, 1) })
    .first()
    .waitFor();
}

async function fillMatter(page, phone, field, summary) {
  await box(page, '手机').fill(phone);
  await box(page, '来访事由').fill(summary);
  if (field) await list(page, '诉求领域').selectOption({ label: field });
  await page.getByRole('checkbox', { name: '已告知接访须知与录音' }).check();
}

async function collective(page) {
  await page.getByRole('spinbutton', { name: '来访人数', exact: true }).fill('12');
  const names = ['周大勇', '吴秀英', '郑海涛', '冯春生', '陈国庆'];
  for (const [i, name] of names.entries()) {
    const label = (field) => (i === 0 ? field : `第 ${i + 1} 名代表的${field}`);
    if (i > 0) await page.getByRole('button', { name: '添加代表' }).click();
    await box(page, label('证件号码')).fill(withCheckDigit(`1101051965${String(i + 1).padStart(2, '0')}1500${i + 1}0`));
    await box(page, label('姓名')).fill(name);
  }
  await fillMatter(page, '13900000005', '城乡建设', '供暖管网改造后室温不达标，请求督促整改');
}

/** The archived card, as 「导出」 gives it, at a size that a README can show. */
async function card(app, page) {
  const folder = mkdtempSync(join(tmpdir(), 'jiefangtai-pictures-'));
  const pdf = join(folder, 'card.pdf');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, pdf);
  const { id } = (await ask(page, 'print.documents', {})).find((document) => document.kind === 'card');
  await ask(page, 'print.export', { documentId: id });
  try {
    execFileSync('pdftoppm', ['-r', '130', '-png', '-singlefile', pdf, join(folder, 'card')], { stdio: 'ignore' });
    copyFileSync(join(folder, 'card.png'), join(FOLDER, 'card.png'));
    told('card');
  } catch {
    say('card.png is left as it was: pdftoppm (poppler-utils) is not installed');
  }
  rmSync(folder, { recursive: true });
}
