import { existsSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from './say.mjs';

const STALL_MS = 60_000;
const TOTAL_MS = 20 * 60_000;
const LOOK_MS = 2000;

/**
 * Runs a download that shows nothing itself, and shows what has arrived by looking at the folders it writes to: a
 * temporary folder of its own (given as TMPDIR, TEMP and TMP) and `folders`. Stopped when nothing grew for a minute.
 * `work(env, signal)` answers an exit code. Null when it succeeded, else why not.
 */
export async function watchGrowth(name, folders, work) {
  const temporary = mkdtempSync(join(tmpdir(), 'jiefangtai-download-'));
  const stop = new AbortController();
  const start = Date.now();
  let reason = '';
  let seen = 0;
  let grewAt = start;
  const look = () => {
    const size = [temporary, ...folders].reduce((sum, folder) => sum + sizeOf(folder), 0);
    if (size !== seen) {
      say(`${name}: ${(size / 1e6).toFixed(0)} MB`);
      grewAt = Date.now();
    }
    seen = size;
    if (Date.now() - grewAt > STALL_MS) reason = `nothing arrived for ${STALL_MS / 1000} s`;
    if (Date.now() - start > TOTAL_MS) reason = `not done after ${TOTAL_MS / 60_000} minutes`;
    if (reason) stop.abort();
  };
  const timer = setInterval(look, LOOK_MS);
  try {
    const code = await work({ TMPDIR: temporary, TEMP: temporary, TMP: temporary }, stop.signal);
    return code === 0 ? null : reason || `${name} failed`;
  } finally {
    clearInterval(timer);
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Bytes below a folder; files may come and go meanwhile. */
function sizeOf(folder) {
  if (!existsSync(folder)) return 0;
  let sum = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    try {
      sum += entry.isDirectory() ? sizeOf(path) : lstatSync(path).size;
    } catch {
      // gone between the two looks
    }
  }
  return sum;
}
