// `npm run faults:sync`: three desks and a real nats-server, each fault of tests/faults/sync until it has struck a hundred times. Desks
// are the storage host and the sync service in Node, without windows, so that a kill costs milliseconds. SYNC_FAULT_ROUNDS for
// another number, SYNC_SEED for the seed that an earlier run printed.
import { ensureNatsServer } from './setup/nats-server.mjs';
import { tool } from './setup/run.mjs';

process.env.SYNC_FAULT_ROUNDS ??= '100';
await ensureNatsServer();
process.exitCode = await tool('vitest/vitest.mjs', ['run', 'tests/faults/sync', ...process.argv.slice(2)]);
