import { open } from 'node:fs/promises';
import { join } from 'node:path';

const BYTES = 256 * 1024;

/** The last lines of the log, oldest first; none where there is no log. */
export async function logTail(logsDir: string, lines: number): Promise<string[]> {
  const file = await open(join(logsDir, 'main.log'), 'r').catch(() => null);
  if (!file) return [];
  try {
    const { size } = await file.stat();
    const bytes = Buffer.alloc(Math.min(size, BYTES));
    await file.read(bytes, 0, bytes.length, size - bytes.length);
    const all = bytes.toString('utf8').split('\n').filter(Boolean);
    // The first is half a line when the log is longer than what was read.
    return (size > BYTES ? all.slice(1) : all).slice(-lines);
  } finally {
    await file.close();
  }
}
