import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const made: string[] = [];
process.once('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder that other users may enter, deleted when the test run ends. */
export function openFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `jiefangtai-${name}-`));
  chmodSync(folder, 0o755);
  made.push(folder);
  return folder;
}

/** Packs what lies in dist/ as the test flavour. @returns the folder with linux-unpacked and, for 'deb', the package */
export function packTestFlavour(what: 'dir' | 'deb'): string {
  const output = openFolder('package');
  const args = [join(ROOT, 'build', 'package', 'test-flavour.mjs'), `--output=${output}`, what === 'dir' ? '--dir' : '--quick'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`packing failed:\n${stdout}\n${stderr}`);
  return output;
}

export const unpackedIn = (output: string): string =>
  join(output, process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`);
