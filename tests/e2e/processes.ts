import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';

/**
 * Resolves when a process and all its descendants, as they are now, are gone. A killed Electron leaves its helpers
 * to notice it; a program started on the same profile before they have would see their files still open.
 */
export async function endedWithChildren(main: ChildProcess): Promise<void> {
  const helpers = descendants(main.pid ?? 0);
  if (main.exitCode === null && main.signalCode === null) await new Promise((resolve) => main.once('exit', resolve));
  await expect.poll(() => helpers.filter(isAlive), { timeout: 15_000, message: 'helper processes that outlive the program' }).toEqual([]);
}

/** Read from /proc, so on Linux only; elsewhere none are known. */
export function descendants(pid: number): number[] {
  const children = processes().filter((p) => p.parent === pid);
  return children.flatMap((c) => [c.pid, ...descendants(c.pid)]);
}

function processes(): { pid: number; parent: number }[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: Number(status(Number(name))[1] ?? 0) }));
}

/** A zombie is gone; only its parent has not yet asked how it ended. */
const isAlive = (pid: number): boolean => !['', 'Z', 'X'].includes(status(pid)[0] ?? '');

/** The fields after the name in /proc/PID/stat: state, parent … */
function status(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
