// `npm run faults`: all of tests/faults, with the program killed a thousand times while it registers visitors and fifty times
// while it records, fifty times in the middle of an incident, a talk of twenty minutes, and 200 alarms beside first syncs of 100,000
// changes. FAULT_ROUNDS, RECORDING_ROUNDS, INCIDENT_ROUNDS, TALK_MINUTES, SYNC_ALARMS and SYNC_VISITS for others.
process.env.FAULT_ROUNDS ??= '1000';
process.env.RECORDING_ROUNDS ??= '50';
process.env.INCIDENT_ROUNDS ??= '50';
process.env.TALK_MINUTES ??= '20';
process.env.SYNC_ALARMS ??= '200';
process.env.SYNC_VISITS ??= '25700';
process.argv.push('@playwright/test/cli.js', 'test', '--project=faults');
await import('./with-runtime.mjs');
