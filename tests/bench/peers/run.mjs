// `node build/with-runtime.mjs tests/bench/peers/run.mjs [--install]`: the peers of the sync bench. They are not installed
// with the program; `--install` does it, into this folder.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm, tool } from '../../../build/setup/run.mjs';
import { fail, step } from '../../../build/setup/say.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));

try {
  if (process.argv.includes('--install')) {
    const code = await step('installing the peers', () => npm(['ci', '--ignore-scripts'], { cwd: HERE }));
    // The rest is measured all the same; the table then says who was not there.
    if (code !== 0) process.env.PEERS_INSTALL_CODE = `${code}`;
  }
  process.exitCode = await tool('@playwright/test/cli.js', ['test', '-c', join(HERE, 'playwright.config.ts')]);
} catch (error) {
  fail(error);
}
