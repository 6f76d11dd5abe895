import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { residentNumber, signInByBridge } from '../faults/visits';
import { box, list, pick, registerByKeyboard, signInByKeyboard, tabTo, tick, typeInto } from './keyboard';
import { personWith } from './people';
import { CHECKER, CLERK, launch, type RunningProgram, temporaryProfile } from './program';
import { hear, microphoneOf, recordingsOf, runningTalk, writeRisingTone } from './sound';
import { beginByKeyboard } from './talk';

const VISITOR = { docNumber: residentNumber(31_301), name: '钱秀兰', phone: '13700137301', summary: '咨询低保', field: '民政' };
const COORDINATOR = personWith('coordinator');
const LEADER = personWith('leader', 'coordinator');
const AUDITOR = personWith('auditor');
/** The other clerk of the unit, who did not sit in this talk. */
const STRANGER = { name: '张莉', pin: '2580' };
const shot = process.env.TALK_SHOTS;
const work = mkdtempSync(join(tmpdir(), 'reception-sound-'));
const tone = join(work, 'rising.wav');
test.beforeAll(() => writeRisingTone(tone, 90));
test.afterAll(() => rmSync(work, { recursive: true, force: true }));
const seconds = (n: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, n * 1000));

test('a recording is kept for two years, held back, and destroyed by two people with a certificate; nobody else hears it', async () => {
  test.setTimeout(180_000);
  const profile = temporaryProfile();
  const first = await launch({ profile, seed: 'demo', args: microphoneOf(tone), clock: '2026-11-24T09:00:00+08:00' });
  let { page } = first;
  await signInByKeyboard(page, CLERK);
  await registerByKeyboard(page, VISITOR, CHECKER.pin);
  await beginByKeyboard(page, 'A001');
  const talk = await runningTalk(page);
  await page.keyboard.press('Alt+R');
  await expect(page.getByRole('button', { name: '停止录音' })).toBeVisible();
  await seconds(6);

  // A file of an outside recorder beside it.
  const outside = join(work, '录音笔 01.wav');
  writeRisingTone(outside, 3);
  const noSound = join(work, 'no-sound.mp3');
  writeFileSync(noSound, 'not a sound file at all');
  await page.keyboard.press('Alt+G');
  await expect(box(page, '录音设备')).toBeFocused();
  await page.keyboard.type('录音笔 01');
  await typeInto(page, box(page, '录音开始时间'), '9点');
  await page.keyboard.press('Enter');
  await expect(page.getByText('请按 时:分 填写')).toBeVisible();
  await typeInto(page, box(page, '录音开始时间'), '08:58');
  await chooses(first, noSound);
  await page.keyboard.press('Enter');
  await expect(page.getByText('这不是录音文件')).toBeVisible();
  await chooses(first, outside);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log')).toContainText('登记外部录音（录音笔 01）。');

  // The end of the talk is the end of its recording.
  await page.keyboard.press('F6');
  await typeInto(page, box(page, '具体诉求'), '咨询低保条件');
  for (const name of ['时间地点', '已采取的途径', '期望解决时限'])
    await tick(page, page.getByRole('checkbox', { name: `${name}：来访人未说明` }));
  await pick(page, list(page, '处理结果'), '当场答复');
  await typeInto(page, box(page, '答复要点'), '已说明条件和材料。');
  await typeInto(page, box(page, '无需依据的原因'), '一般咨询');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('接谈已结束')).toBeVisible();
  await expect.poll(async () => (await recordingsOf(page, talk)).map(({ state }) => state)).toEqual(['done', 'done']);
  const kept = await recordingsOf(page, talk);
  const ours = kept.find(({ ended, startedElapsed }) => ended === 'stopped' && startedElapsed >= 0);
  if (!ours) throw new Error('no recording');
  const heard = await hear(page, ours.id);
  if (!heard.ok) throw new Error(heard.message);

  // The router and the storage host decide: an auditor may not ask, a clerk of another talk is refused and written down.
  await page.evaluate(() => window.reception.request('session.signOut', {}));
  await signInByBridge(page, AUDITOR);
  expect(await hear(page, ours.id)).toMatchObject({ ok: false, message: expect.stringContaining('没有这项权限') });
  expect(await destroyBy(page, ours.id, LEADER)).toContain('没有这项权限');
  await page.evaluate(() => window.reception.request('session.signOut', {}));
  await signInByBridge(page, STRANGER);
  expect(await hear(page, ours.id)).toMatchObject({ ok: false, message: expect.stringContaining('只有这次接谈的人员和录音保管人可以听') });
  await page.evaluate(() => window.reception.request('session.signOut', {}));
  await signInByBridge(page, COORDINATOR);
  expect(await hear(page, ours.id), 'who keeps the recordings').toMatchObject({ ok: true });
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('listbox', { name: '今日接谈记录' })).toBeVisible();
  await page.keyboard.press('Alt+L');
  await expect(ledgerOf(page)).toBeFocused();
  await expect(ledgerOf(page).getByRole('option')).toHaveCount(2);
  await expect(page.getByText('保存期未满，2028年11月25日起方可销毁').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^销毁/ })).toBeDisabled();
  if (shot) await page.screenshot({ path: `${shot}/recordings.png` });
  expect(await destroyBy(page, ours.id, LEADER)).toContain('保存期未满');
  await first.close();

  // Two years later: its day has come, but somebody holds it back.
  const file = soundFile(profile, ours.id);
  expect(existsSync(file)).toBe(true);
  const second = await launch({ profile, seed: 'demo', clock: '2028-11-25T09:00:00+08:00' });
  page = second.page;
  await signInByKeyboard(page, COORDINATOR);
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('listbox', { name: '等候接谈的来访人' }).or(page.getByText('没有人在等候'))).toBeVisible();
  await page.keyboard.press('Alt+L');
  await expect(ledgerOf(page)).toBeFocused();
  await standOnOurs(page, ours.id);
  await page.keyboard.press('F6');
  await expect(box(page, '理由')).toBeFocused();
  await page.keyboard.type('诉讼未结');
  await page.keyboard.press('Enter');
  await expect(page.getByText('暂停销毁：诉讼未结')).toBeVisible();
  expect(await destroyBy(page, ours.id, LEADER)).toContain('暂停销毁：诉讼未结');
  await page.keyboard.press('F8');
  await page.keyboard.press('F6');
  await page.keyboard.type('已结案');
  await page.keyboard.press('Enter');
  await expect(page.getByText('暂停销毁：诉讼未结')).toBeHidden();

  await page.keyboard.press('F8');
  await page.keyboard.press('Delete');
  await expect(box(page, '销毁理由')).toBeFocused();
  await page.keyboard.type('保存期满，经鉴定无需续存');
  await pick(page, list(page, '批准人'), LEADER.name);
  await tabTo(page, box(page, '批准人 PIN'));
  await page.keyboard.type(LEADER.pin);
  if (shot) await page.screenshot({ path: `${shot}/destroy.png` });
  await page.keyboard.press('Enter');
  await expect(page.getByText('已销毁，销毁证明已登记。')).toBeVisible();
  await expect(page.getByText(`申请 ${COORDINATOR.name}，批准 ${LEADER.name}`)).toBeVisible();
  await expect(ledgerOf(page).getByRole('option')).toHaveCount(1);
  expect(existsSync(file), 'the sealed file').toBe(false);
  expect(await hear(page, ours.id)).toMatchObject({ ok: false, message: expect.stringContaining('已经销毁') });
  if (shot) await page.screenshot({ path: `${shot}/destroyed.png` });
  await second.close();
});

test('a microphone that falls silent or is pulled out is heard, seen and written down; one that comes back goes on', async () => {
  test.setTimeout(120_000);
  const quiet = join(work, 'quiet.wav');
  writeRisingTone(quiet, 60, 4);
  const program = await launch({ seed: 'demo', args: microphoneOf(quiet) });
  const { page } = program;
  await signInByBridge(page, personWith('administrator'));
  await page.evaluate(async () => {
    const settings = await new Promise<{ rules: object }>((resolve) => {
      const stop = window.reception.subscribe('settings.all', {}, (result) => {
        queueMicrotask(() => stop());
        if (result.ok) resolve(result.value);
      });
    });
    await window.reception.request('settings.put', { key: 'rules', value: { ...settings.rules, silenceSeconds: 5 } } as never);
    await window.reception.request('session.signOut', {});
  });
  await signInByKeyboard(page, CLERK);
  await registerByKeyboard(page, VISITOR, CHECKER.pin);
  await beginByKeyboard(page, 'A001');
  // What the screen holds of the microphone, so that the test can pull it out.
  await page.evaluate(() => {
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await open(wanted);
      Object.assign(window, { pulled: stream });
      return stream;
    };
  });
  await page.keyboard.press('Alt+R');
  await expect(page.getByRole('button', { name: '停止录音' })).toBeVisible();
  const alarm = page.getByRole('alert').filter({ hasText: '麦克风没有声音' });
  await expect(alarm).toBeVisible({ timeout: 20_000 });
  if (shot) await page.screenshot({ path: `${shot}/silent.png` });
  await expect(page.getByRole('log')).toContainText('麦克风没有声音，可能已关闭或没有对准。');

  await page.evaluate(() => {
    const { pulled } = window as unknown as { pulled: MediaStream };
    for (const track of pulled.getTracks()) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  });
  await expect(page.getByRole('alert').filter({ hasText: '麦克风断开，录音停止' })).toBeVisible();
  await expect(page.getByRole('log')).toContainText('麦克风断开，录音中断。');
  await expect(page.getByRole('button', { name: '等待麦克风' })).toBeVisible();
  await page.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')));
  await expect(page.getByRole('button', { name: '停止录音' })).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: '麦克风断开' })).toBeHidden();
  await seconds(2);
  await page.keyboard.press('Alt+R');
  await expect(page.getByRole('button', { name: '开始录音' })).toBeVisible();
  const stretches = await recordingsOf(page, await runningTalk(page));
  expect(stretches.map(({ ended }) => ended)).toEqual(['unplugged', 'stopped']);
  await program.close();
});

test("a format that is not played here is told, and leaves by a person's hand to be heard elsewhere", async () => {
  const program = await launch({ seed: 'demo', clock: '2026-11-24T09:00:00+08:00' });
  const { page } = program;
  await signInByKeyboard(page, CLERK);
  await registerByKeyboard(page, VISITOR, CHECKER.pin);
  await beginByKeyboard(page, 'A001');
  const talk = await runningTalk(page);
  const amr = join(work, 'hall.amr');
  writeFileSync(amr, Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(5000, 7)]));
  await page.keyboard.press('Alt+G');
  await expect(box(page, '录音设备')).toBeFocused();
  await page.keyboard.type('录音笔 02');
  await typeInto(page, box(page, '录音开始时间'), '08:50');
  await chooses(program, amr);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log')).toContainText('登记外部录音（录音笔 02）。');

  await page.keyboard.press('Alt+K');
  const player = page.getByRole('region', { name: '录音播放' });
  await expect(player).toContainText('不能在这里播放，请按 Alt+E 导出');
  const exported = join(work, 'exported.amr');
  await program.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, exported);
  await page.keyboard.press('Alt+E');
  await expect(player).toContainText('已导出 exported.amr');
  if (shot) await page.screenshot({ path: `${shot}/exported.png` });
  expect(readFileSync(exported)).toEqual(readFileSync(amr));

  const [recording] = await recordingsOf(page, talk);
  await page.evaluate(() => window.reception.request('session.signOut', {}));
  await signInByBridge(page, STRANGER);
  const refused = await page.evaluate((id) => window.reception.request('recording.export', { id }), recording?.id ?? '');
  expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  await page.evaluate(() => window.reception.request('session.signOut', {}));
  await signInByBridge(page, AUDITOR);
  const trail = await page.evaluate(() => window.reception.request('audit.list', { limit: 50 }));
  expect(JSON.stringify(trail)).toContain('导出录音');
  await program.close();
});

test('without a microphone the reason is said and the record goes on', async () => {
  const program = await launch({ seed: 'demo' });
  const { page } = program;
  await signInByKeyboard(page, CLERK);
  await registerByKeyboard(page, VISITOR, CHECKER.pin);
  await beginByKeyboard(page, 'A001');
  await page.keyboard.press('Alt+R');
  await expect(page.getByRole('alert')).toContainText(/没有开始录音；笔录照常/);
  await expect(page.getByRole('button', { name: '开始录音' })).toBeVisible();
  expect(await recordingsOf(page, await runningTalk(page))).toEqual([]);
  await program.close();
});

async function chooses({ app }: RunningProgram, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
}

const ledgerOf = (page: Page) => page.getByRole('listbox', { name: '录音', exact: true });

const soundFile = (profile: string, id: string): string => join(profile, 'sounds', id.slice(-2), `${id}.xfs`);

/** Along the ledger until it stands on the recording of our own microphone. */
async function standOnOurs(page: Page, id: string): Promise<void> {
  const hash = await page.evaluate(async (wanted) => {
    const result = await window.reception.request('recording.list', { due: false });
    return result.ok ? (result.value.rows.find((row) => row.id === wanted)?.sha256 ?? '') : '';
  }, id);
  await page.keyboard.press('Home');
  if (!(await page.getByText(hash).isVisible())) await page.keyboard.press('ArrowDown');
  await expect(page.getByText(hash)).toBeVisible();
}

/** Past the screen, as somebody with a developer's tools would. @returns the sentence of the refusal */
const destroyBy = (page: Page, id: string, approver: { name: string; pin: string }): Promise<string> =>
  page.evaluate(
    async ([recordingId, name, pin]) => {
      const people = await window.reception.request('interview.people', {});
      const approverId = people.ok ? (people.value.find((each) => each.name === name)?.id ?? '') : '';
      const result = await window.reception.request('recording.destroy', {
        requestId: crypto.randomUUID(),
        id: recordingId,
        reason: '试一试',
        approverId,
        code: pin,
      });
      return result.ok ? '' : result.error.message;
    },
    [id, approver.name, approver.pin] as const,
  );
