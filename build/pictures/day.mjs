// Before the doors open and after they close: 预判, 准备, 值班, 自检, 专报, 统计, 备份 and what is kept.
import { ask, CLOCK, leave, live, signIn } from './program.mjs';

const DAY = CLOCK.slice(0, 10);
const ANALYST = { name: '郑文博', pin: '2846' };
const LEAD = { name: '林芳', pin: '5791' };
/** Nobody real: a group without a name, and what three channels might say. */
const ITEMS = [
  { channel: 'system', who: '某小区业主', heads: 12, time: '10:00', demand: '供暖管网改造后室温不达标', place: '城东街道', visits: 2 },
  {
    channel: 'system',
    who: '某批次退役人员',
    heads: 3,
    time: '10:30',
    demand: '落实优抚政策',
    place: '城西街道',
    visits: 5,
    resolved: false,
  },
  { channel: 'hotline', who: '某村村民', heads: 2, time: '14:00', demand: '土地承包合同面积与实测不符', place: '青山镇' },
  { channel: 'grassroots', who: '某厂职工', heads: 1, time: '', demand: '加班工资未结清', place: '' },
];

export async function morning(page, shoot) {
  await signIn(page, ANALYST);
  const ids = [];
  for (const item of ITEMS) {
    const whole = { date: DAY, ...item, traits: {} };
    ids.push((await ask(page, 'forecast.saveWhole', { requestId: crypto.randomUUID(), item: whole })).id);
  }
  const { items } = await live(page, 'forecast.list', { date: DAY });
  for (const { id, suggested } of items.filter((each) => ids.slice(0, 3).includes(each.id)))
    await ask(page, 'forecast.grade', { requestId: crypto.randomUUID(), id, grade: suggested, suggested });
  await page.keyboard.press('Control+U');
  await page.getByRole('listbox', { name: '预判条目' }).getByRole('option').nth(3).waitFor();
  await shoot('forecast');
  await page.keyboard.press('F4');
  await page.getByRole('dialog').locator('input').first().waitFor();
  await shoot('forecast-entry');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+L');
  await leave(page);
  await signIn(page, LEAD);
  await page.keyboard.press('Control+G');
  await page
    .getByRole('option', { name: /某小区业主/ })
    .first()
    .waitFor();
  await shoot('preparation');
  await page.keyboard.press('Control+D');
  await page.getByRole('tab').first().waitFor();
  await shoot('duty');
  await page.keyboard.press('Alt+2');
  await page.getByRole('option').nth(3).waitFor();
  await shoot('duty-roster');
  await page.keyboard.press('Control+K');
  await page.getByRole('heading', { name: /自检/ }).first().waitFor();
  await shoot('self-check');
}

export async function evening(page, shoot) {
  await page.keyboard.press('Control+J');
  await page.keyboard.press('Alt+N');
  await page.getByRole('dialog').getByRole('option').first().waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('待编号').first().waitFor();
  await shoot('briefing');
  await page.keyboard.press('Control+I');
  await page.getByRole('table').first().waitFor();
  await shoot('statistics');
  await page.keyboard.press('Control+7');
  await page.getByRole('heading', { name: /日终/ }).first().waitFor();
  await page.keyboard.press('Alt+D');
  await page.getByRole('dialog').getByRole('table').first().waitFor();
  await shoot('day-report');
  await page.keyboard.press('Escape');
}
