import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EMBEDDED } from '../../build/notices/embedded.mjs';
import { packageFolder } from '../../build/notices/shipped-packages.mjs';
import { sbom } from '../../build/sbom.mjs';

/*
 * What leaves the house with the program, asked of the build as it lies in dist/ and of the lockfile: no network is needed, so
 * it is asked with every run of the tests.
 */
const ROOT = join(__dirname, '..', '..');
const DIST = join(ROOT, 'dist');
interface Part {
  name: string;
  version: string;
  licence: string;
  text: string;
  bundles: string[];
  within?: string;
}
const { packages } = JSON.parse(readFileSync(join(DIST, 'electron', 'notices.json'), 'utf8')) as { packages: Part[] };
const named = packages.map(({ name, version }) => `${name}@${version}`);

/**
 * May be shipped in a closed program that is handed to offices: permissive ones, and the two of SumatraPDF, which is a program
 * of its own that ours starts and does not contain.
 */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  '(MIT OR CC0-1.0)',
  '(MIT AND Zlib)',
  'BlueOak-1.0.0',
  'Unlicense',
]);
const ONLY: Record<string, string> = { SumatraPDF: 'GPL-3.0-only AND AGPL-3.0-only' };
/** They build or test, are never shipped, and their scripts never run: .npmrc says `ignore-scripts`. */
const SCRIPTS = ['node_modules/electron-winstaller', 'node_modules/electron33'];

/** Written by the bundler beside each bundle, apart from what our own plugin noted. */
function sourcesOfMaps(): string[] {
  const maps = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.map'));
  return maps.flatMap((path) => {
    const { sources } = JSON.parse(readFileSync(join(DIST, path), 'utf8')) as { sources: string[] };
    return sources.map((source) => join(DIST, path, '..', source));
  });
}
function packageOf(source: string): string[] {
  const folder = packageFolder(source);
  if (!folder) return [];
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string };
  return [`${name}@${version}`];
}

describe('what is shipped', () => {
  it('names every package whose code the bundles hold, as their source maps tell it', () => {
    const sources = sourcesOfMaps();
    expect(sources.length, 'the maps of a build for tests').toBeGreaterThan(500);
    const found = [...new Set(sources.flatMap(packageOf))].sort();
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter((each) => !named.includes(each))).toEqual([]);
  });
  it('names the package that lies beside the bundles', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
    for (const [name, version] of Object.entries(dependencies)) expect(named).toContain(`${name}@${version}`);
  });
  it.each(packages.map((part) => [`${part.name}@${part.version}`, part] as const))(
    '%s has a licence that may be shipped, with its words',
    (_name, part) => {
      if (part.name in ONLY) expect(part.licence).toBe(ONLY[part.name]);
      else expect(ALLOWED).toContain(part.licence);
      expect(part.text.length).toBeGreaterThan(200);
    },
  );
  it('knows what packages carry inside themselves in the editions that are there', () => {
    for (const [name, parts] of Object.entries(EMBEDDED))
      for (const { mark } of parts)
        expect(readFileSync(join(ROOT, 'node_modules', name, mark.file)).includes(mark.text), `${name}: ${mark.text}`).toBe(true);
  });
});

interface Component {
  name: string;
  version: string;
  purl: string;
  licenses: unknown[];
  hashes?: { alg: string; content: string }[];
  properties?: { name: string; value: string }[];
}

describe('the SBOM', () => {
  const made = sbom(Date.UTC(2026, 10, 24)) as unknown as {
    bomFormat: string;
    specVersion: string;
    serialNumber: string;
    metadata: { timestamp: string; component: { name: string; version: string } };
    components: Component[];
    dependencies: { ref: string; dependsOn: string[] }[];
  };
  it('is CycloneDX, of this version, and the same when it is made again', () => {
    expect(made).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', metadata: { timestamp: '2026-11-24T00:00:00.000Z' } });
    expect(made.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(sbom(Date.UTC(2026, 10, 24))).toEqual(made);
  });
  it('lists what is shipped and Electron, each once, with where it comes from and its content', () => {
    const listed = made.components.map(({ name, version }) => `${name}@${version}`);
    const electron = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> })
      .devDependencies.electron;
    expect([...listed].sort()).toEqual([...named, `electron@${electron}`].sort());
    expect(new Set(made.components.map(({ purl }) => purl)).size).toBe(made.components.length);
    for (const { name, licenses, hashes, properties } of made.components) {
      expect(licenses, name).toHaveLength(1);
      const within = properties?.some((each) => each.name === 'jiefangtai:within');
      if (!within) expect(hashes?.[0]?.content, name).toMatch(/^[0-9a-f]{128}$/);
    }
    expect(made.dependencies[0]?.dependsOn).toHaveLength(made.components.length);
  });
});

describe('the lockfile', () => {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    lockfileVersion: number;
    packages: Record<string, { integrity?: string; hasInstallScript?: boolean; link?: boolean; version?: string }>;
  };
  const entries = Object.entries(lock.packages).filter(([place]) => place !== '');
  it('pins every package by SHA-512, and links to nothing of this machine', () => {
    expect(entries.length).toBeGreaterThan(200);
    expect(entries.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')).map(([place]) => place)).toEqual(
      [],
    );
    expect(entries.filter(([, { link }]) => link).map(([place]) => place)).toEqual([]);
  });
  it('lets no package run a script when it is installed, but for the named ones, which do not run either', () => {
    expect(entries.filter(([, { hasInstallScript }]) => hasInstallScript).map(([place]) => place)).toEqual(SCRIPTS);
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });
  it('has no git address and no address of a server', () => {
    expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toMatch(/"(git\+|git:|ssh:|http:)|"resolved"/);
  });
  it('is what lies in node_modules, in the versions that are shipped', () => {
    const locked = new Set(entries.map(([place, { version }]) => `${place.slice(place.lastIndexOf('node_modules/') + 13)}@${version}`));
    expect(packages.filter(({ within, name, version }) => !within && !locked.has(`${name}@${version}`))).toEqual([]);
  });
});
