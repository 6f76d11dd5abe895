import { ask, run } from './run.mjs';
import { SetupError, say } from './say.mjs';

const WAIT_MS = 15_000;

/**
 * The tests print to a real CUPS queue, so its scheduler must run. A container or a fresh installation has nobody who
 * starts services: as root it is started here, and stopped again afterwards.
 */
export async function withPrintScheduler(work) {
  if (process.platform !== 'linux' || isRunning()) return work();
  if (process.getuid?.() !== 0)
    throw new SetupError('the print scheduler does not run. Start it, then run this again:\n\n  sudo systemctl start cups');
  say('starting the print scheduler (cupsd) for the tests');
  const done = new AbortController();
  // -f keeps it a child of ours, so that it can be ended by what started it.
  const ended = run('cupsd', ['-f'], { stdio: 'ignore', signal: done.signal, detached: true });
  try {
    await untilRunning();
    return await work();
  } finally {
    done.abort();
    await ended;
  }
}

const isRunning = () => ask('lpstat', ['-r'], { env: { ...process.env, LC_ALL: 'C' } }).out === 'scheduler is running';

async function untilRunning() {
  const end = Date.now() + WAIT_MS;
  while (!isRunning()) {
    if (Date.now() > end) throw new SetupError('cupsd did not start within 15 s; /var/log/cups/error_log says why.');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
