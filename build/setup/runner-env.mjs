import { electronArgs } from './electron-args.mjs';

/** What a test runner hands to the programs it starts (tests/e2e/program.ts reads it). */
export function runnerEnv(runtime, display, underXvfb) {
  const env = {
    ...process.env,
    ...display,
    ELECTRON_OVERRIDE_DIST_PATH: runtime,
    TEST_ELECTRON_ARGS: electronArgs({ runtime, underXvfb }).join(' '),
  };
  delete env.ELECTRON_RUN_AS_NODE;
  delete env.RECEPTION_PROFILE;
  delete env.RECEPTION_SEED;
  delete env.RECEPTION_CLOCK;
  return env;
}
