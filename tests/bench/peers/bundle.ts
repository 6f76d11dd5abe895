import { writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';

export type PageName = 'dexie' | 'rxdb' | 'pouchdb';

/** Makes dist/NAME.html and dist/NAME.js, minified as a product would be. `nats` stays outside: it needs Node's sockets. */
export async function bundlePage(name: PageName): Promise<void> {
  const outDir = join(__dirname, 'dist');
  const builtin = new Set([...builtinModules, ...builtinModules.map((m) => `node:${m}`)]);
  const node = name === 'rxdb';
  await build({
    configFile: false,
    root: __dirname,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"', ...(node ? {} : { global: 'globalThis' }) },
    build: {
      target: 'chrome130',
      outDir,
      emptyOutDir: false,
      lib: { entry: join(__dirname, 'page', `${name}.js`), formats: [node ? 'cjs' : 'iife'], name: 'page', fileName: () => `${name}.js` },
      rolldownOptions: { external: (id) => node && (id === 'nats' || builtin.has(id)), output: { codeSplitting: false } },
    },
  });
  writeFileSync(
    join(outDir, `${name}.html`),
    `<!doctype html><meta charset="utf-8"><title>${name}</title><script src="${name}.js"></script>\n`,
  );
}
