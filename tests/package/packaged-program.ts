import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { descendants, endedWithChildren } from '../e2e/processes';
import { residentNumber } from '../faults/visits';

export interface Packaged {
  page: Page;
  pid: number;
}

export interface Command {
  command: string;
  args: string[];
  env: Record<string, string>;
  /** Whom it runs as, when the tests run as root. */
  uid?: number;
}

export const VISITOR = {
  docNumber: residentNumber(81_001),
  name: '高远',
  phone: '13900081001',
  field: '城乡建设',
  summary: '反映小区积水',
};

/** Somebody with no rights: `nobody`. */
export const ORDINARY = process.getuid?.() === 0 ? 65534 : undefined;

/**
 * Starts a packaged program as a person does (no inspector, no test runner in it, never without its sandbox), and ends it after
 * `work` as a session that shuts down does: what is being written is finished first. Only Chromium's own protocol listens on a
 * port of this machine, by which the screen is worked.
 */
export async function withPackaged<T>({ command, args, env, uid }: Command, work: (program: Packaged) => Promise<T>): Promise<T> {
  const child = spawn(command, [...args, '--remote-debugging-port=0', '--disable-gpu'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const pid = child.pid ?? 0;
  try {
    const browser = await chromium.connectOverCDP(await protocolOf(child));
    return await work({ page: await deskPage(browser), pid });
  } finally {
    const gone = endedWithChildren(child);
    for (const each of [pid, ...descendants(pid)].filter(isMainProcess)) process.kill(each, 'SIGTERM');
    await gone;
  }
}

function protocolOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (data: string) => {
      said += data;
      const url = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (url) resolve(url);
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`the program ended with ${code ?? signal} before it listened:\n${said}`)));
  });
}

async function deskPage(browser: Browser): Promise<Page> {
  const find = (): Page | undefined =>
    browser
      .contexts()
      .flatMap((context) => context.pages())
      .find((page) => page.url().startsWith('app://desk/'));
  await expect.poll(() => find() !== undefined, { timeout: 60_000, message: 'a window at app://desk/' }).toBe(true);
  const page = find();
  if (!page) throw new Error('the window was closed at once');
  return page;
}

/** Chromium's children write theirs anew, with spaces between. */
const commandLine = (pid: number): string[] => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]+/);
  } catch {
    return [];
  }
};
const isMainProcess = (pid: number): boolean => {
  const line = commandLine(pid);
  return /\/jiefangtai$/.test(line[0] ?? '') && !line.some((arg) => arg.startsWith('--type='));
};
/** A field of /proc/PID/status. */
const status = (pid: number, field: string): string =>
  new RegExp(`^${field}:\\s*(.*)$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';

/** What holds a page of the program, by the kernel's own word. */
interface Held {
  /** Every process of the program belongs to this user. */
  uids: number[];
  renderers: number;
  /** Renderers under a system-call filter (seccomp mode 2) that can gain no rights. */
  filtered: number;
  /** Renderers in a process namespace of their own. */
  apart: number;
  /** Command lines that turn a sandbox off. */
  unsandboxed: string[];
}

function heldBySandbox(pid: number): Held {
  const all = [pid, ...descendants(pid)].filter((each) => /\/(jiefangtai|proc\/self\/exe)$/.test(commandLine(each)[0] ?? ''));
  const renderers = all.filter((each) => commandLine(each).includes('--type=renderer'));
  return {
    uids: [...new Set(all.map((each) => Number(status(each, 'Uid').split('\t')[1])))],
    renderers: renderers.length,
    filtered: renderers.filter((each) => status(each, 'Seccomp') === '2' && status(each, 'NoNewPrivs') === '1').length,
    apart: renderers.filter((each) => status(each, 'NSpid').split('\t').length > 1).length,
    unsandboxed: all.flatMap((each) => commandLine(each).filter((arg) => arg === '--no-sandbox' || arg === '--disable-setuid-sandbox')),
  };
}

/** All of the program runs as this user, and every page of it in Chromium's sandbox. */
export function expectHeld(pid: number, uid: number | undefined): void {
  const held = heldBySandbox(pid);
  const renderers = held.renderers;
  expect(renderers).toBeGreaterThan(0);
  expect(held).toEqual({ uids: [uid], renderers, filtered: renderers, apart: renderers, unsandboxed: [] });
}
