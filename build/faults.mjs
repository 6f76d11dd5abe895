// `npm run faults`: all of tests/faults, with the program killed a thousand times while it registers visitors. FAULT_ROUNDS for
// another count.
process.env.FAULT_ROUNDS ??= '1000';
process.argv.push('@playwright/test/cli.js', 'test', '--project=faults');
await import('./with-runtime.mjs');
