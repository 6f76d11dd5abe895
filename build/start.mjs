// The README's first command: installs, builds and opens the program on a new profile. Needs Node.js and nothing else.
// Other arguments are handed to Electron (for example --remote-debugging-port=9222).
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDisplay } from './setup/display.mjs';
import { electronArgs } from './setup/electron-args.mjs';
import { prepare } from './setup/prepare.mjs';
import { ROOT, run } from './setup/run.mjs';
import { fail, say } from './setup/say.mjs';

try {
  const args = process.argv.slice(2);
  const runtime = await prepare({ tests: false });
  const { binaryOf } = await import('./setup/electron-runtime.mjs');
  const given = args.find((a) => a.startsWith('--profile='))?.slice('--profile='.length) || process.env.RECEPTION_PROFILE;
  const profile = given || mkdtempSync(join(tmpdir(), 'jiefangtai-profile-'));
  const seed = args.includes('--demo') ? 'demo' : process.env.RECEPTION_SEED;
  const rest = args.filter((a) => a !== '--demo' && !a.startsWith('--profile='));
  const env = {
    ...process.env,
    ELECTRON_OVERRIDE_DIST_PATH: runtime,
    RECEPTION_PROFILE: profile,
    ...(seed ? { RECEPTION_SEED: seed } : {}),
  };
  delete env.ELECTRON_RUN_AS_NODE; // set in the terminals of some editors, and turns Electron into plain Node

  say(`profile: ${profile}${given ? '' : ' (new; RECEPTION_PROFILE or --profile=DIR opens it again)'}`);
  process.exitCode = await withDisplay(async (display, underXvfb) => {
    const switches = electronArgs({ runtime, underXvfb });
    if (switches.includes('--no-sandbox'))
      say('Chromium’s sandbox is off: it cannot work for this user on this machine (development only)');
    say('the program is open; close its window or press Ctrl+C to end');
    return run(binaryOf(runtime), [...switches, ...rest, ROOT], { env: { ...env, ...display } });
  });
} catch (error) {
  fail(error);
}
