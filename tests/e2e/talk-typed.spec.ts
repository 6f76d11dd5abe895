import { expect, type Page, test } from '@playwright/test';
import { registerOnce } from '../faults/visits';
import { box, list, pick, signInByKeyboard, tabTo, tick, typeInto } from './keyboard';
import { CHECKER, CLERK, launch, type RunningProgram, temporaryProfile } from './program';
import { runningTalk } from './sound';
import { beginByKeyboard } from './talk';

const shot = process.env.TALK_SHOTS;
const panel = (page: Page) => page.getByRole('region', { name: '处理结果' });

async function talking(profile?: string): Promise<RunningProgram & { talk: string }> {
  const program = await launch({ seed: 'demo', profile });
  await signInByKeyboard(program.page, CLERK);
  await registerOnce(program.page, 41_001, CHECKER.pin);
  await beginByKeyboard(program.page, 'A001');
  return { ...program, talk: await runningTalk(program.page) };
}

/** What is kept of a screen, as the program has it. */
const kept = (page: Page, screen: string): Promise<string> =>
  page.evaluate(async (name) => {
    const draft = await window.reception.request('draft.load', { screen: name });
    return draft.ok ? (draft.value?.value ?? '') : draft.error.code;
  }, screen);

async function unstated(page: Page): Promise<void> {
  for (const name of ['具体诉求', '时间地点', '已采取的途径', '期望解决时限'])
    await tick(page, page.getByRole('checkbox', { name: `${name}：来访人未说明` }));
}

test('a result that is being written outlives another screen and a kill', async () => {
  const profile = temporaryProfile();
  const first = await talking(profile);
  await pick(first.page, list(first.page, '处理结果'), '涉法涉诉引导');
  await pick(first.page, list(first.page, '受理机关'), '其他机关');
  await typeInto(first.page, box(first.page, '机关名称'), '示范区人民法院');
  await first.page.keyboard.press('Control+2');
  await expect(box(first.page, '记录')).toBeHidden();
  await first.page.keyboard.press('Control+3');
  await expect(box(first.page, '机关名称')).toHaveValue('示范区人民法院');
  await typeInto(first.page, box(first.page, '机关地址'), '为民路 1 号');
  await typeInto(first.page, box(first.page, '初步处理意见'), '建议起诉');
  await expect.poll(() => kept(first.page, `result:${first.talk}`)).toContain('建议起诉');
  await first.kill();

  const { page, close } = await launch({ seed: 'demo', profile });
  await signInByKeyboard(page, CLERK);
  await expect(box(page, '初步处理意见')).toHaveValue('建议起诉');
  await expect(box(page, '机关名称')).toHaveValue('示范区人民法院');
  await expect(box(page, '机关地址')).toHaveValue('为民路 1 号');
  await expect(list(page, '处理结果')).toHaveValue('judicial');

  // Nothing that stands beside no field is kept from who presses the key.
  await unstated(page);
  await typeInto(page, box(page, '机关名称'), '');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Control+Enter');
  await expect(panel(page)).toContainText('还不能结束接谈');
  await expect(panel(page)).toContainText('请选择或填写受理机关');
  await expect(panel(page)).toContainText('请选择提出初步处理意见的人');
  if (shot) await page.screenshot({ path: `${shot}/result-refused.png` });
  await typeInto(page, box(page, '机关名称'), '示范区人民法院');
  await pick(page, list(page, '提出人'), '何敏');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('接谈已结束')).toBeVisible();
  await expect.poll(() => kept(page, `result:${first.talk}`)).toBe('');
  await close();
});

test('Ctrl+Enter takes what stands in 「记录」 along, and what is refused stops it', async () => {
  const { page, close } = await talking();
  await unstated(page);
  await pick(page, list(page, '处理结果'), '来访人自行离开');
  await typeInto(page, box(page, '原因'), '有事先走');
  // A character that no paper shows, in a line of somebody else's than the list's first.
  await page.keyboard.press('Alt+2');
  await page.keyboard.insertText('主谈说\u202e反话');
  await page.keyboard.press('Control+Enter');
  await expect(panel(page)).toContainText('接谈没有结束');
  await expect(panel(page)).toContainText('看不见的控制字符');
  await expect(box(page, '记录')).toHaveValue('主谈说\u202e反话');
  await expect(list(page, '谁说的')).toHaveValue('lead');
  if (shot) await page.screenshot({ path: `${shot}/end-stopped.png` });

  await tabTo(page, box(page, '记录'), 'Shift+Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('最后一句');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('接谈已结束')).toBeVisible();
  await expect(page.getByRole('log')).toContainText('最后一句');
  await close();
});

test('a paste that is too long is neither cut nor lost, and its end is told', async () => {
  const { page, talk, close } = await talking();
  const long = '长'.repeat(100_001);
  await page.keyboard.insertText(long);
  await page.keyboard.press('Enter');
  await expect(page.getByText('一条记录最多 100000 字，现有 100001 字')).toBeVisible();
  await expect.poll(async () => (await box(page, '记录').inputValue()).length).toBe(100_001);
  await expect.poll(async () => (await kept(page, `interview:${talk}`)).length).toBeGreaterThan(100_000);
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(box(page, '记录')).toHaveValue('');
  await expect(page.getByRole('log')).toContainText('长长长');

  await page.keyboard.press('F6');
  await page.keyboard.insertText('诉'.repeat(2001));
  await expect(page.getByText('没有存上：最多 2000 字')).toBeVisible();
  await expect.poll(async () => (await box(page, '具体诉求').inputValue()).length).toBe(2001);
  await close();
});

test('a point is saved within a second although the typing never pauses', async () => {
  const { page, close } = await talking();
  await page.keyboard.press('F6');
  const saved = (): Promise<string> =>
    page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          void window.reception.request('interview.mine', {}).then((mine) => {
            const stop = window.reception.subscribe('interview.get', { id: mine.ok ? (mine.value?.id ?? '') : '' }, (result) => {
              queueMicrotask(() => stop());
              resolve(result.ok ? (result.value?.focus.demand.text ?? '') : result.error.code);
            });
          });
        }),
    );
  let looked = '';
  const began = Date.now();
  // Faster than the pause that a save waited for before.
  for (let n = 0; looked === '' && n < 200; n++) {
    await page.keyboard.type('x', { delay: 50 });
    if (n % 4 === 3) looked = await saved();
  }
  expect(looked).toMatch(/^x+$/);
  expect(Date.now() - began).toBeLessThan(2500);
  await close();
});
