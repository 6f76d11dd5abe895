import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';

/** Readable by its owner only, also while it is written; whole or not there. */
export function writePrivate(path, text) {
  const part = `${path}.part`;
  writeFileSync(part, text, { mode: 0o600 });
  // The mode of a file that was there already, and the umask, do not count.
  chmodSync(part, 0o600);
  renameSync(part, path);
}

export function makePrivateFolder(path) {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
}
