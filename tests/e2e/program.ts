import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { endedWithChildren } from './processes';
import { startRuntime } from './start-runtime';

export { checkDocument, fillVisitor, registerVisitor, signIn, type VisitorOnScreen } from './desk';
export { CHECKER, CHECKER_PIN, CLERK, personWith } from './people';

const ROOT = join(__dirname, '..', '..');
const DESK = 'app://desk/';

export interface LaunchOptions {
  /** An existing profile is opened again; absent: a new one, deleted when the test run ends. */
  profile?: string;
  seed?: 'demo';
  /** RECEPTION_CLOCK: a moment, or ±seconds. */
  clock?: string;
  env?: Record<string, string>;
  /** Another build of the program than dist/ (a control). */
  program?: string;
  /** More switches for Electron, before the program's path. */
  args?: string[];
}

export interface RunningProgram {
  app: ElectronApplication;
  /** The clerk's window. The hidden storage host is a window too, and is never this one. */
  page: Page;
  profile: string;
  /** As a person closes it: what is being written is finished first. */
  close(): Promise<void>;
  /** SIGKILL, then waits until every process of the program is gone. */
  kill(): Promise<void>;
}

/** Starts the built program (dist/) as the README's command does, and waits for its window. */
export async function launch(options: LaunchOptions = {}): Promise<RunningProgram> {
  const profile = options.profile ?? temporaryProfile();
  const app = await startRuntime(profile, {
    args: [...surroundings(), ...(options.args ?? []), options.program ?? ROOT],
    cwd: ROOT,
    env: environment(profile, options),
    timeout: 30_000,
  });
  const page = await deskWindow(app);
  return { app, page, profile, close: () => app.close(), kill: () => kill(app) };
}

const temporary: string[] = [];
process.once('exit', () => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});

/** A new folder for a profile, deleted when the test run ends. */
export function temporaryProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'jiefangtai-test-'));
  temporary.push(profile);
  return profile;
}

/** The switches that this machine asks for (build/setup/electron-args.mjs). */
function surroundings(): string[] {
  return (process.env.TEST_ELECTRON_ARGS ?? '').split(' ').filter(Boolean);
}

function environment(profile: string, { seed, clock, env }: LaunchOptions): Record<string, string> {
  const inherited = Object.entries(process.env).filter((e): e is [string, string] => e[1] !== undefined);
  return {
    ...Object.fromEntries(inherited),
    RECEPTION_PROFILE: profile,
    ...(seed ? { RECEPTION_SEED: seed } : {}),
    ...(clock ? { RECEPTION_CLOCK: clock } : {}),
    ...env,
  };
}

async function deskWindow(app: ElectronApplication): Promise<Page> {
  const find = (): Page | undefined => app.windows().find((w) => w.url().startsWith(DESK));
  await expect.poll(() => find() !== undefined, { timeout: 30_000, message: `a window at ${DESK}` }).toBe(true);
  const page = find();
  if (!page) throw new Error(`the window at ${DESK} was closed at once`);
  await page.waitForLoadState('domcontentloaded');
  await started(page);
  return page;
}

/** A demonstration hall hashes a dozen PINs before its first screen: seconds, on a busy machine many. */
function started(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const stop = window.reception.subscribe('program.state', {}, (result) => {
          if (!result.ok || result.value.phase === 'starting') return;
          queueMicrotask(() => stop());
          resolve();
        });
      }),
  );
}

async function kill(app: ElectronApplication): Promise<void> {
  const main = app.process();
  const gone = endedWithChildren(main);
  main.kill('SIGKILL');
  await gone;
}
