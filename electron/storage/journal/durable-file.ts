import { open, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file is there whole or not at all: written beside, flushed, renamed, and the folder's entry flushed. */
export async function writeFileDurably(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  await flushFolder(dirname(path));
}

/** Without this a new name may vanish in a power cut although the file's bytes are on the disk. */
export async function flushFolder(folder: string): Promise<void> {
  // Windows cannot open a folder for flushing; NTFS journals its names.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
