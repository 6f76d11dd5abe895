// What the vendor signs: the hashes of a release's files, and which version they are. electron/update/manifest.ts reads it.
import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { createReadStream, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PURPOSE = Buffer.from('jiefangtai update manifest 1\n');
const FORMS = [
  { form: 'nsis', pattern: /-setup\.exe$/ },
  { form: 'deb', pattern: /\.deb$/ },
  { form: 'folder', pattern: /\.tar\.gz$/ },
];

/** @returns {{ publicKey: string, privateKey: string }} PEM; the private one never comes near a repository */
export function newKeys() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  };
}

/** @param {Buffer} bytes @param {string} privateKey @returns {string} base64 */
export function signManifest(bytes, privateKey) {
  const key = createPrivateKey(privateKey);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the key is not Ed25519');
  return sign(null, Buffer.concat([PURPOSE, bytes]), key).toString('base64');
}

/**
 * Writes update.json and update.json.sig beside the files of one release.
 * @param {string} dir the folder with the packages, and with nothing of another version
 * @param {{ version: string, date: string, notes: string[], privateKey: string }} about
 * @returns {Promise<{ files: { name: string }[] }>}
 */
export async function signRelease(dir, { version, date, notes, privateKey }) {
  const files = [];
  for (const name of readdirSync(dir).sort()) {
    const form = FORMS.find(({ pattern }) => pattern.test(name))?.form;
    if (!form) continue;
    if (!name.includes(version)) throw new Error(`${name} is not of version ${version}`);
    const path = join(dir, name);
    files.push({ name, form, arch: /arm64|aarch64/.test(name) ? 'arm64' : 'x64', bytes: statSync(path).size, sha512: await hashOf(path) });
  }
  if (files.length === 0) throw new Error(`${dir} holds no package (-setup.exe, .deb, .tar.gz)`);
  const manifest = { format: 1, product: 'jiefangtai', version, date, notes, files };
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(dir, 'update.json'), bytes);
  writeFileSync(join(dir, 'update.json.sig'), `${signManifest(bytes, privateKey)}\n`);
  return manifest;
}

async function hashOf(path) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
