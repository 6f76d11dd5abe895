import { expect, type Page, test } from '@playwright/test';
import { box, list, pick, signInByKeyboard, tabTo, tick, typeInto, typeVisitor } from './keyboard';
import { CLERK, launch, signIn, temporaryProfile } from './program';

const PASSPHRASE = '大厅启动口令一二三四';
const NEW_PASSPHRASE = '换过的启动口令五六';
const shot = process.env.FIRST_START_SHOTS;
const ADMIN = { name: '欧阳管理', pin: '907856' };

/** Enter goes on; the step's name says where we are. */
async function nextStep(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible();
}

/** A new hall by keyboard, protected by a passphrase. @returns the recovery phrase, as a person would have it on paper */
async function setUp(page: Page): Promise<string[]> {
  await expect(page.getByRole('heading', { name: '单位', level: 2 })).toBeVisible();
  await expect(box(page, '单位名称')).toBeFocused();
  await page.keyboard.type('试验县信访局');
  await page.keyboard.press('Enter');
  await expect(page.getByText('区划代码为 6 位数字')).toBeVisible();
  await expect(box(page, '单位名称'), 'what was typed stays').toHaveValue('试验县信访局');
  await typeInto(page, box(page, '区划代码'), '990002');
  await nextStep(page, '登记台');
  await nextStep(page, '接访室与区域');
  await nextStep(page, '打印机');
  await pick(page, list(page, '登记卡打印机'), '暂不使用打印机');
  await nextStep(page, '管理员');
  await typeInto(page, box(page, '姓名'), ADMIN.name);
  await typeInto(page, box(page, 'PIN'), ADMIN.pin);
  await typeInto(page, box(page, '再输一次 PIN'), '111111');
  await page.keyboard.press('Enter');
  await expect(page.getByText('两次输入的 PIN 不同')).toBeVisible();
  await typeInto(page, box(page, '再输一次 PIN'), ADMIN.pin);
  await nextStep(page, '资料保护');
  // Whatever this machine's disk is: who may do something about it is told so, and nothing waits.
  const disk = await page.evaluate(() => window.reception.request('setup.disk', {}));
  if (disk.ok && disk.value.todo !== '') await expect(page.getByText(disk.value.todo)).toBeVisible();
  else await expect(page.getByText(/整盘加密/)).toBeHidden();
  if (shot) await page.screenshot({ path: `${shot}/protection.png` });
  await pick(page, list(page, '保护方式'), '启动口令');
  await typeInto(page, box(page, '启动口令'), PASSPHRASE);
  await typeInto(page, box(page, '再输一次启动口令'), PASSPHRASE);
  await nextStep(page, '恢复短语');
  const places = page.getByRole('list', { name: '恢复短语' }).getByRole('listitem');
  await expect(places).toHaveCount(12);
  const words = (await places.allInnerTexts()).map((text) => text.replace(/[\d\s]/g, ''));
  await page.keyboard.press('Enter');
  await expect(page.getByText('请先抄写，再勾选「我已抄好」')).toBeVisible();
  await tick(page, page.getByRole('checkbox', { name: '我已抄好' }));
  await nextStep(page, '核对短语');
  return words;
}

async function answer(page: Page, words: string[]): Promise<void> {
  const asked = page.getByRole('textbox', { name: /^第 \d+ 个字$/ });
  await expect(asked).toHaveCount(3);
  const places = await asked.evaluateAll((fields) =>
    fields.map((field) => Number(/\d+/.exec((field as HTMLInputElement).labels?.[0]?.textContent ?? '')?.[0])),
  );
  const right = places.map((place) => words[place - 1] ?? '');
  // 「错」 is one of the list's 2,048 words, and was once the right one.
  const wrong = right[1] === '错' ? '对' : '错';
  for (const [i, word] of right.entries()) await typeInto(page, asked.nth(i), i === 1 ? wrong : word);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`第 ${places[1]} 个字与显示的不符，请对照抄写的纸。`)).toBeVisible();
  await expect(asked.nth(0)).toHaveValue(right[0] ?? '');
  await expect(asked.nth(1)).toHaveValue('错');
  await expect(asked.nth(2)).toHaveValue(right[2] ?? '');
  await typeInto(page, asked.nth(1), right[1] ?? '');
  await page.keyboard.press('Enter');
}

test('the wizard to the sign-in by keyboard; then the passphrase, or the phrase on paper, opens the profile', async () => {
  test.setTimeout(180_000);
  const profile = temporaryProfile();
  const first = await launch({ profile });
  const words = await setUp(first.page);
  await answer(first.page, words);
  await signInByKeyboard(first.page, ADMIN);
  await expect(first.page.getByRole('link', { name: '设置' })).toBeVisible();
  await expect(first.page.getByRole('link', { name: '登记' }), 'an administrator is no clerk').toBeHidden();
  await first.close();

  const demo = await launch({ profile, seed: 'demo' });
  await expect(demo.page.getByRole('heading', { name: '演示数据不能用在已有资料上' })).toBeVisible();
  await expect(demo.page.getByText('这个资料文件夹已在使用，程序没有改动它。')).toBeVisible();
  await demo.close();

  const second = await launch({ profile });
  await expect(box(second.page, '启动口令')).toBeFocused();
  await second.page.keyboard.type('记错的启动口令');
  await second.page.keyboard.press('Enter');
  await expect(second.page.getByText(/口令不正确/)).toBeVisible();
  await typeInto(second.page, box(second.page, '启动口令'), PASSPHRASE);
  await second.page.keyboard.press('Enter');
  await expect(list(second.page, '工作人员')).toBeVisible();
  await second.close();

  const third = await launch({ profile });
  await tabTo(third.page, third.page.getByRole('button', { name: '忘记口令，用恢复短语' }));
  await third.page.keyboard.press('Enter');
  await typeInto(third.page, box(third.page, '恢复短语'), [...words].reverse().join(' '));
  await typeInto(third.page, box(third.page, '新的启动口令'), NEW_PASSPHRASE);
  await typeInto(third.page, box(third.page, '再输一次'), NEW_PASSPHRASE);
  await third.page.keyboard.press('Enter');
  await expect(third.page.getByText(/恢复短语.*不/)).toBeVisible();
  await expect(box(third.page, '新的启动口令')).toHaveValue(NEW_PASSPHRASE);
  await typeInto(third.page, box(third.page, '恢复短语'), words.join(''));
  await third.page.keyboard.press('Enter');
  await signInByKeyboard(third.page, ADMIN);
  await third.close();

  const fourth = await launch({ profile });
  await expect(box(fourth.page, '启动口令')).toBeFocused();
  await fourth.page.keyboard.type(PASSPHRASE);
  await fourth.page.keyboard.press('Enter');
  await expect(fourth.page.getByText(/口令不正确/), 'the old passphrase is gone').toBeVisible();
  await typeInto(fourth.page, box(fourth.page, '启动口令'), NEW_PASSPHRASE);
  await fourth.page.keyboard.press('Enter');
  await expect(list(fourth.page, '工作人员')).toBeVisible();
  await fourth.close();
});

const TYPED = { docNumber: '', name: '半途而止', phone: '13900041001', summary: '写到一半的来访事由' };

test('locked by a key: nothing is answered, nothing is lost; a killed program brings the draft back', async () => {
  const profile = temporaryProfile();
  const first = await launch({ profile, seed: 'demo' });
  const { page } = first;
  await signInByKeyboard(page, CLERK);
  await typeVisitor(page, TYPED);
  await page.keyboard.press('Control+L');
  const lock = page.getByRole('dialog', { name: '屏幕已锁定' });
  await expect(lock.getByRole('textbox', { name: 'PIN', exact: true })).toBeFocused();
  for (const text of ['李', '1'])
    expect(await page.evaluate((t) => window.reception.request('search.find', { text: t }), text)).toMatchObject({
      ok: false,
      error: { code: 'locked' },
    });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(lock).toBeVisible();
  await page.keyboard.type('0000');
  await page.keyboard.press('Enter');
  await expect(lock.getByText('PIN 不正确，请重新输入。')).toBeVisible();
  await page.keyboard.type(CLERK.pin);
  await page.keyboard.press('Enter');
  await expect(lock).toBeHidden();
  await expectTyped(page);
  await expect(page.getByText(/草稿已保存 \d\d:\d\d:\d\d/)).toBeVisible();
  await first.kill();

  const second = await launch({ profile, seed: 'demo' });
  await signInByKeyboard(second.page, CLERK);
  await expect(second.page.getByText('已恢复上次未完成的登记')).toBeVisible();
  await expectTyped(second.page);
  await second.close();
});

async function expectTyped(page: Page): Promise<void> {
  await expect(box(page, '姓名')).toHaveValue(TYPED.name);
  await expect(box(page, '手机')).toHaveValue(TYPED.phone);
  await expect(box(page, '来访事由')).toHaveValue(TYPED.summary);
}

test('the delay after wrong PINs grows, and a restart does not forgive them', async () => {
  const profile = temporaryProfile();
  const first = await launch({ profile, seed: 'demo' });
  await pick(first.page, list(first.page, '工作人员'), CLERK.name);
  const wrong = async (): Promise<void> => {
    await typeInto(first.page, box(first.page, 'PIN'), '0000');
    await first.page.keyboard.press('Enter');
    await expect(box(first.page, 'PIN')).toHaveValue('');
  };
  for (const n of [1, 2]) {
    await wrong();
    await expect(first.page.getByText('PIN 不正确，请重新输入。'), `try ${n}`).toBeVisible();
  }
  await wrong();
  await expect(first.page.getByText(/请等待 [345] 秒后再试/)).toBeVisible();
  await first.close();

  const second = await launch({ profile, seed: 'demo', clock: '+60' });
  expect(await waitOf(second.page)).toBe(10);
  expect(await waitOf(second.page, CLERK.pin), 'the right PIN has to wait, too').toBeGreaterThan(0);
  await second.close();

  const third = await launch({ profile, seed: 'demo', clock: '+120' });
  await signIn(third.page, CLERK.name, CLERK.pin);
  await third.close();
});

/** Seconds that the answer to one more try asks to wait. */
const waitOf = (page: Page, pin = '0000'): Promise<number> =>
  page.evaluate(
    async ({ name, code }) => {
      const staff = await window.reception.request('session.staff', {});
      const staffId = staff.ok ? staff.value.find((s) => s.name === name)?.id : undefined;
      const answered = await window.reception.request('session.signIn', { staffId: staffId ?? '', pin: code });
      return answered.ok ? 0 : (answered.error.waitSeconds ?? 0);
    },
    { name: CLERK.name, code: pin },
  );
