// `npm run setup`: everything up to the point where the program could be started.
import { prepare } from './prepare.mjs';
import { fail, say } from './say.mjs';

try {
  await prepare({ tests: process.argv.includes('--tests') });
  say('ready: npm run start, npm run test');
} catch (error) {
  fail(error);
}
