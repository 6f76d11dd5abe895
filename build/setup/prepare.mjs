import { installPackages } from './install-packages.mjs';
import { checkNode } from './node-version.mjs';
import { ROOT, run } from './run.mjs';
import { SetupError, step } from './say.mjs';
import { systemPackages } from './system-packages.mjs';

/**
 * From a fresh clone to a built program and a runtime for it; what is there already is left alone.
 * Answers the runtime's folder.
 */
export async function prepare({ tests }) {
  checkNode();
  await systemPackages({ tests });
  await installPackages();
  // Only now: it packs its launcher with a library that installPackages brought.
  const { electronRuntime } = await import('./electron-runtime.mjs');
  const runtime = await electronRuntime();
  await step('building', async () => {
    if ((await run(process.execPath, ['build/bundle.mjs'], { cwd: ROOT })) !== 0) throw new SetupError('the build failed (see above).');
  });
  return runtime;
}
