import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import fuses from '@electron/fuses';
import { MARK_FILE } from './flavour.mjs';

const { FuseV1Options, getCurrentFuseWire } = fuses;

/**
 * What an unpacked program folder says of itself: its version, its mark (undefined for a release), the files in its archive, what
 * else lies in resources/, and its fuses as they stand in the program's own bytes ('on', 'off', or 'absent').
 */
export async function readPackage(folder) {
  const resources = join(folder, 'resources');
  const archive = join(resources, 'app.asar');
  const facts = JSON.parse(extractFile(archive, 'package.json').toString('utf8'));
  return {
    version: facts.version,
    flavour: facts.flavour,
    markFile: existsSync(join(resources, MARK_FILE)),
    resources: readdirSync(resources),
    files: listPackage(archive, { isPack: false }),
    fuses: await readFuses(programIn(folder)),
  };
}

export function programIn(folder) {
  const program = ['jiefangtai.exe', 'jiefangtai'].map((name) => join(folder, name)).find((path) => existsSync(path));
  if (!program) throw new Error(`there is no program in ${folder}`);
  return program;
}

/** A fuse's byte, as Electron reads it. */
const WORDS = { 0: 'off', 1: 'on' };
async function readFuses(program) {
  const wire = await getCurrentFuseWire(program);
  const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
  return Object.fromEntries(names.map((name) => [name, WORDS[String.fromCharCode(wire[FuseV1Options[name]])] ?? 'absent']));
}
