import { defineConfig } from '@playwright/test';

/** `npm run bench`, `npm run bench:sync` and `npm run bench:package`: one run, one table. It measures and never judges: no time is asserted. */
export default defineConfig({
  testDir: '.',
  testMatch: ['bench.spec.ts', 'sync-bench.spec.ts', 'package-bench.spec.ts'],
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 0,
  outputDir: '../../test-results/bench',
  reporter: [['line']],
});
