import { spawn, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const WINDOWS = process.platform === 'win32';

/**
 * Runs a command with its output on the screen and answers its exit code (1 when it could not start or was killed).
 * Interrupts are handed on and waited for, so that nothing is left running behind an ended command.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
    const handOn = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, handOn);
    const end = (code) => {
      for (const signal of signals) process.off(signal, handOn);
      resolve(code);
    };
    child.on('error', (error) => {
      // Ended on purpose, by the caller's signal: `close` follows with the code.
      if (error.name === 'AbortError') return;
      console.error(`${command}: ${error.message}`);
      end(1);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/** A short command whose output is wanted; never throws. */
export function ask(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8', ...options });
  return { ok: result.status === 0, out: (result.stdout ?? '').trim() };
}

/** npm is a .cmd file on Windows, which only a shell starts. */
export const npm = (args, options = {}) => run('npm', args, { shell: WINDOWS, ...options });
export const askNpm = (args) => ask('npm', args, { shell: WINDOWS, timeout: 20_000 });

/** A JavaScript command line tool of node_modules, run by this Node: no shell, no .cmd, the same on every system. */
export const tool = (file, args, options = {}) => run(process.execPath, [join(ROOT, 'node_modules', file), ...args], options);
