#!/usr/bin/env node
// Stands in for fpm, which electron-builder would fetch from GitHub (CUSTOM_FPM_PATH, build/package/builder.mjs): it takes
// the arguments that electron-builder makes from electron-builder.yml and has dpkg-deb make the package.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { debFields, parseFpm } from './deb-fields.mjs';
import { kilobytes, md5sums, tidyModes } from './deb-tree.mjs';

const asked = parseFpm(process.argv.slice(2));
const work = mkdtempSync(join(tmpdir(), 'jiefangtai-deb-'));
try {
  const tree = join(work, 'tree');
  for (const { from, to } of asked.files) {
    mkdirSync(dirname(join(tree, to)), { recursive: true });
    cpSync(from, join(tree, to), { recursive: true, verbatimSymlinks: true });
  }
  tidyModes(tree);
  const control = join(tree, 'DEBIAN');
  const sums = md5sums(tree);
  const size = kilobytes(tree);
  mkdirSync(control);
  writeFileSync(join(control, 'control'), debFields(asked, size));
  writeFileSync(join(control, 'md5sums'), sums);
  for (const [name, file] of [
    ['postinst', asked.options['after-install']],
    ['postrm', asked.options['after-remove']],
  ]) {
    cpSync(file, join(control, name));
    chmodSync(join(control, name), 0o755);
  }
  chmodSync(control, 0o755);
  const chosen = asked.options['deb-compression'] ?? 'xz';
  const compression = `-Z${chosen === 'gz' ? 'gzip' : chosen}`;
  const args = ['--root-owner-group', compression, '--build', tree, asked.options.package];
  const { status, error } = spawnSync('dpkg-deb', args, { stdio: 'inherit' });
  if (error) console.error(`dpkg-deb: ${error.message}`);
  process.exitCode = status ?? 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
