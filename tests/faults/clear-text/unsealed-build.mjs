// Makes a copy of the built program whose row cipher does nothing: the control of the clear-text search. Only the
// cipher is replaced, so the search is proved able to find what a broken seal would leave. Usage: node … <folder>
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { bundles } from '../../../build/vite/bundles.mjs';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: unsealed-build.mjs <folder>');
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const noCipher = join(folder, 'no-cipher.mjs');
mkdirSync(folder, { recursive: true });
cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'unsealed-control', main: 'dist/electron/main.cjs' }));
writeFileSync(
  noCipher,
  'export const xchacha20poly1305 = () => ({ encrypt: (plain) => Uint8Array.from(plain), decrypt: (sealed) => Uint8Array.from(sealed) });\n',
);
for (const { name, config } of bundles(false)) {
  const out = { 'main process': 'electron', 'storage host': 'storage' }[name];
  if (!out) continue;
  const alias = [{ find: '@noble/ciphers/chacha.js', replacement: noCipher }];
  await build({
    ...config,
    resolve: { ...config.resolve, alias },
    build: { ...config.build, outDir: join(folder, 'dist', out), emptyOutDir: false },
  });
}
