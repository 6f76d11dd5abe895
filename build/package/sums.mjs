import { readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { sha256 } from './sha256.mjs';

export const SUMS = 'SHA256SUMS';

/** Writes SHA256SUMS over everything in a folder, for `sha256sum -c` and for certutil on Windows. */
export async function writeSums(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== SUMS)
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
  let lines = '';
  for (const file of files) lines += `${await sha256(join(folder, file))}  ${file.split(sep).join('/')}\n`;
  writeFileSync(join(folder, SUMS), lines);
}
