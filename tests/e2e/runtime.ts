import { existsSync } from 'node:fs';
import { join } from 'node:path';

const OFFICIAL = join(__dirname, '..', '..', 'node_modules', 'electron', 'dist');
const BINARIES: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

/**
 * The runtime that the set-up found. Nothing is downloaded from here: `require('electron')` would do so in the middle
 * of a test, and hang on a network that drops packets.
 */
export function runtimeBinary(): string {
  const binary = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? OFFICIAL, BINARIES[process.platform] ?? 'electron');
  if (!existsSync(binary)) throw new Error('There is no Electron runtime: start the tests with `npm run test:e2e` or `npm run test`.');
  return binary;
}
