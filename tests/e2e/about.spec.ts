import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { residentNumber } from '../faults/visits';
import { registerByKeyboard, signInByKeyboard } from './keyboard';
import { CHECKER_PIN, CLERK, launch, personWith, type RunningProgram } from './program';

const work = mkdtempSync(join(tmpdir(), 'reception-about-'));
test.afterAll(() => rmSync(work, { recursive: true, force: true }));
const shot = process.env.ABOUT_SHOTS;

const VISITOR = {
  docNumber: residentNumber(12_345),
  name: '欧阳诊断',
  phone: '13912345678',
  summary: '反映排水管道堵塞半年',
  field: '城乡建设',
};

async function openAbout(page: Page): Promise<void> {
  await page.keyboard.press('Control+9');
  await page.getByRole('tab', { name: '关于' }).click();
  await expect(page.getByRole('heading', { name: '关于' })).toBeVisible();
}
const savesTo = ({ app }: RunningProgram, filePath: string): Promise<void> =>
  app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, filePath);

test('关于 says what runs, and the notices of all of it are read by keyboard and saved, without a network', async () => {
  const program = await launch({ seed: 'demo' });
  const { page, app } = program;
  await signInByKeyboard(page, personWith('administrator'));
  await openAbout(page);
  const { version, electron } = await app.evaluate(({ app: own }) => ({ version: own.getVersion(), electron: process.versions.electron }));
  await expect(page.getByText(`${version}（从源代码启动）`)).toBeVisible();
  await expect(page.getByText(`Electron ${electron} · Chromium`)).toBeVisible();
  if (electron === '33.4.11') await expect(page.getByText(/后备运行环境，仅供开发和测试/)).toBeVisible();
  if (shot) await page.screenshot({ path: join(shot, 'about.png') });

  await page.keyboard.press('Alt+n');
  const dialog = page.getByRole('dialog', { name: '第三方声明' });
  const list = dialog.getByRole('listbox', { name: '所用软件' });
  const words = dialog.getByRole('region', { name: '许可全文' });
  await expect(list).toBeFocused();
  const all = Number(await list.getByRole('option').first().getAttribute('aria-setsize'));
  expect(all, 'the program and the runtime').toBeGreaterThan(200);
  expect(await list.getByRole('option').count(), 'of which only what is seen exists').toBeLessThan(60);
  await expect(list.getByRole('option', { name: /^dexie / })).toBeVisible();
  await page.keyboard.press('End');
  await expect(list.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', String(all));
  await expect(words).toContainText(/licen[cs]e|copyright|permission/i);
  await page.keyboard.press('Home');
  await expect(words).toContainText(/permission|licen[cs]e/i);
  if (shot) await page.screenshot({ path: join(shot, 'notices.png') });
  await page.keyboard.press('Tab');
  await expect(words).toBeFocused();

  await savesTo(program, join(work, 'ours'));
  await page.keyboard.press('Alt+s');
  await expect(dialog.getByText('已另存为 ours.txt。')).toBeVisible();
  const ours = readFileSync(join(work, 'ours.txt'), 'utf8');
  for (const name of ['react', 'dexie', 'zod', 'pdf-to-printer', 'SumatraPDF', 'pdfjs-dist']) expect(ours).toContain(`\n${name} `);
  await savesTo(program, join(work, 'runtime.html'));
  await page.keyboard.press('Alt+r');
  await expect(dialog.getByText('已另存为 runtime.html。')).toBeVisible();
  expect(readFileSync(join(work, 'runtime.html'), 'utf8')).toContain('class="product"');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await program.close();
});

test('诊断信息 tells how the program is, and nothing of a visitor, of staff or of this machine', async () => {
  const program = await launch({ seed: 'demo' });
  const { page, profile } = program;
  await signInByKeyboard(page, CLERK);
  const number = await registerByKeyboard(page, VISITOR, CHECKER_PIN);
  // As a careless line of a later version, or a sentence of the system, would bring them into the log.
  const careless = `[2026-11-24 10:00:00.000] [error] planted line: ${VISITOR.name} ${VISITOR.docNumber} ${VISITOR.phone} ${VISITOR.summary} ${number}`;
  appendFileSync(
    join(profile, 'logs', 'main.log'),
    `${careless}\n[2026-11-24 10:00:01.000] [warn] second line: ENOENT, open '/media/stick/${VISITOR.name}/ouyang-zhenduan.pdf' ouyang@example.com\n`,
  );
  expect(await page.evaluate(() => window.reception.request('about.saveDiagnostics', {}))).toMatchObject({ error: { code: 'forbidden' } });
  await page.evaluate(() => window.reception.request('session.signOut', {}));

  await signInByKeyboard(page, personWith('administrator'));
  await openAbout(page);
  await savesTo(program, join(work, 'diagnostics.txt'));
  await page.keyboard.press('Alt+e');
  await expect(page.getByText(/已导出为 diagnostics\.txt/)).toBeVisible();
  const text = readFileSync(join(work, 'diagnostics.txt'), 'utf8');

  for (const there of ['【程序】', 'Electron：', '数据库存储：', '【打印机】', '状态：单机', 'planted line', 'second line', 'phase store'])
    expect(text).toContain(there);
  expect(text).toMatch(/^visits：[1-9]/m);
  expect(text).toMatch(/^persons：[1-9]/m);
  const parts = [VISITOR.docNumber.slice(0, 14), VISITOR.docNumber.slice(-6), VISITOR.phone.slice(-6), '欧阳', '排水', '堵塞', '反映'];
  const people = [CLERK.name, personWith('administrator').name, personWith('guard').name];
  const machine = [profile, process.env.USER ?? process.env.HOME ?? '/root/', 'ouyang', '/media/stick', number];
  for (const secret of [...parts, ...people, ...machine, VISITOR.name, VISITOR.docNumber, VISITOR.phone, VISITOR.summary])
    expect(text.includes(secret), `found: ${secret}`).toBe(false);
  // The same search finds all of it where it was not taken out.
  for (const secret of [VISITOR.name, VISITOR.docNumber, VISITOR.phone, VISITOR.summary]) expect(careless).toContain(secret);
  await program.close();
});
