import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OutsideFileError, readOutside } from '../files/outside-file';
import { flushFolder } from '../storage/journal/durable-file';
import { objectPath, placeOf } from './layout';
import { BackupFailure } from './trouble';

/** A piece has 1 MB; a list of a folder's files may have more. */
const OBJECT_BYTES = 64 * 1024 * 1024;
/** What lies under the name of the unfinished part is never followed. */
const WRITE = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | (constants.O_NOFOLLOW ?? 0);
const OBJECT = /^[0-9a-f]{64}$/;
export const hashOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Pieces at a place, named by their content. One gets its name only when it was flushed and read back: whatever bears a
 * name was once whole, and a run that was killed leaves nothing but unnamed remains.
 */
export class ObjectStore {
  private readonly known = new Set<string>();
  private readonly touched = new Set<string>();

  private constructor(private readonly folder: string) {}

  static async open(folder: string): Promise<ObjectStore> {
    const store = new ObjectStore(folder);
    const { objects } = placeOf(folder);
    for (const prefix of await readdir(objects))
      for (const name of await readdir(join(objects, prefix))) if (OBJECT.test(name)) store.known.add(name);
    return store;
  }

  has(hash: string): boolean {
    return this.known.has(hash);
  }
  get size(): number {
    return this.known.size;
  }
  all(): string[] {
    return [...this.known];
  }

  /** @returns its name; written only where it does not lie yet. @throws BackupFailure `broken`; ENOSPC and the like */
  async put(bytes: Uint8Array): Promise<{ hash: string; fresh: boolean }> {
    const hash = hashOfBytes(bytes);
    if (this.known.has(hash)) return { hash, fresh: false };
    const path = objectPath(this.folder, hash);
    await mkdir(dirname(path), { recursive: true });
    await writeReadBack(path, bytes, hash);
    this.known.add(hash);
    this.touched.add(dirname(path));
    return { hash, fresh: true };
  }

  /** Null when it is not there, or is not what its name says. */
  async read(hash: string): Promise<Buffer | null> {
    const bytes = await this.readAnyway(hash);
    return bytes && hashOfBytes(bytes) === hash ? bytes : null;
  }

  /** As it lies there, damaged or not. */
  async readAnyway(hash: string): Promise<Buffer | null> {
    return readOutside(objectPath(this.folder, hash), OBJECT_BYTES).catch((error: unknown) => {
      if (!(error instanceof OutsideFileError)) throw error;
      // A link, a device or a film under the name of a piece is a piece that is damaged.
      if (error.fault !== 'unreadable' || error.cause?.code === 'ENOENT' || error.cause?.code === 'EIO') return null;
      throw error.cause ?? error;
    });
  }

  async remove(hash: string): Promise<void> {
    await rm(objectPath(this.folder, hash), { force: true });
    this.known.delete(hash);
  }

  /** The names of what was written are on the disk when it resolves. */
  async flush(): Promise<void> {
    for (const folder of this.touched) await flushNames(folder);
    await flushNames(placeOf(this.folder).objects);
    this.touched.clear();
  }

  /** What a run that was ended left without a name. */
  async clearRemains(): Promise<void> {
    const { objects, sets } = placeOf(this.folder);
    for (const prefix of await readdir(objects)) await clearParts(join(objects, prefix));
    await clearParts(sets);
  }
}

async function clearParts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (name.endsWith('.part')) await rm(join(folder, name), { force: true });
}

/** Written beside, flushed, read back byte by byte, and only then named. */
export async function writeReadBack(path: string, bytes: Uint8Array, hash = hashOfBytes(bytes)): Promise<void> {
  const part = `${path}.part`;
  try {
    const file = await open(part, WRITE, 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    if (hashOfBytes(await readFile(part)) !== hash) throw new BackupFailure('broken', 'a piece did not read back');
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    throw error;
  }
}

/** Some sticks and shares flush no folder; their files were flushed all the same. */
export const flushNames = (folder: string): Promise<void> =>
  flushFolder(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EINVAL' && error.code !== 'ENOTSUP' && error.code !== 'EPERM' && error.code !== 'EISDIR') throw error;
  });
