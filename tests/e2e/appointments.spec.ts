import { expect, type Page, test } from '@playwright/test';
import { register, registrationOf, residentNumber } from '../faults/visits';
import { box, list, pick, signInByKeyboard, tabTo, typeInto } from './keyboard';
import { CHECKER_PIN, CLERK, launch } from './program';

/** A Monday at eight: every hour below is still to come. */
const CLOCK = '2026-11-23T08:00:00+08:00';
const row = (page: Page, text: RegExp | string) =>
  page.getByRole('listbox', { name: '当天预约' }).getByRole('option').filter({ hasText: text });

test('a reception day and its appointments by keyboard; bad input beside its field; who comes is marked, who is called off is told', async () => {
  const { page, close } = await launch({ seed: 'demo', clock: CLOCK });
  await signInByKeyboard(page, CLERK);
  await page.keyboard.press('Control+6');
  await expect(page.getByText('这一天没有预约')).toBeVisible();

  await page.keyboard.press('Alt+2');
  await expect(page.getByText('没有安排领导接访')).toBeVisible();
  await page.keyboard.press('F4');
  await expect(box(page, '接访领导')).toBeFocused();
  await page.keyboard.type('周建国');
  await typeInto(page, box(page, '职务'), '副县长');
  await pick(page, list(page, '接访室'), '第一接访室');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /2026-11-23 星期一 09:00–11:30 周建国 副县长 第一接访室 0/ })).toBeVisible();

  await page.keyboard.press('Alt+1');
  await expect(page.getByText('领导接访 周建国 09:00–11:30 第一接访室 · 已约 0 人')).toBeVisible();
  await page.keyboard.press('F4');
  const dialog = page.getByRole('dialog', { name: '新建预约' });
  await expect(box(page, '时间')).toBeFocused();
  await page.keyboard.type('1200');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(list(page, '领导接访日').locator('option:checked')).toHaveText('周建国 副县长 09:00–11:30');
  await typeInto(page, box(page, '姓名'), '试约访');
  await typeInto(page, box(page, '身份证号码'), '110105194912310021');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('周建国的接访时间是 09:00–11:30')).toBeVisible();
  await expect(dialog.getByText(/第 18 位校验码|校验码/).first()).toBeVisible();
  await expect(box(page, '时间'), 'the first wrong field has the keyboard').toBeFocused();
  await typeInto(page, box(page, '时间'), '9点半');
  await typeInto(page, box(page, '身份证号码'), residentNumber(13_001));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(row(page, /09:30.*领导接访 周建国.*试\*.*待到/)).toBeVisible();

  await page.keyboard.press('F4');
  await page.keyboard.type('0945');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByText('09:30–10:00 已有 1 人预约')).toBeVisible();
  await typeInto(page, box(page, '姓名'), '试等候');
  await typeInto(page, box(page, '手机'), '13900013002');
  await page.keyboard.press('Enter');
  await expect(row(page, /09:45.*139\*\*\*\*3002.*待到/), 'a full half-hour is only a hint').toBeVisible();

  const one = registrationOf(13_001);
  const expected = await page.evaluate(
    (docNumber) => window.reception.request('appointment.ofPerson', { docType: 'resident-id', docNumber, name: '', phone: '' }),
    residentNumber(13_001),
  );
  expect(expected).toMatchObject({ ok: true, value: [{ time: '09:30', kind: 'leader', leader: '周建国' }] });
  const appointmentId = expected.ok ? expected.value[0]?.id : undefined;
  await register(page, { ...one, appointmentId }, CHECKER_PIN);
  await expect(row(page, /09:30.*已到 A001/)).toBeVisible();
  const queue = await page.evaluate(
    () =>
      new Promise<string[]>((resolve) =>
        window.reception.subscribe('queue.list', {}, (r) => r.ok && resolve(r.value.map((each) => each.appointment))),
      ),
  );
  expect(queue).toEqual(['leader']);

  await page.keyboard.press('Alt+2');
  await tabTo(page, page.getByRole('button', { name: '修改 周建国 2026-11-23' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('F7');
  await expect(page.getByText('还没来的将一并取消，请逐一电话通知')).toBeVisible();
  await page.keyboard.type('临时会议');
  await page.keyboard.press('Enter');
  await expect(page.getByText('已取消：临时会议')).toBeVisible();
  await page.keyboard.press('Alt+1');
  await expect(row(page, /09:45.*领导接访取消：临时会议.*已取消/)).toBeVisible();
  await page.keyboard.press('F8');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const hold = page.getByRole('dialog', { name: '预约' }).getByRole('button', { name: '按住查看' });
  await tabTo(page, hold.first());
  await page.keyboard.down('Space');
  await expect(page.getByText('13900013002')).toBeVisible();
  await page.keyboard.up('Space');
  await expect(page.getByText('13900013002')).toBeHidden();
  await close();
});

test('days are turned with the arrows; an appointment is moved, cancelled with a reason, and 未到 once its day has passed', async () => {
  const first = await launch({ seed: 'demo', clock: CLOCK });
  const { page, profile } = first;
  await signInByKeyboard(page, CLERK);
  await page.keyboard.press('Control+6');
  for (const [name, time] of [
    ['试改期', '1000'],
    ['试未到', '1030'],
  ] as const) {
    await page.keyboard.press('F4');
    await page.keyboard.type(time);
    await typeInto(page, box(page, '姓名'), name);
    await typeInto(page, box(page, '手机'), name === '试改期' ? '13900013003' : '13900013004');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await expect(row(page, '待到')).toHaveCount(2);
  await page.keyboard.press('F8');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.getByLabel('预约日期').fill('2026-11-22');
  await page.keyboard.press('Enter');
  await expect(page.getByText('日期已过，请选今天或以后的日期')).toBeVisible();
  await page.getByLabel('预约日期').fill('2026-11-24');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '2026年11月24日 星期二' })).toBeVisible();
  await expect(row(page, /10:00.*139\*\*\*\*3003/)).toBeVisible();
  await page.keyboard.press('F8');
  await page.keyboard.press('Enter');
  await page.keyboard.press('F7');
  await page.keyboard.type('来电取消');
  await page.keyboard.press('Enter');
  await expect(row(page, /来电取消.*已取消/)).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(row(page, /10:30.*待到/)).toBeVisible();
  await first.close();

  const later = await launch({ seed: 'demo', profile, clock: '2026-11-25T08:00:00+08:00' });
  await signInByKeyboard(later.page, CLERK);
  await later.page.keyboard.press('Control+6');
  await expect(later.page.getByRole('heading', { name: '2026年11月25日 星期三（今天）' })).toBeVisible();
  await later.page.keyboard.press('ArrowLeft');
  await later.page.keyboard.press('ArrowLeft');
  await expect(row(later.page, /10:30.*未到/)).toBeVisible();
  await later.close();
});
