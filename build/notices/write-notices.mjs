import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/run.mjs';
import { SetupError } from '../setup/say.mjs';

/** Where the program and the SBOM find it: beside the main process, so it is in every package. */
export const NOTICES = join(ROOT, 'dist', 'electron', 'notices.json');

/** @param shipped ShippedPackages, after all bundles were made. A part without the words of its licence stops the build. */
export function writeNotices(shipped) {
  const packages = shipped.list();
  const silent = packages.filter(({ text, licence }) => text === '' || licence === '');
  if (silent.length > 0)
    throw new SetupError(`no licence or no words of it: ${silent.map(({ name, version }) => `${name}@${version}`).join(', ')}`);
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  writeFileSync(NOTICES, `${JSON.stringify({ expectedElectron: devDependencies.electron, packages }, null, 1)}\n`);
}
