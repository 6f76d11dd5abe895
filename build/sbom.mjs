// The parts list of a release, in CycloneDX 1.6: `node build/sbom.mjs [file]`, after the build. From what the bundler put in
// (dist/electron/notices.json) and the lockfile's hashes, so it names what is shipped and nothing that only built it.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NOTICES } from './notices/write-notices.mjs';
import { ROOT } from './setup/run.mjs';
import { fail, say } from './setup/say.mjs';

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const npmUrl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** @param at ms UTC: when it was made (SOURCE_DATE_EPOCH for a build that can be made again) */
export function sbom(at) {
  const { name, version, description } = readJson(join(ROOT, 'package.json'));
  const { packages, expectedElectron } = readJson(NOTICES);
  const locked = new Map(
    Object.entries(readJson(join(ROOT, 'package-lock.json')).packages).map(([place, entry]) => [
      `${place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${entry.version}`,
      entry.integrity,
    ]),
  );
  const library = (part) => ({
    type: part.within ? 'application' : 'library',
    'bom-ref': part.purl ?? npmUrl(part.name, part.version),
    name: part.name,
    version: part.version,
    purl: part.purl ?? npmUrl(part.name, part.version),
    licenses: [{ expression: part.licence }],
    ...hashesOf(locked.get(`${part.name}@${part.version}`)),
    properties: [
      ...part.bundles.map((bundle) => ({ name: 'jiefangtai:bundle', value: bundle })),
      ...(part.within ? [{ name: 'jiefangtai:within', value: part.within }] : []),
    ],
  });
  const electron = {
    type: 'framework',
    'bom-ref': npmUrl('electron', expectedElectron),
    name: 'electron',
    version: expectedElectron,
    purl: npmUrl('electron', expectedElectron),
    licenses: [{ expression: 'MIT' }],
    ...hashesOf(locked.get(`electron@${expectedElectron}`)),
    description: 'The runtime, with Chromium and Node.js in it; their parts stand in its LICENSES.chromium.html.',
  };
  const components = [electron, ...packages.map(library)];
  const own = `pkg:generic/${name}@${version}`;
  const body = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      timestamp: new Date(at).toISOString(),
      component: { type: 'application', 'bom-ref': own, name, version, description, purl: own },
    },
    components,
    dependencies: [{ ref: own, dependsOn: components.map((each) => each['bom-ref']) }],
  };
  return { ...body, serialNumber: `urn:uuid:${uuidOf(JSON.stringify(body))}` };
}

/** The lockfile's `sha512-…` in base64; here it is hexadecimal. What is embedded has none of its own. */
const hashesOf = (integrity) =>
  integrity?.startsWith('sha512-')
    ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.slice(7), 'base64').toString('hex') }] }
    : {};

/** Of the content, so that the same parts have the same number. */
function uuidOf(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const file = resolve(process.argv[2] ?? join(ROOT, 'release', 'sbom.cdx.json'));
    const epoch = process.env.SOURCE_DATE_EPOCH;
    const made = sbom(epoch ? Number(epoch) * 1000 : Date.now());
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`);
    say(`${made.components.length} parts in ${file}`);
  } catch (error) {
    fail(error);
  }
}
