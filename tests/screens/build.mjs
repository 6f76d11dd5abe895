import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const HERE = dirname(fileURLToPath(import.meta.url));

/** The screens with the bridge of this folder, as one page. `node tests/screens/build.mjs <folder>` */
await build({
  configFile: false,
  root: HERE,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [react()],
  build: {
    target: 'chrome130',
    outDir: process.argv[2] ?? join(HERE, '..', '..', 'dist', 'screens-view'),
    emptyOutDir: true,
    minify: false,
    modulePreload: { polyfill: false },
  },
});
