// npm run release:key -- FILE: the vendor's pair of keys, once. npm run release:sign -- FOLDER --key FILE [--note …]: one release.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writePrivate } from '../hub/private-file.mjs';
import { ROOT } from '../setup/run.mjs';
import { fail, SetupError, say } from '../setup/say.mjs';
import { newKeys, signRelease } from './release.mjs';

const USAGE = `npm run release:key -- FILE
       npm run release:sign -- FOLDER --key FILE [--note TEXT …]`;
const PUBLIC = join(ROOT, 'build', 'update', 'vendor.pub');

try {
  const options = { key: { type: 'string' }, note: { type: 'string', multiple: true } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [what, path, ...rest] = positionals;
  if (!path || rest.length > 0) throw new SetupError(`usage: ${USAGE}`);
  if (what === 'key') makeKey(resolve(path));
  else if (what === 'sign') await signFolder(resolve(path), values);
  else throw new SetupError(`usage: ${USAGE}`);
} catch (error) {
  fail(error);
}

/** A second pair would lock out every desk that has the first: nothing is overwritten. */
function makeKey(file) {
  if (file.startsWith(`${ROOT}/`)) throw new SetupError('The private key does not belong into the repository: choose another place.');
  for (const path of [file, PUBLIC]) if (existsSync(path)) throw new SetupError(`${path} is there already, and stays as it is.`);
  const { publicKey, privateKey } = newKeys();
  writePrivate(file, privateKey);
  writeFileSync(PUBLIC, publicKey);
  say(`private key: ${file} (keep it off every network, and a copy in a safe)`);
  say(`public key: ${PUBLIC} (commit it; the next build has it inside)`);
}

async function signFolder(dir, { key, note = [] }) {
  if (!key) throw new SetupError(`usage: ${USAGE}`);
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const date = new Date().toISOString().slice(0, 10);
  const about = { version, date, notes: note, privateKey: readFileSync(resolve(key), 'utf8') };
  const { files } = await signRelease(dir, about).catch((error) => {
    throw new SetupError(error.message);
  });
  for (const { name } of files) say(`signed: ${name}`);
  say(`${join(dir, 'update.json')} and its signature: put them into the unit's update folder after the files.`);
}
