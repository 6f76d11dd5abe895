// The README's second command: installs, builds and passes all tests. The last line is the sum of all runners.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withDisplay } from './setup/display.mjs';
import { prepare } from './setup/prepare.mjs';
import { withPrintScheduler } from './setup/print-scheduler.mjs';
import { ROOT, tool } from './setup/run.mjs';
import { runnerEnv } from './setup/runner-env.mjs';
import { fail, say, step } from './setup/say.mjs';
import { addChecks, addPlaywright, addVitest, emptySum, sumLine } from './setup/test-sum.mjs';

const RESULTS = join(ROOT, 'test-results');
const CHECKS = [
  ['lint and import arrows', '@biomejs/biome/bin/biome', ['check', '.']],
  ['types', 'typescript/bin/tsc', ['-p', 'tsconfig.json']],
  ['types against Electron 33', 'typescript/bin/tsc', ['-p', 'electron/tsconfig.electron33.json']],
];

const sum = emptySum();
try {
  const runtime = await prepare({ tests: true });
  // Results of an earlier run must not be taken for this one's.
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  for (const [name, file, args] of CHECKS) addChecks(sum, name, await step(name, () => tool(file, args)));
  await withPrintScheduler(() =>
    withDisplay(async (display, underXvfb) => {
      const options = { env: runnerEnv(runtime, display, underXvfb) };
      const vitest = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(RESULTS, 'vitest.json')}`];
      addVitest(sum, await step('unit tests', () => tool('vitest/vitest.mjs', vitest, options)), join(RESULTS, 'vitest.json'));
      const code = await step('tests of the running program', () => tool('@playwright/test/cli.js', ['test'], options));
      addPlaywright(sum, code, join(RESULTS, 'playwright.json'));
    }),
  );
} catch (error) {
  fail(error);
  sum.failed += 1;
}
for (const failure of sum.failures) say(`failed: ${failure}`);
if (sum.passed + sum.failed === 0) say('no test ran: that is a failure');
console.log(sumLine(sum));
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
