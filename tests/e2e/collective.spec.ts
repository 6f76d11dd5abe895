import { expect, type Page, test } from '@playwright/test';
import type { InputOf } from '../../shared/contract';
import { register as registerWhole, registrationOf, residentNumber } from '../faults/visits';
import { savedNumber } from './desk';
import { box, openNewest, pick, signInByKeyboard, tabTo, typeInto, typeVisitor, verifyByKeyboard } from './keyboard';
import { choosePrinter } from './print-jobs';
import { CHECKER_PIN, CLERK, launch } from './program';

/** 条例 20 条: a collective visit sends at most five representatives; the others are a number with a place. */
const FIRST = { docNumber: residentNumber(31_001), name: '石磊', phone: '13900031001', field: '城乡建设', summary: '反映供暖管网改造' };
const NAMES = ['石磊', '秦岭', '江河', '田园', '方正'];
const heads = (page: Page) => page.getByRole('spinbutton', { name: '来访人数', exact: true });
const group = (page: Page) => page.getByRole('group', { name: '集体访', exact: true });

/** Twelve heads, the first representative above, four more by Alt+R. */
async function typeTwelve(page: Page): Promise<void> {
  await typeVisitor(page, { ...FIRST, heads: 12 });
  await expect(page.getByRole('button', { name: '集体访' })).toHaveAttribute('aria-pressed', 'true');
  for (let n = 2; n <= 5; n++) {
    await page.keyboard.press('Alt+R');
    await expect(box(page, `第 ${n} 名代表的证件号码`)).toBeFocused();
    await page.keyboard.type(residentNumber(31_000 + n));
    await page.keyboard.press('Enter');
    await page.keyboard.type(NAMES[n - 1] ?? '');
    await expect(box(page, `第 ${n} 名代表的姓名`)).toHaveValue(NAMES[n - 1] ?? '');
  }
}

test('twelve people, five representatives: the sixth is refused, the others are seven, the letter is made', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  await choosePrinter(page, '试验打印机');
  await typeTwelve(page);
  await expect(group(page)).toContainText('代表 5 / 5');
  await expect(group(page)).toContainText('其他人员 7 人');
  await page.keyboard.press('Alt+R');
  await expect(page.getByText('代表最多 5 名（《信访工作条例》第二十条），第 6 名不能登记，请计入其他人员。')).toBeVisible();
  await expect(box(page, '第 6 名代表的证件号码')).toBeHidden();
  await expect(group(page), 'what was typed stays').toContainText('代表 5 / 5');

  await verifyByKeyboard(page, CHECKER_PIN);
  await page.keyboard.press('Control+Enter');
  const number = await savedNumber(page);
  await expect(heads(page)).toHaveValue('1');

  await expect.poll(() => kindsOfJobs(page), 'printed with the card, to be signed at the desk').toEqual(['proxy-letter', 'card']);

  await openNewest(page, number);
  const visit = page.getByRole('dialog', { name: `来访 ${number}` });
  await expect(visit.getByText('集体访 12 人（代表 5 人）')).toBeVisible();
  for (const name of NAMES) await expect(visit.getByText(name, { exact: true })).toBeVisible();
  await tabTo(page, visit.getByRole('button', { name: '打印代表推选书' }));
  await page.keyboard.press('Enter');
  await expect(visit.getByText('已进入打印队列')).toBeVisible();
  await expect.poll(async () => (await kindsOfJobs(page)).filter((kind) => kind === 'proxy-letter')).toHaveLength(2);
  await close();
});

test('a group that grew chooses a second representative, who is put right like the first', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  const saved = await registerWhole(page, { ...registrationOf(33_000), heads: 3, others: 2, areaId: 'waiting' }, CHECKER_PIN);
  if ('refused' in saved) throw new Error(saved.refused);
  const grown = await page.evaluate(
    (id) => window.reception.request('visit.act', { id, from: 'issued', act: { act: 'arrive', heads: 4, othersAreaId: 'rest' } }),
    saved.visitId,
  );
  expect(grown.ok).toBe(true);
  await openNewest(page, saved.number);
  const visit = page.getByRole('dialog', { name: `来访 ${saved.number}` });
  await expect(visit.getByText('集体访 7 人（代表 1 人）')).toBeVisible();
  const field = (name: string) => visit.getByRole('textbox', { name, exact: true });
  const whom = visit.getByRole('combobox', { name: '更正哪一位', exact: true });
  // The key is there with its button: how many representatives a group may have is asked for when the dialog opens.
  await expect(visit.getByRole('button', { name: '增加代表', exact: true })).toBeVisible();
  await page.keyboard.press('F6');
  await expect(field('证件号码')).toBeFocused();
  await page.keyboard.type(residentNumber(33_501));
  for (const typed of ['田园', '13900033501']) {
    await page.keyboard.press('Enter');
    await page.keyboard.type(typed);
  }
  await page.keyboard.press('Control+Enter');
  await expect(visit.getByText('已增加代表田园。请重新打印代表推选书。')).toBeVisible();
  await expect(visit.getByText('集体访 7 人（代表 2 人）')).toBeVisible();
  await expect(visit.getByText('其他人数：原「6」改为「5」')).toBeVisible();

  await page.keyboard.press('F4');
  await expect(field('姓名')).toBeFocused();
  await pick(page, whom, '代表 2：田园', 'Shift+Tab');
  await typeInto(page, field('姓名'), '田源');
  await expect(whom, 'what was typed of one is kept').toBeDisabled();
  await typeInto(page, field('理由'), '写错一字');
  await page.keyboard.press('Control+Enter');
  await expect(visit.getByText('更正已保存。')).toBeVisible();
  await expect(visit.getByText('代表 2 姓名：原「田园」改为「田源」')).toBeVisible();
  await close();
});

test('heads that do not add up are refused beside their field, on the screen and behind it', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  await typeTwelve(page);
  await page.keyboard.press('Alt+R');
  await typeInto(page, heads(page), '');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('来访人数应为 1–9999 的整数')).toBeVisible();

  // A representative more than heads: the form would have to hide one of the five to save it.
  const answer = await register(page, { ...collective(5), heads: 12, others: 6 });
  expect(answer).toMatchObject({ ok: false, error: { code: 'refused' } });
  expect(answer.ok ? {} : answer.error.fields).toMatchObject({ heads: '代表 5 人加其他人员 6 人应等于来访人数，现为 12 人' });
  const six = await register(page, { ...collective(6), heads: 12, others: 6 });
  expect(six.ok ? {} : six.error.fields).toMatchObject({ people: '代表不超过 5 人，现为 6 人，请把其余的人计入其他人员' });
  const twice = collective(5);
  const [one] = twice.people;
  if (one) twice.people[4] = one;
  const same = await register(page, { ...twice, heads: 12, others: 7 });
  expect(same.ok ? {} : same.error.fields).toMatchObject({ 'people.4.docNumber': '与第 1 名代表的证件号码相同' });
  await close();
});

type Input = InputOf<'visit.register'>['registration'];

const collective = (representatives: number): Input => ({
  ...registrationOf(32_000),
  kind: 'collective',
  people: Array.from({ length: representatives }, (_, i) => ({ ...registrationOf(32_000 + i).people[0] })) as Input['people'],
});

const register = (page: Page, registration: Input) =>
  page.evaluate(
    (r) =>
      window.reception.request('visit.register', {
        requestId: crypto.randomUUID(),
        verificationId: crypto.randomUUID(),
        registration: { ...r, othersAreaId: 'rest' },
      }),
    registration,
  );

const kindsOfJobs = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const stop = window.reception.subscribe('print.jobs', {}, (r) => {
          queueMicrotask(() => stop());
          resolve(r.ok ? r.value.map((job) => job.kind) : []);
        });
      }),
  );
