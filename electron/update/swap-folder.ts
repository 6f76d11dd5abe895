import { execFile } from 'node:child_process';
import { mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Version } from '../../shared/domain/update';
import { flushFolder } from '../storage/journal/durable-file';
import { isCurrent } from './form';
import { RefusedUpdate } from './refused-update';

export interface Swap {
  /** The verified archive. */
  archive: string;
  /** The folder of the version that runs, `current` pointing at it. */
  root: string;
  version: string;
  /** Which version an unpacked folder is; throws where it is none of ours. */
  versionOf(folder: string): string;
}

/**
 * The new version is unpacked beside the running one, and `current` is exchanged by one rename: at every moment it points at a whole
 * version. The running program keeps its own files until it ends, and the last version stays, to go back to by hand.
 * @returns the link, to start from
 * @throws RefusedUpdate `failed`, with `current` as it was
 */
export async function swapFolder({ archive, root, version, versionOf }: Swap): Promise<string> {
  const place = dirname(root);
  const target = join(place, version);
  if (!isCurrent(root) || target === root) throw new RefusedUpdate('failed', 'not where current points');
  const staging = join(place, `.unpacking-${version}`);
  try {
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging);
    await promisify(execFile)('tar', ['-xzf', archive, '-C', staging, '--no-same-owner']);
    const unpacked = await innermost(staging);
    const found = versionOf(unpacked);
    if (found !== version) throw new Error(`the archive holds ${found}, not ${version}`);
    await rm(target, { recursive: true, force: true });
    await rename(unpacked, target);
    await flushFolder(place);
    await pointAt(place, version);
  } catch (error) {
    throw new RefusedUpdate('failed', String(error));
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  await removeOlder(place, [basename(root), version]).catch(() => {});
  return join(place, 'current');
}

/** An archive may hold the files, or one folder with the files. */
async function innermost(folder: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  const [only] = entries;
  return entries.length === 1 && only?.isDirectory() ? join(folder, only.name) : folder;
}

async function pointAt(place: string, version: string): Promise<void> {
  const next = join(place, '.current-next');
  await rm(next, { force: true });
  await symlink(version, next);
  await rename(next, join(place, 'current'));
  await flushFolder(place);
  if ((await readlink(join(place, 'current'))) !== version) throw new Error('current was not exchanged');
}

/** Only folders that are named as versions are ours to remove. */
async function removeOlder(place: string, keep: readonly string[]): Promise<void> {
  for (const entry of await readdir(place, { withFileTypes: true }))
    if (entry.isDirectory() && Version.safeParse(entry.name).success && !keep.includes(entry.name))
      await rm(join(place, entry.name), { recursive: true, force: true });
}
