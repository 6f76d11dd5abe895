import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MARK_FILE, MARK_TEXT } from './flavour.mjs';

/** electron-builder's hook: the files are in place, the fuses are set after it. */
export default function afterPack({ appOutDir, packager }) {
  const resources = join(appOutDir, 'resources');
  // A launcher that starts any folder it is given: for development only.
  rmSync(join(resources, 'default_app.asar'), { force: true });
  // For whoever looks into the folder; the program itself goes by the mark inside its archive.
  if (packager.info.metadata.flavour) writeFileSync(join(resources, MARK_FILE), MARK_TEXT);
}
