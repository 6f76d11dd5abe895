// `npm run faults`: the program killed a thousand times while it registers visitors. FAULT_ROUNDS for another count.
process.env.FAULT_ROUNDS ??= '1000';
process.argv.push('@playwright/test/cli.js', 'test', '--project=faults', 'tests/faults/kill.spec.ts');
await import('./with-runtime.mjs');
