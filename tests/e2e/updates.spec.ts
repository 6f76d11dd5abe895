import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, expect, type Page, test } from '@playwright/test';
import { UpdateServer } from '../electron/update/update-server';
import { firstOf } from '../faults/incidents';
import { residentNumber, signInByBridge } from '../faults/visits';
import { answerDialogs, ask } from './desks';
import { registerByKeyboard, signInByKeyboard, tabTo } from './keyboard';
import { CHECKER, CLERK, launch, personWith, type RunningProgram } from './program';
import { runtimeBinary } from './runtime';

/** Version N of the program updates itself to N+1 from a plain HTTP folder, as an IT office sets one up. */
const ROOT = join(__dirname, '..', '..');
const ADMIN = personWith('administrator');
const VISITOR = { docNumber: residentNumber(52_301), name: '罗桂兰', phone: '13700137519', summary: '咨询宅基地登记', field: '土地' };
const RELEASE = pathToFileURL(join(ROOT, 'build', 'update', 'release.mjs')).href;
const [N, NEXT] = ['0.1.0', '0.2.0'];
const ARCHIVE = `jiefangtai-${NEXT}-linux-${process.arch}.tar.gz`;
const shots = process.env.UPDATE_SHOTS;

let work = '';
let server: UpdateServer;
let programs: RunningProgram[] = [];
test.beforeEach(async () => {
  work = mkdtempSync(join(tmpdir(), 'jiefangtai-n1-'));
  mkdirSync(join(work, 'served'));
  server = await UpdateServer.start(join(work, 'served'));
});
test.afterEach(async () => {
  for (const program of programs) await program.close().catch(() => {});
  programs = [];
  await server.close();
  rmSync(work, { recursive: true, force: true });
});

const shot = async (page: Page, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
};

/** The built program as one version: its folder, with the vendor's public key in it. */
function version(dir: string, number: string, publicKey: string): string {
  mkdirSync(dir, { recursive: true });
  cpSync(join(ROOT, 'dist'), join(dir, 'dist'), { recursive: true, filter: (path) => !path.endsWith('.map') });
  writeFileSync(join(dir, 'dist', 'update-key.pub'), publicKey);
  const about = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as object;
  writeFileSync(join(dir, 'package.json'), JSON.stringify({ ...about, version: number }));
  return dir;
}

/** N unpacked with `current` at it, N+1 packed and signed on the server, a policy that turns updates on. */
async function hall(): Promise<{
  place: string;
  policy: string;
  keys: { publicKey: string; privateKey: string };
  sign(privateKey: string): Promise<unknown>;
}> {
  const release = (await import(RELEASE)) as typeof import('../../build/update/release.mjs');
  const keys = release.newKeys();
  const place = join(work, 'jiefangtai');
  version(join(place, N), N, keys.publicKey);
  symlinkSync(N, join(place, 'current'));
  symlinkSync(join(ROOT, 'node_modules'), join(work, 'node_modules'));
  const next = version(join(work, 'next', `jiefangtai-${NEXT}`), NEXT, keys.publicKey);
  execFileSync('tar', ['-czf', join(server.dir, ARCHIVE), '-C', join(next, '..'), `jiefangtai-${NEXT}`]);
  const about = { version: NEXT, date: '2026-12-01', notes: ['叫号大屏更清楚', '专报可以附图'] };
  const sign = (privateKey: string) => release.signRelease(server.dir, { ...about, privateKey });
  await sign(keys.privateKey);
  const policy = join(work, 'policy.json');
  writeFileSync(policy, JSON.stringify({ updateEnabled: true, updateSource: server.url, lockMinutes: 20, printer: '', hubFile: 'x' }), {
    mode: 0o600,
  });
  return { place, policy, keys, sign };
}

async function start(place: string, policy: string, profile?: string): Promise<RunningProgram> {
  const program = await launch({
    program: join(place, 'current'),
    seed: 'demo',
    env: { RECEPTION_POLICY: policy },
    ...(profile && { profile }),
  });
  programs.push(program);
  return program;
}

const stateOf = (page: Page) => firstOf(page, 'update.state', {});
async function openTab(page: Page): Promise<void> {
  await signInByKeyboard(page, ADMIN);
  await page.keyboard.press('Control+9');
  await expect(page.getByRole('tab', { name: '单位' })).toBeVisible();
  await tabTo(page, page.getByRole('tab', { selected: true }));
  const tab = page.getByRole('tab', { name: '更新' });
  for (let n = 0; n < 40 && (await tab.getAttribute('aria-selected')) !== 'true'; n++) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { name: '更新', level: 2 })).toBeVisible();
}
async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }));
  await page.keyboard.press('Enter');
}
const kept = (profile: string): string[] => {
  const dir = join(profile, 'updates', 'files');
  return existsSync(dir) ? readdirSync(dir) : [];
};

test('N becomes N+1 through a local HTTP folder after a cut connection, and opens what N wrote', async () => {
  test.setTimeout(240_000);
  const { place, policy } = await hall();
  const first = await start(place, policy);
  const { page, profile } = first;
  await signInByKeyboard(page, CLERK);
  await registerByKeyboard(page, VISITOR, CHECKER.pin);
  await expect(ask(page, 'update.install', {}), 'the clerk may not').rejects.toThrow('forbidden');
  await ask(page, 'session.signOut', {});

  // The connection is cut in the middle; the program asks for the rest by itself.
  server.cutAfter.set(ARCHIVE, 2_000_000);
  await openTab(page);
  await expect(page.getByText('由管理员策略设定').first()).toBeVisible();
  await expect(page.getByText(/登记卡打印机（printer）没有采用/)).toBeVisible();
  await shot(page, 'before');
  await press(page, '检查更新');
  await expect(page.getByText('已下载，签名和校验值都正确。')).toBeVisible({ timeout: 60_000 });
  const [whole, rest] = server.rangesOf(ARCHIVE);
  expect(server.rangesOf(ARCHIVE)).toHaveLength(2);
  expect(whole).toBeNull();
  expect(Number(/^bytes=(\d+)-$/.exec(rest ?? '')?.[1])).toBeGreaterThan(0);

  // Jobs that wait hold it up, and so does a missing backup; nothing has changed after either.
  const waiting = await ask(page, 'update.blockers', {});
  if (waiting.length === 0) await expect(ask(page, 'update.install', {})).rejects.toThrow('备份没有做成');
  expect(readlinkSync(join(place, 'current'))).toBe(N);
  mkdirSync(join(work, 'stick'));
  await answerDialogs(first, join(work, 'stick'));
  await ask(page, 'backup.choose', {});
  await expect.poll(async () => (await firstOf(page, 'backup.state', {})).lastGoodAt, { timeout: 30_000 }).not.toBeNull();

  await expect.poll(() => ask(page, 'update.blockers', {}), { timeout: 30_000 }).toEqual([]);
  await expect(page.getByText('现在可以安装。')).toBeVisible();
  await shot(page, 'ready');
  // The driver holds the first process; it starts the second itself, from the same link.
  await first.app.evaluate(({ app }) => {
    Object.assign(globalThis, { relaunched: 0 });
    app.relaunch = () => void Object.assign(globalThis, { relaunched: 1 });
  });
  const gone = first.app.waitForEvent('close');
  await press(page, '备份并安装');
  await gone;
  expect(readlinkSync(join(place, 'current'))).toBe(NEXT);
  expect(readdirSync(place).sort()).toEqual([N, NEXT, 'current']);

  const second = await start(place, policy, profile);
  await signInByKeyboard(second.page, CLERK);
  await expect(second.page.getByText(`已更新到 ${NEXT} 版（原来是 ${N} 版），资料照旧。`)).toBeVisible();
  await second.page.keyboard.press('F2');
  await second.page.keyboard.type('罗桂兰');
  await expect(second.page.getByRole('option', { name: /罗/ }).first()).toBeVisible();
  await ask(second.page, 'session.signOut', {});
  await openTab(second.page);
  await expect(second.page.getByText(NEXT, { exact: true })).toBeVisible();
  await press(second.page, '检查更新');
  await expect(second.page.getByText('已是最新版本。')).toBeVisible();
  expect(kept(profile)).toEqual([]);
  expect(await ask(second.page, 'settings.put', { key: 'rules', value: await rulesWithLock(second.page, 60) }).catch(String)).toContain(
    '管理员策略',
  );
});

async function rulesWithLock(page: Page, idleLockSeconds: number) {
  return { ...(await firstOf(page, 'settings.all', {})).rules, idleLockSeconds };
}

test('without a driver in it the program ends by itself, and the new version stands there in its place', async () => {
  test.setTimeout(180_000);
  const { place, policy } = await hall();
  const first = await start(place, policy);
  const { profile } = first;
  mkdirSync(join(work, 'stick'));
  await signInByBridge(first.page, ADMIN);
  await answerDialogs(first, join(work, 'stick'));
  await ask(first.page, 'backup.choose', {});
  await expect.poll(async () => (await firstOf(first.page, 'backup.state', {})).lastGoodAt, { timeout: 30_000 }).not.toBeNull();
  await first.close();

  // Started as a person does; the new start inherits the port, by which its screen is looked at.
  const port = await freePort();
  const args = [
    ...(process.env.TEST_ELECTRON_ARGS ?? '').split(' ').filter(Boolean),
    `--remote-debugging-port=${port}`,
    join(place, 'current'),
  ];
  const env = { ...process.env, RECEPTION_PROFILE: profile, RECEPTION_SEED: 'demo', RECEPTION_POLICY: policy };
  const child = spawn(runtimeBinary(), args, { env, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const before = await deskAt(port);
  await signInByBridge(before, ADMIN);
  expect((await stateOf(before)).current).toBe(N);
  await ask(before, 'update.check', {});
  await expect.poll(async () => (await stateOf(before)).phase, { timeout: 60_000 }).toBe('ready');
  await expect.poll(() => ask(before, 'update.blockers', {}), { timeout: 30_000 }).toEqual([]);
  await ask(before, 'update.install', {});
  expect(await ended).toBe(0);

  const after = await deskAt(port);
  await signInByBridge(after, ADMIN);
  expect((await stateOf(after)).current).toBe(NEXT);
  await ask(after, 'session.signOut', {});
  await signInByBridge(after, CLERK);
  await ask(after, 'program.quit', {});
  await expect
    .poll(
      () =>
        fetch(`http://127.0.0.1:${port}/json/version`).then(
          () => 'there',
          () => 'gone',
        ),
      { timeout: 30_000 },
    )
    .toBe('gone');
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** The desk's page of whatever program listens there by now. */
async function deskAt(port: number): Promise<Page> {
  let found: Page | undefined;
  const look = async (): Promise<boolean> => {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 5000 }).catch(() => null);
    found = browser
      ?.contexts()
      .flatMap((context) => context.pages())
      .find((page) => page.url().startsWith('app://desk/'));
    if (browser && !found) await browser.close();
    return found !== undefined;
  };
  await expect.poll(look, { timeout: 60_000, message: 'a window at app://desk/' }).toBe(true);
  if (!found) throw new Error('the window was closed at once');
  return found;
}

test('a wrong signature, a wrong file and an older version are refused in Chinese, and nothing of them is kept', async () => {
  test.setTimeout(180_000);
  const { place, policy, keys, sign } = await hall();
  const release = (await import(RELEASE)) as typeof import('../../build/update/release.mjs');
  const first = await start(place, policy);
  const { page, profile } = first;
  await openTab(page);
  const refused = async (words: string, trouble: string): Promise<void> => {
    await press(page, '检查更新');
    await expect.poll(async () => (await stateOf(page)).trouble, { timeout: 30_000 }).toBe(trouble);
    await expect(page.getByText(words)).toBeVisible();
    expect(kept(profile)).toEqual([]);
    await expect(ask(page, 'update.install', {})).rejects.toThrow('还没有核对好的更新');
    expect(readlinkSync(join(place, 'current'))).toBe(N);
  };

  await sign(release.newKeys().privateKey);
  await refused('更新清单的签名不对，已拒绝', 'bad-signature');
  await shot(page, 'refused');

  await sign(keys.privateKey);
  const archive = join(server.dir, ARCHIVE);
  const bytes = readFileSync(archive);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(archive, bytes);
  await refused('下载的更新文件与清单不符，已拒绝并删除', 'bad-hash');

  rmSync(archive);
  writeFileSync(join(server.dir, 'jiefangtai-0.0.9-linux-x64.tar.gz'), 'x');
  await release.signRelease(server.dir, { version: '0.0.9', date: '2026-01-01', notes: [], privateKey: keys.privateKey });
  await refused('更新来源里是较旧的版本，已拒绝', 'older');
});
