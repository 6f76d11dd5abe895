// `npm run test:package`: packs the test flavour, starts its unpacked folder, installs its deb in a clean Debian 12 and removes it
// again, and checks the Windows installer's script. Debian or Ubuntu, as root.
// Its first argument is the bundler's.

import { fail } from '../setup/say.mjs';
import { ensurePackages } from '../setup/system-packages.mjs';

try {
  await ensurePackages(['debootstrap', 'nsis']);
  await import('../bundle.mjs');
  process.argv.splice(2, 1, '@playwright/test/cli.js', 'test', '-c', 'tests/package/playwright.config.ts');
  if (!process.exitCode) await import('../with-runtime.mjs');
} catch (error) {
  fail(error);
}
