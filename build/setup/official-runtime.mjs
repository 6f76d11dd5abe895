import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { askNpm, ROOT, tool } from './run.mjs';
import { say } from './say.mjs';
import { watchGrowth } from './watch-growth.mjs';

const PACKAGE = join(ROOT, 'node_modules', 'electron');
const PROBE_MS = 6000;

export const officialFolder = () => join(PACKAGE, 'dist');
export const officialVersion = () => JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).version;

/** path.txt is the last thing that electron's installer writes. */
export function hasOfficial() {
  const version = join(officialFolder(), 'version');
  return (
    existsSync(join(PACKAGE, 'path.txt')) &&
    existsSync(version) &&
    readFileSync(version, 'utf8').trim().replace(/^v/, '') === officialVersion()
  );
}

/**
 * Null when the runtime's file can be got, else why not. GitHub redirects to another server for the file itself, so the
 * first byte of the file is asked for: a machine may reach the one and not the other.
 */
export async function probeOfficial() {
  if (isCached()) return null;
  const url = `${mirror()}v${officialVersion()}/${fileName()}`;
  say(`Electron: asking ${new URL(url).host} for ${fileName()} …`);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PROBE_MS);
  try {
    const answer = await fetch(url, { headers: { range: 'bytes=0-0' }, signal: stop.signal });
    await answer.body?.cancel();
    return answer.ok ? null : `${new URL(url).host} answered ${answer.status}`;
  } catch (error) {
    return stop.signal.aborted
      ? `${new URL(url).host} did not answer within ${PROBE_MS / 1000} s`
      : `${new URL(url).host}: ${error.cause?.message ?? error.message}`;
  } finally {
    clearTimeout(timer);
  }
}

/** Electron's own installer (it checks the SHA-256 that its package carries). Null when done, else why not. */
export async function installOfficial() {
  const mirrorEnv = { ELECTRON_MIRROR: mirror() };
  const failure = await watchGrowth(`downloading Electron ${officialVersion()}`, [officialFolder()], (env, signal) =>
    tool('electron/install.js', [], { env: { ...process.env, ...mirrorEnv, ...env, ELECTRON_GET_NO_PROGRESS: '1' }, signal }),
  );
  return failure ?? (hasOfficial() ? null : 'its installer left no runtime');
}

const fileName = () => `electron-v${officialVersion()}-${process.platform}-${process.arch}.zip`;

/** Where electron's installer looks too; a mirror may stand in an .npmrc, as is usual in China. */
export function mirror() {
  const { env } = process;
  const set = env.npm_config_electron_mirror || env.NPM_CONFIG_ELECTRON_MIRROR || env.ELECTRON_MIRROR;
  if (set) return set;
  const { ok, out } = askNpm(['config', 'get', 'electron_mirror']);
  return ok && out.startsWith('http') ? out : 'https://github.com/electron/electron/releases/download/';
}

/** A file that an earlier download left in @electron/get's cache needs no network. */
function isCached() {
  const caches = { win32: process.env.LOCALAPPDATA ?? '', darwin: join(homedir(), 'Library', 'Caches') };
  const base = caches[process.platform] ?? (process.env.XDG_CACHE_HOME || join(homedir(), '.cache'));
  const folder = process.env.electron_config_cache || join(base, 'electron', process.platform === 'win32' ? 'Cache' : '');
  return existsSync(folder) && readdirSync(folder).some((hash) => existsSync(join(folder, hash, fileName())));
}
