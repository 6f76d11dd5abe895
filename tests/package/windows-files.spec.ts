import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openFolder } from './flavour';

/** Enough of a runtime for electron-builder to lay its files around: a name, and the bytes that hold the fuses, all as a new Electron has them. */
const PLACE = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 8]), Buffer.from('10110001')]);

test('what a Windows package holds, as electron-builder lays it out', async () => {
  const runtime = openFolder('windows-runtime');
  const output = openFolder('windows');
  mkdirSync(join(runtime, 'locales'));
  mkdirSync(join(runtime, 'resources'));
  writeFileSync(join(runtime, 'locales', 'zh-CN.pak'), '');
  writeFileSync(join(runtime, 'electron.exe'), PLACE);
  const { packWith } = await import('../../build/package/builder.mjs');
  // The program's own resources are edited and its archive's hash is written into it by a real Windows runtime only.
  const settings = { 'directories.output': output, 'win.signAndEditExecutable': false, disableAsarIntegrity: true };
  await packWith({ runtime, version: '45.4.1', targets: ['--win', 'dir', '--x64'], settings });

  const folder = join(output, 'win-unpacked');
  const { readPackage } = await import('../../build/package/read-package.mjs');
  const { checkFuses } = await import('../../build/package/check-release.mjs');
  const made = await readPackage(folder);
  expect(checkFuses(made), 'electron-builder sets the fuses of electron-builder.yml').toEqual([]);
  expect(readdirSync(folder)).toContain('jiefangtai.exe');
  expect(made.resources.sort()).toEqual(['app.asar', 'app.asar.unpacked']);
  const beside = join(folder, 'resources', 'app.asar.unpacked', 'node_modules', 'pdf-to-printer', 'dist');
  expect(
    readdirSync(beside).filter((name) => /^SumatraPDF.*\.exe$/.test(name)),
    'the program that prints lies outside the archive',
  ).toHaveLength(1);
  const others = made.files.filter((file) => !/^\/(package\.json|dist(\/.*)?|node_modules(\/pdf-to-printer(\/.*)?)?)$/.test(file));
  expect(others, 'the bundles and the one package that prints').toEqual([]);
});
