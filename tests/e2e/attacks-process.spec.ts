import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { searchClearText } from '../faults/clear-text/search';
import { fillVisitor, signIn } from './desk';
import { descendants, endedWithChildren } from './processes';
import { CLERK, launch, temporaryProfile } from './program';
import { runtimeBinary } from './runtime';
import { reachable } from './sockets';

const ROOT = join(__dirname, '..', '..');

test('nothing of the program can be reached from a network', async () => {
  const profile = temporaryProfile();
  // Without the test runner, which drives the program through a port of its own.
  const args = (process.env.TEST_ELECTRON_ARGS ?? '').split(' ').filter(Boolean);
  const program = spawn(runtimeBinary(), [...args, ROOT], {
    env: { ...process.env, RECEPTION_PROFILE: profile, RECEPTION_SEED: 'demo' },
    stdio: 'ignore',
  });
  try {
    await expect.poll(() => logOf(profile), { timeout: 30_000 }).toContain('phase store');
    const pids = [program.pid ?? 0, ...descendants(program.pid ?? 0)];
    expect(pids.length, 'the program and its processes').toBeGreaterThan(3);
    expect(reachable(pids)).toEqual([]);
  } finally {
    await ended(program);
  }
  // The same look finds one that is there.
  const control = createServer();
  await new Promise<void>((resolve) => control.listen(0, '127.0.0.1', resolve));
  expect(reachable([process.pid]).length).toBeGreaterThan(0);
  control.close();
});

test('a crash leaves no dump: nothing of the memory lies on the disk, and nothing is sent', async () => {
  const profile = temporaryProfile();
  const surroundings = join(temporaryProfile(), 'home');
  for (const folder of ['config', 'cache', 'tmp']) mkdirSync(join(surroundings, folder), { recursive: true });
  const { app, page } = await launch({
    profile,
    seed: 'demo',
    env: {
      XDG_CONFIG_HOME: join(surroundings, 'config'),
      XDG_CACHE_HOME: join(surroundings, 'cache'),
      TMPDIR: join(surroundings, 'tmp'),
    },
  });
  await signIn(page, CLERK.name, CLERK.pin);
  const typed = { docNumber: '11010519491231002X', name: '崩溃时在内存里', summary: '崩溃时正写到一半的事由' };
  await fillVisitor(page, typed);
  const started = await app.evaluate(({ crashReporter }) => {
    try {
      return crashReporter.getUploadToServer();
    } catch {
      return 'never started';
    }
  });
  expect([false, 'never started']).toContain(started);

  // The pages, then the process that draws, then the program itself.
  await app.evaluate(({ webContents }) => {
    for (const contents of webContents.getAllWebContents()) contents.forcefullyCrashRenderer();
  });
  await expect.poll(() => logOf(profile)).toContain('screen gone: ');
  const main = app.process();
  const gone = endedWithChildren(main);
  main.kill('SIGSEGV');
  await gone;

  expect(filesIn(profile).filter(isDump)).toEqual([]);
  expect(filesIn(surroundings).filter(isDump)).toEqual([]);
  expect(readdirSync(process.cwd()).filter((name) => /^core(\.\d+)?$/.test(name))).toEqual([]);
  const words = [typed.docNumber, typed.name, typed.summary];
  expect(searchClearText([profile, surroundings], words).found).toEqual([]);
});

const logOf = (profile: string): string => {
  const path = join(profile, 'logs', 'main.log');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** By its first bytes too: a minidump under another name is one. */
const isDump = (path: string): boolean =>
  /\.(dmp|mdmp|core)$/.test(path) || readFileSync(path).subarray(0, 4).toString('latin1') === 'MDMP';

async function ended(program: ChildProcess): Promise<void> {
  const gone = endedWithChildren(program);
  program.kill('SIGKILL');
  await gone;
}
