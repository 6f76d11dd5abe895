import { builtinModules } from 'node:module';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { ROOT } from '../setup/run.mjs';

/** Electron 33 is the oldest runtime that the program runs on: Chromium 130, Node 20. */
const CHROME = 'chrome130';
const dist = (...parts) => join(ROOT, 'dist', ...parts);

/**
 * Every bundle of the program, in the order in which they are made. `release`: no source maps. The rest is the same in
 * both, so that tests and the bench meet what a hall will run.
 */
export const bundles = (release) => [
  { name: 'main process', config: mainProcess('main.ts', 'main.cjs', release) },
  { name: 'reader of old ledgers', config: mainProcess('ledger/worker/main.ts', 'ledger-worker.cjs', release) },
  { name: 'reader of policies', config: mainProcess('policies/worker/main.ts', 'policy-worker.cjs', release) },
  { name: 'preload of the screens', config: preload('electron/preload.ts', 'preload.cjs', release) },
  { name: 'preload of the storage host', config: preload('electron/storage/preload.ts', 'storage-preload.cjs', release) },
  { name: 'storage host', config: page('electron/storage/host', 'storage', [], release) },
  { name: 'hall screen', config: page('renderer/hall-screen', 'hall', [react()], release) },
  { name: 'screens', config: page('renderer', 'renderer', [react()], release) },
];

const COMMON = { configFile: false, root: ROOT, publicDir: false, logLevel: 'warn', mode: 'production' };

/**
 * One CommonJS file with everything in it but Electron, Node's own modules and pdf-to-printer, which starts a program
 * that lies beside its code. So a release carries one package of node_modules, not hundreds.
 */
function mainProcess(entry, fileName, release) {
  const builtin = new Set([...builtinModules, ...builtinModules.map((m) => `node:${m}`)]);
  const external = (id) => id === 'electron' || id.startsWith('electron/') || id === 'pdf-to-printer' || builtin.has(id);
  return {
    ...COMMON,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(ROOT, 'electron', ...entry.split('/')),
      target: 'node20',
      outDir: dist('electron'),
      emptyOutDir: fileName === 'main.cjs',
      sourcemap: !release,
      minify: false, // a stack trace in a log must name our functions
      rolldownOptions: { external, output: { format: 'cjs', entryFileNames: fileName, codeSplitting: false } },
    },
  };
}

/** A sandboxed preload may require nothing but Electron, and is one file. */
function preload(entry, fileName, release) {
  return {
    ...COMMON,
    build: {
      target: CHROME,
      outDir: dist('electron'),
      emptyOutDir: false,
      sourcemap: release ? false : 'inline',
      minify: false,
      lib: { entry: join(ROOT, entry), formats: ['cjs'], fileName: () => fileName },
      rolldownOptions: { external: ['electron'], output: { codeSplitting: false } },
    },
  };
}

/** A page served from app://: relative addresses, and nothing inline, since its Content-Security-Policy allows none. */
function page(folder, out, plugins, release) {
  return {
    ...COMMON,
    root: join(ROOT, folder),
    base: './',
    plugins,
    build: {
      target: CHROME,
      outDir: dist(out),
      emptyOutDir: true,
      sourcemap: !release,
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000, // read from the disk, not from a network
      reportCompressedSize: false,
    },
  };
}
