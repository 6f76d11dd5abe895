import { defineConfig } from 'vitest/config';

/** `*.test.ts` runs here, in plain Node; `*.spec.ts` drives the running program and belongs to Playwright. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    allowOnly: false,
    testTimeout: 20_000,
  },
});
