import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { npm, ROOT } from './run.mjs';
import { SetupError, step, withHeartbeat } from './say.mjs';

/**
 * `npm ci`, when node_modules is missing or older than the lockfile. npm writes node_modules/.package-lock.json as
 * its last act, so an interrupted installation is repeated. No package script runs (.npmrc: ignore-scripts):
 * nothing here downloads a binary, so a machine that reaches only a package registry gets through. npm's warnings are
 * left out: on Node 20 it warns that Electron's download tools ask for 22, which they do not need.
 */
export async function installPackages() {
  if (isCurrent(ROOT)) return;
  await step('installing npm packages', async () => {
    const install = () => npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']);
    const code = await withHeartbeat(install, () => `, ${unpacked(join(ROOT, 'node_modules'))} packages unpacked`);
    if (code !== 0)
      throw new SetupError('npm ci failed (see above). Is a package registry reachable? `npm config get registry` says which.');
  });
}

export function isCurrent(root) {
  const lock = join(root, 'package-lock.json');
  const done = join(root, 'node_modules', '.package-lock.json');
  return existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs;
}

/** npm makes all folders first and fills them as the packages arrive. */
function unpacked(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'package.json'))).length;
}
