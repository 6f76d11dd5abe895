import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

function* entries(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    yield { path, entry };
    if (entry.isDirectory()) yield* entries(path);
  }
}

/** Readable for everybody whatever the umask of the one who builds; who may run a file stays as it was. */
export function tidyModes(tree) {
  chmodSync(tree, 0o755);
  for (const { path, entry } of entries(tree)) {
    if (entry.isDirectory()) chmodSync(path, 0o755);
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** For `dpkg --verify`. */
export function md5sums(tree) {
  const lines = [];
  for (const { path, entry } of entries(tree))
    if (entry.isFile()) lines.push(`${createHash('md5').update(readFileSync(path)).digest('hex')}  ${relative(tree, path)}\n`);
  return lines.sort().join('');
}

/** Disk use as dpkg counts it: each file rounded up to a kilobyte. */
export function kilobytes(tree) {
  let sum = 0;
  for (const { path, entry } of entries(tree)) sum += entry.isFile() ? Math.ceil(lstatSync(path).size / 1024) : 1;
  return sum;
}
