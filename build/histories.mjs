// `npm run histories [-- N]`: the property tests of desks that work apart and meet again, with N histories over whole halls (10,000
// when not told, some two hours) and more of single rows. SYNC_SEED for the seed that an earlier run printed.
import { tool } from './setup/run.mjs';

const [n = '10000', ...rest] = process.argv.slice(2);
process.env.HALL_HISTORIES ??= n;
process.env.SYNC_HISTORIES ??= `${Number(n) * 2}`;
process.exitCode = await tool('vitest/vitest.mjs', ['run', 'many-desks', 'converge', 'urgent', '--testTimeout=36000000', ...rest]);
