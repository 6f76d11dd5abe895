import { spawn } from 'node:child_process';
import { SetupError, say } from './say.mjs';

export const hasDisplay = (env = process.env) => process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

/**
 * Runs `work({DISPLAY?}, underXvfb)` on the display that is there, else on an Xvfb of its own. `-displayfd` makes Xvfb
 * choose a free number and write it when it is ready: no guessing, no waiting by the clock.
 * 1366x768 is the smallest screen that the program is made for.
 */
export async function withDisplay(work) {
  if (hasDisplay()) return work({}, false);
  const { child, display } = await startXvfb();
  const stop = () => child.kill('SIGTERM');
  process.on('exit', stop);
  say(`no display here: Xvfb started on ${display}`);
  try {
    return await work({ DISPLAY: display }, true);
  } finally {
    process.off('exit', stop);
    const ended = new Promise((resolve) => child.once('close', resolve));
    if (child.exitCode === null && stop()) await ended;
  }
}

function startXvfb() {
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', '1366x768x24', '-nolisten', 'tcp'];
    // A group of its own: Ctrl+C must reach the program first, its screen must outlive it.
    const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true });
    let errors = '';
    child.stderr.on('data', (data) => {
      errors = (errors + data).slice(-2000);
    });
    child.on('error', () => reject(new SetupError('Xvfb is not installed, and there is no display (DISPLAY is not set).')));
    child.on('close', () => reject(new SetupError(`Xvfb ended at once. ${errors}`)));
    let number = '';
    child.stdio[3].on('data', (data) => {
      number += data;
      if (number.endsWith('\n')) resolve({ child, display: `:${number.trim()}` });
    });
  });
}
