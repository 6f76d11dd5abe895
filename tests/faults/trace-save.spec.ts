import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { CHECKER_PIN, CLERK, launch, signIn } from '../e2e/program';
import { registerOnce } from './visits';

/**
 * A killed process keeps what the system has cached, so kills alone do not prove durability. This traces the main
 * process's system calls during one save and finds the journal's completed fdatasync before the screen's answer.
 */
test.setTimeout(60_000);

test('the journal is flushed to the disk before the screen hears 已保存', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'reception-trace-'));
  const { app, page, close } = await launch({ profile, seed: 'demo' });
  await signIn(page, CLERK.name, CLERK.pin);
  await registerOnce(page, 1, CHECKER_PIN);

  const log = join(profile, '..', `${Date.now()}.strace`);
  const strace = await attach(app.process().pid ?? 0, log);
  const asked = Date.now() / 1000;
  const saved = await registerOnce(page, 2, CHECKER_PIN);
  const answered = Date.now() / 1000;
  await detach(strace);
  await close();

  expect(saved).toHaveProperty('number');
  const flushes = journalFlushes(readFileSync(log, 'utf8')).filter((f) => f.began >= asked && f.ended <= answered);
  console.log(
    flushes
      .map(
        (f) =>
          `fdatasync ${f.file} took ${(f.ended - f.began).toFixed(6)} s, ended ${(answered - f.ended).toFixed(4)} s before the answer was seen`,
      )
      .join('\n'),
  );
  // Two writes: the 核对 result and the visit.
  expect(flushes.filter((f) => f.file.includes('/journal/')).length).toBeGreaterThanOrEqual(2);
});

async function attach(pid: number, log: string): Promise<ChildProcess> {
  const child = spawn('strace', ['-f', '-y', '-ttt', '-T', '-e', 'trace=fdatasync,fsync', '-o', log, '-p', String(pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', (text: Buffer) => /attached/.test(text.toString()) && resolve());
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`strace ended with ${code}`)));
  });
  await expect.poll(() => existsSync(log)).toBe(true);
  return child;
}

function detach(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.on('exit', () => resolve());
    child.kill('SIGINT');
  });
}

/** strace splits a call that another thread interrupts: `<unfinished ...>` and later `<... fdatasync resumed>`. */
function journalFlushes(trace: string): { file: string; began: number; ended: number }[] {
  const open = new Map<string, { file: string; began: number }>();
  const done: { file: string; began: number; ended: number }[] = [];
  for (const line of trace.split('\n')) {
    const start = /^(\d+)\s+(\d+\.\d+) (?:fdatasync|fsync)\(\d+<([^>]+)>/.exec(line);
    const took = /= 0 <(\d+\.\d+)>$/.exec(line);
    if (start?.[1] && start[2] && start[3]) {
      const call = { file: start[3], began: Number(start[2]) };
      if (took?.[1]) done.push({ ...call, ended: call.began + Number(took[1]) });
      else open.set(start[1], call);
      continue;
    }
    const resumed = /^(\d+)\s+\d+\.\d+ <\.\.\. (?:fdatasync|fsync) resumed>/.exec(line);
    const call = resumed?.[1] ? open.get(resumed[1]) : undefined;
    if (call && took?.[1]) done.push({ ...call, ended: call.began + Number(took[1]) });
  }
  return done;
}
