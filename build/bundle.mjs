// Makes dist/: the main process, its two preloads, the storage host's page and the screens. `--release`: for a package.
// One after the other: two at once save little on a small machine and need twice the memory.
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ShippedPackages } from './notices/shipped-packages.mjs';
import { writeNotices } from './notices/write-notices.mjs';
import { ROOT } from './setup/run.mjs';
import { fail, SetupError, say, step } from './setup/say.mjs';
import { bundles } from './vite/bundles.mjs';

try {
  const release = process.argv.includes('--release');
  // A development build of React is slower, and is not what a hall will run: it is never bundled.
  process.env.NODE_ENV = 'production';
  const shipped = new ShippedPackages();
  for (const { name, config } of bundles(release))
    await step(`bundle: ${name}`, () => build({ ...config, plugins: [...(config.plugins ?? []), shipped.plugin(name)] }));
  writeNotices(shipped);
  putUpdateKey(release);
  checkPreload('preload.cjs');
  checkPreload('storage-preload.cjs');
  checkPage('storage');
  checkPage('hall');
  checkPage('renderer');
} catch (error) {
  fail(error);
}

/** The vendor's public key goes into the program (docs/updates.md); without it every update is refused. */
function putUpdateKey(release) {
  const key = join(ROOT, 'build', 'update', 'vendor.pub');
  if (existsSync(key)) copyFileSync(key, join(ROOT, 'dist', 'update-key.pub'));
  else if (release) say('build/update/vendor.pub is not there: this release will take no updates (docs/updates.md).');
}

/** Inside the sandbox a wrong `require` fails at run time, on the first start; here it fails at once. */
function checkPreload(file) {
  const code = readFileSync(join(ROOT, 'dist', 'electron', file), 'utf8');
  const wrong = [...code.matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g)].map((m) => m[1]).filter((name) => name !== 'electron');
  if (wrong.length > 0) throw new SetupError(`${file} needs ${wrong.join(', ')}: a sandboxed preload can load nothing but electron.`);
}

function checkPage(folder) {
  const html = readFileSync(join(ROOT, 'dist', folder, 'index.html'), 'utf8');
  if (/<script(?![^>]*\bsrc=)[^>]*>|<style|\son\w+=/i.test(html))
    throw new SetupError(`${folder}/index.html holds an inline script or style: its policy forbids them.`);
}
