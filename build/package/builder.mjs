import { join } from 'node:path';
import { ROOT, tool } from '../setup/run.mjs';
import { SetupError } from '../setup/say.mjs';

/**
 * Runs electron-builder over electron-builder.yml. `runtime`: an unpacked runtime's folder or an official zip; nothing is
 * downloaded for it. `targets`: its own words, for example ['--linux', 'deb', '--x64']. `settings`: what this build has of its own.
 */
export async function packWith({ runtime, version, targets, settings = {} }) {
  const all = { electronDist: runtime, electronVersion: version, ...(targets[0] === '--linux' ? LINUX : {}), ...settings };
  const options = Object.entries(all).map(([name, value]) => `-c.${name}=${value}`);
  const env = { ...process.env, CUSTOM_FPM_PATH: join(ROOT, 'build', 'package', 'fpm.mjs') };
  // They would replace the runtime or the number of the version.
  for (const name of ['ELECTRON_OVERRIDE_DIST_PATH', 'BUILD_NUMBER', 'ELECTRON_RUN_AS_NODE']) delete env[name];
  const code = await tool('electron-builder/cli.js', [...targets, '--publish', 'never', ...options], { env });
  if (code !== 0) throw new SetupError('electron-builder failed (see above).');
}

/** The folder below /opt; the name that people read stands in the desktop entry. */
const LINUX = { productName: 'jiefangtai' };
