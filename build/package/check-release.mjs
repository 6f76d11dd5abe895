import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../setup/say.mjs';
import { TEST } from './flavour.mjs';
import { readPackage } from './read-package.mjs';

/** What electron-builder.yml sets, as it must stand in the program's own bytes. */
const FUSES = {
  RunAsNode: 'off',
  EnableCookieEncryption: 'on',
  EnableNodeOptionsEnvironmentVariable: 'off',
  EnableNodeCliInspectArguments: 'off',
  EnableEmbeddedAsarIntegrityValidation: 'on',
  OnlyLoadAppFromAsar: 'on',
  GrantFileProtocolExtraPrivileges: 'off',
};

/** What of a package's fuses is not as it must be, as half sentences. */
export const checkFuses = ({ fuses }) =>
  Object.entries(FUSES)
    .filter(([fuse, state]) => fuses[fuse] !== state)
    .map(([fuse]) => `the fuse ${fuse} is ${fuses[fuse]}`);

/**
 * Whether an unpacked folder may be handed out. `runtime`: the version of Electron that it must hold.
 * @throws SetupError with everything that speaks against it
 */
export async function checkRelease(folder, { version, runtime }) {
  const made = await readPackage(folder);
  const against = [];
  if (made.flavour !== undefined || made.markFile || made.version.endsWith(`-${TEST}`)) against.push('it is marked as the test flavour');
  if (made.version !== version) against.push(`it is version ${made.version}, not ${version}`);
  const marked = join(folder, 'version');
  const found = existsSync(marked) ? readFileSync(marked, 'utf8').trim().replace(/^v/, '') : 'of unknown version';
  if (found !== runtime) against.push(`its Electron is ${found}, not the official ${runtime}`);
  if (made.resources.includes('default_app.asar')) against.push('it holds a launcher that starts any folder');
  if (made.files.some((file) => file.endsWith('.map'))) against.push('it holds source maps');
  for (const [fuse, state] of Object.entries(FUSES))
    if (made.fuses[fuse] !== state) against.push(`the fuse ${fuse} is ${made.fuses[fuse]}`);
  if (against.length > 0) throw new SetupError(`${folder} is no release: ${against.join('; ')}.`);
}
