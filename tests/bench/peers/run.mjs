// `node build/with-runtime.mjs tests/bench/peers/run.mjs [--install]`: the peers of the sync bench. They are not installed
// with the program; `--install` does it, into this folder.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask, npm, tool } from '../../../build/setup/run.mjs';
import { fail, SetupError, step } from '../../../build/setup/say.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));

try {
  if (process.argv.includes('--install')) {
    const code = await step('installing the peers', () => npm(['ci', '--ignore-scripts'], { cwd: HERE }));
    if (code !== 0) throw new SetupError('npm could not install the peers: what it said stands above. They are not measured.');
  }
  if (!existsSync(join(HERE, 'node_modules'))) throw new SetupError('The peers are not installed here: start this with --install.');
  if (!ask('nats-server', ['--version']).ok)
    throw new SetupError('nats-server is not installed. On Debian and Ubuntu: apt-get install nats-server');
  process.exitCode = await tool('@playwright/test/cli.js', ['test', '-c', join(HERE, 'playwright.config.ts')]);
} catch (error) {
  fail(error);
}
