import { defineConfig } from '@playwright/test';

/** Started by run.mjs. It measures and never judges: no time is asserted. */
export default defineConfig({
  testDir: '.',
  testMatch: 'peers.spec.ts',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 0,
  outputDir: '../../../test-results/bench-peers',
  reporter: [['line']],
});
