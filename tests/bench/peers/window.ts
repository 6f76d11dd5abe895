import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { runtimeBinary } from '../../e2e/runtime';
import { bundlePage, type PageName } from './bundle';

/** The functions that a page of page/ offers (`globalThis.peer`), asked by name. */
export type Ask = <T>(name: string, argument?: object) => Promise<T>;

/** Runs `work` with a candidate's page in a fresh profile on the disk, which is gone afterwards. */
export async function withPage<T>(name: PageName, work: (ask: Ask) => Promise<T>): Promise<T> {
  await bundlePage(name);
  const profile = mkdtempSync(join(tmpdir(), 'reception-peers-'));
  const switches = (process.env.TEST_ELECTRON_ARGS ?? '').split(' ').filter(Boolean);
  const inherited = Object.entries(process.env).filter((e): e is [string, string] => e[1] !== undefined);
  const env = { ...Object.fromEntries(inherited), PEERS_PROFILE: profile, PEERS_PAGE: name, PEERS_NODE: name === 'rxdb' ? '1' : '0' };
  const app = await _electron.launch({ executablePath: runtimeBinary(), args: [...switches, join(__dirname, 'window')], env });
  try {
    const page = await app.firstWindow();
    await page.waitForFunction(() => 'peer' in globalThis);
    return await work(askOf(page));
  } finally {
    await app.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

const askOf =
  (page: Page): Ask =>
  <T>(name: string, argument: object = {}) =>
    page.evaluate(([asked, given]) => (globalThis as unknown as { peer: Record<string, (argument: object) => T> }).peer[asked]?.(given), [
      name,
      argument,
    ] as const) as Promise<T>;
