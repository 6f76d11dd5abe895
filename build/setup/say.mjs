/** What the set-up commands tell the person who waits. One place, so that every line looks alike. */
export const say = (text) => console.log(`[jiefangtai] ${text}`);

/** An expected failure: shown as a sentence, without a stack. */
export class SetupError extends Error {}

/** Ends a command with a readable last word instead of an unhandled rejection. A bundler's errors point at our code, not at its own. */
export function fail(error) {
  const expected = error instanceof SetupError || Array.isArray(error?.errors);
  console.error(expected ? `\n[jiefangtai] ${error.message}\n` : error);
  process.exitCode = 1;
}

/** Runs `work` and prints what it took. */
export async function step(name, work) {
  const start = Date.now();
  say(`${name} …`);
  const result = await work();
  say(`${name}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

const HEARTBEAT_MS = 5000;

/** For work that shows nothing itself: every five seconds, that it goes on and (from `facts`) how far it is. */
export async function withHeartbeat(work, facts = () => '') {
  const start = Date.now();
  const timer = setInterval(() => say(`  still at it: ${Math.round((Date.now() - start) / 1000)} s${facts()}`), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
