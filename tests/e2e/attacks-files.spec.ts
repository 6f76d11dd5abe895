import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { RequestName } from '../../shared/contract';
import type { Result } from '../../shared/result';
import { residentNumber } from '../faults/visits';
import { registerByKeyboard, signInByKeyboard } from './keyboard';
import { CHECKER_PIN, CLERK, launch, personWith, type RunningProgram } from './program';

const VISITOR = { docNumber: residentNumber(12_077), name: '试挑文件', phone: '13900012077', summary: '反映道路修缮', field: '交通运输' };
const work = mkdtempSync(join(tmpdir(), 'reception-attack-'));
test.afterAll(() => rmSync(work, { recursive: true, force: true }));

/** What a stick may hold under harmless names. A pipe that nobody writes to holds up whoever opens it for ever. */
function prepare(): string[] {
  symlinkSync('/etc/passwd', join(work, 'link.pdf'));
  symlinkSync('/dev/zero', join(work, 'device.pdf'));
  mkdirSync(join(work, 'folder.pdf'));
  closeSync(openSync(join(work, 'huge.pdf'), 'w'));
  truncateSync(join(work, 'huge.pdf'), 8 * 1024 ** 3);
  const pipes = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `pipe-${name}.pdf`);
  spawnSync(
    'mkfifo',
    pipes.map((name) => join(work, name)),
  );
  return [...pipes, 'link.pdf', 'device.pdf', 'folder.pdf', 'huge.pdf'].map((name) => join(work, name));
}

const chooses = ({ app }: RunningProgram, filePaths: string[]): Promise<void> =>
  app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: paths });
  }, filePaths);
const ask = (page: Page, name: string, input: unknown): Promise<Result<unknown>> =>
  page.evaluate(([n, i]) => window.reception.request(n as RequestName, i as never) as Promise<Result<unknown>>, [name, input] as const);
const ended = (result: Result<unknown>): string => (result.ok ? JSON.stringify(result.value) : result.error.message);

test('links, devices, pipes, folders and films are refused wherever a file is taken in, and nothing waits for them', async () => {
  const paths = prepare();
  const program = await launch({ seed: 'demo' });
  const { page } = program;
  await signInByKeyboard(page, CLERK);
  await registerByKeyboard(page, VISITOR, CHECKER_PIN);
  const visitId = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        window.reception.subscribe('visit.today', {}, (rows) => rows.ok && rows.value[0] && resolve(rows.value[0].id));
      }),
  );
  await chooses(program, paths);
  const added = await ask(page, 'attachment.addFiles', { visitId, about: { name: '材料', source: '信访人提交' } });
  expect(ended(added)).toContain('"added":0');
  for (const path of paths) expect(ended(added)).toContain(path.slice(work.length + 1));

  await page.evaluate(() => window.reception.request('session.signOut', {}));
  await signInByKeyboard(page, personWith('administrator'));
  for (const path of paths) {
    await chooses(program, [path]);
    expect(ended(await ask(page, 'ledger.open', {})), path).toMatch(/没有导入/);
    expect(ended(await ask(page, 'policy.open', {})), path).toMatch(/没有导入/);
    expect(ended(await ask(page, 'sync.pickHubFile', {})), path).toMatch(/什么也没有改变/);
    expect(ended(await ask(page, 'sync.importPackage', {})), path).toMatch(/什么也没有导入/);
  }
  // Six pipes would have taken every thread that reads files: the program still writes and answers.
  expect((await ask(page, 'session.touch', {})).ok).toBe(true);
  expect(existsSync(join(program.profile, 'files')), 'nothing was stored').toBe(false);
  await program.close();
});

test('a path in the place of a name is refused before anything looks for it', async () => {
  const program = await launch({ seed: 'demo' });
  const { page } = program;
  await signInByKeyboard(page, CLERK);
  for (const id of ['../../etc/passwd', '..\\..\\Windows\\win.ini', '/etc/passwd', 'C:\\x', '\u0000', '%2e%2e%2f']) {
    for (const name of ['attachment.read', 'attachment.export', 'recording.listen', 'print.export']) {
      const answer = await ask(page, name, name === 'print.export' ? { documentId: id } : { id });
      expect(answer.ok ? 'ok' : answer.error.code, `${name} ${id}`).toMatch(/^(malformed|forbidden)$/);
    }
  }
  await program.close();
});
