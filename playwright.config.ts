import { defineConfig } from '@playwright/test';

/** The real Electron program, one at a time: every test starts its own on its own profile (tests/e2e/program.ts). */
export default defineConfig({
  testMatch: '**/*.spec.ts',
  projects: [
    { name: 'e2e', testDir: 'tests/e2e' },
    { name: 'faults', testDir: 'tests/faults' },
    // The program out of its package; the deb in a clean system has a command of its own (`npm run test:package`).
    ...(process.platform === 'linux' ? [{ name: 'package', testDir: 'tests/package', testMatch: 'unpacked.spec.ts' }] : []),
    // The storage host's page alone, in the system's Chromium.
    { name: 'chromium', testDir: 'tests/storage/chromium' },
  ],
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results/playwright',
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: { trace: 'off' },
});
