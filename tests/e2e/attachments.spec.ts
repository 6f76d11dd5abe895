import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { searchClearText } from '../faults/clear-text/search';
import { residentNumber } from '../faults/visits';
import { box, openNewest, registerByKeyboard, signInByKeyboard, tabTo, typeInto } from './keyboard';
import { CHECKER_PIN, CLERK, launch, type RunningProgram, temporaryProfile } from './program';

/** Chromium's own camera for tests: a moving picture, without a device and without a person who allows it. */
const CAMERA = ['--use-fake-device-for-media-stream'];
const VISITOR = { docNumber: residentNumber(12_001), name: '试带材料', phone: '13900012001', summary: '反映宅基地确权', field: '自然资源' };
const MARK = '随带材料只此一份的记号';
/** A PDF as a scanner makes it, as far as this program looks; the mark would be found if it lay on the disk in clear. */
const PDF = Buffer.from(`%PDF-1.7\n% ${MARK} ${'0123456789'.repeat(2000)}\n%%EOF\n`);

const work = mkdtempSync(join(tmpdir(), 'reception-papers-'));
test.afterAll(() => rmSync(work, { recursive: true, force: true }));

test('a scanned PDF and a photo attached by keyboard, read back byte-equal, not readable on the disk', async () => {
  const profile = temporaryProfile();
  const program = await launch({ profile, seed: 'demo', args: CAMERA });
  const { page } = program;
  await signInByKeyboard(page, CLERK);
  await rememberBlobs(page);
  const visit = await openVisit(page);
  await expect(visit.getByText('没有材料。按 F5')).toBeVisible();

  await chooses(program, ['scan.pdf', 'notes.docx', 'empty.pdf'], [PDF, Buffer.from('PK\u0003\u0004 word'), Buffer.alloc(0)]);
  await page.keyboard.press('F5');
  await expect(page.getByRole('dialog', { name: '存入材料文件' })).toBeVisible();
  await expect(box(page, '材料名称')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('请填写材料名称')).toBeVisible();
  await page.keyboard.type('宅基地证');
  await page.keyboard.press('Enter');
  await expect(visit.getByText('已存入 1 份材料')).toBeVisible();
  await expect(visit.getByText(/notes\.docx：.*请先另存为 PDF/)).toBeVisible();
  await expect(visit.getByText(/empty\.pdf：文件是空的/)).toBeVisible();
  expect(await page.content(), 'a path never reaches a screen').not.toContain(work);

  await page.keyboard.press('Alt+C');
  await typeInto(page, box(page, '材料名称'), '房屋照片');
  await page.keyboard.press('Enter');
  const camera = page.getByRole('dialog', { name: '拍照' });
  await expect
    .poll(() => camera.getByLabel('相机画面').evaluate((video) => (video as HTMLVideoElement).videoWidth), { timeout: 15_000 })
    .toBeGreaterThan(0);
  await page.keyboard.press('F4');
  await expect(camera, 'the keys of the dialog below rest').toBeVisible();
  await page.keyboard.press('Space');
  await expect(camera.getByAltText('刚拍的照片')).toBeVisible();
  await page.keyboard.press('R');
  await expect(camera.getByLabel('相机画面')).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('Space');
    await expect(camera.getByAltText('刚拍的照片')).toBeVisible({ timeout: 500 });
  }).toPass();
  const taken = await bytesOf(page, camera.getByAltText('刚拍的照片'));
  await page.keyboard.press('Enter');
  await expect(camera.getByText('已存入 1 张')).toBeVisible();
  expect(await hears(page), 'sound is refused even while the camera is allowed').toBe('NotAllowedError');
  await page.keyboard.press('Escape');
  await expect(camera).toBeHidden();
  await expect(visit, 'only the camera was closed').toBeVisible();
  expect(await sees(page), 'the camera is allowed to its dialog alone').toBe('NotAllowedError');

  const look = visit.getByRole('button', { name: '查看 房屋照片' });
  await tabTo(page, look);
  await page.keyboard.press('Enter');
  const shown = page.getByRole('dialog', { name: '材料：房屋照片' }).getByAltText('房屋照片');
  await expect(shown).toBeVisible();
  expect((await bytesOf(page, shown)).equals(taken)).toBe(true);
  await page.keyboard.press('Escape');
  await program.kill();

  const again = await launch({ profile, seed: 'demo' });
  await signInByKeyboard(again.page, CLERK);
  const second = await findVisit(again.page);
  const target = join(work, 'out.pdf');
  await again.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, target);
  await tabTo(again.page, second.getByRole('button', { name: '导出 宅基地证（1）' }));
  await again.page.keyboard.press('Enter');
  await expect(second.getByText('已导出为 out.pdf')).toBeVisible();
  expect(readFileSync(target).equals(PDF)).toBe(true);

  await tabTo(again.page, second.getByRole('button', { name: '作废 房屋照片' }));
  await again.page.keyboard.press('Enter');
  await again.page.keyboard.type('拍错了');
  await again.page.keyboard.press('Enter');
  await expect(second.getByText('作废：拍错了')).toBeVisible();
  await expect(second.getByRole('button', { name: '查看 房屋照片' }), 'the file stays').toBeVisible();
  await again.close();
  const { found } = searchClearText([profile], [MARK, '宅基地证', '房屋照片']);
  expect(found).toEqual([]);
  expect(taken.length).toBeGreaterThan(1000);
  for (const part of [PDF.subarray(0, 64), taken.subarray(0, 64), taken.subarray(500, 564)]) expect(filesWith(profile, part)).toEqual([]);
  expect(filesWith(work, PDF.subarray(0, 64)), 'the same search finds what lies in clear').not.toEqual([]);
});

test('without a camera a sentence says so, and the file way is one key away', async () => {
  const { page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  await openVisit(page);
  await page.keyboard.press('Alt+C');
  await typeInto(page, box(page, '材料名称'), '申请书');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/没有找到相机.*或改用文件/)).toBeVisible();
  await page.keyboard.press('F5');
  await expect(page.getByRole('dialog', { name: '存入材料文件' })).toBeVisible();
  await expect(box(page, '材料名称')).toHaveValue('申请书');
  await close();
});

async function openVisit(page: Page) {
  const number = await registerByKeyboard(page, VISITOR, CHECKER_PIN);
  await openNewest(page, number);
  const visit = page.getByRole('dialog', { name: `来访 ${number}` });
  await expect(visit.getByRole('region', { name: '随带材料' })).toBeVisible();
  return visit;
}

async function findVisit(page: Page) {
  await page.keyboard.press('F2');
  await page.keyboard.type(VISITOR.name);
  await expect(page.getByRole('listbox', { name: '查找结果' }).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  return page.getByRole('dialog', { name: /^来访/ });
}

/** The system's dialog, answered as a person would. */
async function chooses({ app }: RunningProgram, names: string[], contents: Buffer[]): Promise<void> {
  const filePaths = names.map((name) => join(work, name));
  filePaths.forEach((path, i) => {
    writeFileSync(path, contents[i] ?? '');
  });
  await app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: paths });
  }, filePaths);
}

/** A page may not fetch even its own blobs, so they are remembered as they are made. */
const rememberBlobs = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    const made = new Map<string, Blob>();
    Object.assign(window, { made });
    URL.createObjectURL = (blob: Blob) => {
      const url = make(blob);
      made.set(url, blob);
      return url;
    };
  });

async function bytesOf(page: Page, image: Locator): Promise<Buffer> {
  const src = (await image.getAttribute('src')) ?? '';
  const numbers = await page.evaluate(async (url) => {
    const { made } = window as unknown as { made: Map<string, Blob> };
    return [...new Uint8Array((await made.get(url)?.arrayBuffer()) ?? new ArrayBuffer(0))];
  }, src);
  return Buffer.from(numbers);
}

const filesWith = (folder: string, bytes: Buffer): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(bytes));

const media = (page: Page, wanted: MediaStreamConstraints): Promise<string> =>
  page.evaluate(
    (constraints) =>
      navigator.mediaDevices.getUserMedia(constraints).then(
        () => 'allowed',
        (error: DOMException) => error.name,
      ),
    wanted,
  );
const hears = async (page: Page): Promise<string> => {
  const both = await media(page, { audio: true, video: true });
  return both === 'NotAllowedError' ? media(page, { audio: true }) : both;
};
const sees = (page: Page): Promise<string> => media(page, { video: true });
