import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/run.mjs';
import { EMBEDDED } from './embedded.mjs';

/** Not bundled, but shipped: it starts a program that lies beside its code (build/vite/bundles.mjs). */
const BESIDE = ['pdf-to-printer'];
const LICENCE_FILE = /^(licen[cs]e|copying|notice)(\b|[-_.])/i;

/**
 * Notes, as the bundler puts a bundle together, which packages really are in it: what the lockfile holds besides never leaves this
 * machine.
 */
export class ShippedPackages {
  /** Folder of the package → names of the bundles that hold some of it. */
  folders = new Map();

  plugin(bundle) {
    return {
      name: 'shipped-packages',
      generateBundle: (_options, chunks) => {
        for (const chunk of Object.values(chunks))
          for (const id of chunk.type === 'chunk' ? chunk.moduleIds : chunk.originalFileNames) this.add(id, bundle);
      },
    };
  }

  add(id, bundle) {
    const folder = packageFolder(id);
    if (folder) this.folders.set(folder, new Set([...(this.folders.get(folder) ?? []), bundle]));
  }

  /** @returns every part that is shipped, in the order of the alphabet, with the words of its licence */
  list() {
    for (const name of BESIDE) this.add(join(ROOT, 'node_modules', name, 'package.json'), 'node_modules');
    const own = [...this.folders].map(([folder, bundles]) => ({ ...about(folder), bundles: [...bundles].sort() }));
    const within = own.flatMap(({ name, version, bundles }) =>
      (EMBEDDED[name] ?? []).map((part) => ({ ...embedded(part), within: `${name}@${version}`, bundles })),
    );
    return [...own, ...within].sort((a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version));
  }
}

/** The innermost package that a file belongs to; null for our own files and what the bundler makes up itself. */
export function packageFolder(id) {
  const path = id
    .replace(/^\0/, '')
    .replace(/[?#].*$/, '')
    .replaceAll('\\', '/');
  const at = path.lastIndexOf('/node_modules/');
  if (at < 0) return null;
  const [scope, name] = path.slice(at + '/node_modules/'.length).split('/');
  const folder = `${path.slice(0, at)}/node_modules/${scope.startsWith('@') ? `${scope}/${name}` : scope}`;
  return existsSync(join(folder, 'package.json')) ? folder : null;
}

function about(folder) {
  const { name, version, license, licenses } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const licence = typeof license === 'string' ? license : (license?.type ?? licenses?.map((each) => each.type).join(' OR ') ?? '');
  return { name, version, licence, text: wordsOf(folder) };
}

function wordsOf(folder) {
  const files = readdirSync(folder).filter((name) => LICENCE_FILE.test(name));
  return files.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n');
}

function embedded({ name, version, licence, purl, head, texts }) {
  const words = texts.map((file) => readFileSync(join(ROOT, 'build', 'notices', 'licences', `${file}.txt`), 'utf8').trim());
  return { name, version, licence, purl, text: [head, ...words].join('\n\n') };
}
