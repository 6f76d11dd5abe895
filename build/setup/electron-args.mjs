import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Chromium switches that the surroundings ask for, in development and tests only; a release never gets them from here.
 * Root: Chromium refuses to start with its sandbox. Xvfb: there is no GPU to ask.
 */
export function electronArgs({ runtime, underXvfb }) {
  const args = [];
  if (process.platform === 'linux' && (process.getuid?.() === 0 || !canSandbox(runtime))) args.push('--no-sandbox');
  if (underXvfb) args.push('--disable-gpu');
  return args;
}

/** An npm installation cannot set chrome-sandbox setuid root, and Ubuntu 24.04 forbids the other way, user namespaces. */
function canSandbox(runtime) {
  const helper = join(runtime, 'chrome-sandbox');
  if (existsSync(helper)) {
    const { uid, mode } = statSync(helper);
    if (uid === 0 && (mode & 0o4755) === 0o4755) return true;
  }
  return setting('kernel/unprivileged_userns_clone') !== '0' && setting('kernel/apparmor_restrict_unprivileged_userns') !== '1';
}

function setting(name) {
  try {
    return readFileSync(`/proc/sys/${name}`, 'utf8').trim();
  } catch {
    return '';
  }
}
