import { join } from 'node:path';
import log from 'electron-log/node';

/**
 * The program's own log: phases, times, codes. Never a value from a form, never a name:
 * what is logged is written by us, word by word, so nothing of a visitor can slip in.
 */
export function startLog(dir: string): void {
  log.transports.file.resolvePathFn = () => join(dir, 'main.log');
  log.transports.file.maxSize = 2 * 1024 * 1024;
  log.transports.file.level = 'info';
  log.transports.console.level = process.env.RECEPTION_VERBOSE ? 'debug' : 'warn';
  log.transports.console.format = '{h}:{i}:{s}.{ms} {text}';
}

export { log };

/** An error's own words for the log, without the message's arguments where it is ours. */
export const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
