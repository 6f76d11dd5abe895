import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import log from 'electron-log/node';
import { redactLog } from '../shared/rules/redact-log';

/**
 * The program's own log: phases, times, codes. Never a value from a form, never a name:
 * what is logged is written by us, word by word. What slips in all the same, with a sentence of the system, is taken out
 * by its form before it reaches the file (shared/rules/redact-log).
 */
export function startLog(dir: string): void {
  const known = { folders: knownFolders(dirname(dir), homedir()) };
  log.hooks.push((message, _transport, name) =>
    name === 'file'
      ? { ...message, data: message.data.map((part: unknown) => (typeof part === 'string' ? redactLog(part, known) : part)) }
      : message,
  );
  log.transports.file.resolvePathFn = () => join(dir, 'main.log');
  log.transports.file.maxSize = 2 * 1024 * 1024;
  log.transports.file.level = 'info';
  log.transports.console.level = process.env.RECEPTION_VERBOSE ? 'debug' : 'warn';
  log.transports.console.format = '{h}:{i}:{s}.{ms} {text}';
}

/** Ours, whose names tell nothing once they are replaced; the longest first, for one may lie in another. */
export const knownFolders = (profileDir: string, home: string): [string, string][] =>
  [
    [dirname(__dirname), '<program>'] as [string, string],
    [profileDir, '<profile>'] as [string, string],
    [home, '<home>'] as [string, string],
  ].sort(([a], [b]) => b.length - a.length);

export { log };

/** An error's own words for the log, without the message's arguments where it is ours. */
export const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
