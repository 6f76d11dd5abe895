import { defineConfig } from '@playwright/test';

/** `npm run test:package`: the unpacked folder, and the deb in a clean Debian 12. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 900_000,
  expect: { timeout: 10_000 },
  outputDir: '../../test-results/package',
  reporter: [['list']],
});
