import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { runtimeBinary } from './runtime';

type Options = NonNullable<Parameters<typeof _electron.launch>[0]>;

/** Which runtime's own start is known to crash. */
const FALLBACK = '33.4.11';

/**
 * Starts the runtime with the program. The fallback runtime was seen to crash twice, once in thousands of starts, on a busy machine,
 * in its own event loop (`uv_async_send` with a loop that is not there yet: segfault at 0x200), before it hands over to the
 * program. What crashed there was never our program: it had not written the first line of its log, which is the first
 * thing that it does when the runtime is ready. Such a start is said and made anew, once. A crash of any other kind, of
 * another runtime, or after that line is the test's own failure.
 */
export async function startRuntime(profile: string, options: Options): Promise<ElectronApplication> {
  const executablePath = runtimeBinary();
  const before = logged(profile);
  try {
    return await _electron.launch({ ...options, executablePath });
  } catch (error) {
    const crashed = error instanceof Error && error.message.includes('signal=SIGSEGV');
    if (!crashed || versionOf(executablePath) !== FALLBACK || logged(profile) !== before) throw error;
    console.log(`the fallback runtime ${FALLBACK} crashed before the program began (SIGSEGV in its own start); started anew`);
    return await _electron.launch({ ...options, executablePath });
  }
}

function logged(profile: string): number {
  const log = join(profile, 'logs', 'main.log');
  return existsSync(log) ? statSync(log).size : 0;
}

function versionOf(binary: string): string {
  const file = join(dirname(binary), 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : '';
}
