// `node build/with-runtime.mjs [NAME=value …] <file.js> [arguments]`: runs a command line tool of node_modules, or a script
// of ours, with the display and the Electron runtime that the tests use. For one e2e test, the faults, the bench.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { withDisplay } from './setup/display.mjs';
import { electronRuntime } from './setup/electron-runtime.mjs';
import { ROOT, run, tool } from './setup/run.mjs';
import { runnerEnv } from './setup/runner-env.mjs';
import { fail } from './setup/say.mjs';

try {
  const given = process.argv.slice(2);
  // As in a shell, but on Windows too.
  while (/^[A-Z_]+=/.test(given[0] ?? '')) {
    const [name, ...value] = given.shift().split('=');
    process.env[name] = value.join('=');
  }
  const [file = '', ...args] = given;
  const runtime = await electronRuntime();
  process.exitCode = await withDisplay((display, underXvfb) => {
    const options = { env: runnerEnv(runtime, display, underXvfb) };
    const own = resolve(ROOT, file);
    return existsSync(own) ? run(process.execPath, [own, ...args], options) : tool(file, args, options);
  });
} catch (error) {
  fail(error);
}
