import { constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { isAbsolute } from 'node:path';

/**
 * - `unreadable`: it is gone, or there is no permission;
 * - `link`: a symbolic link. What lies on somebody's stick does not decide which file of this machine is read;
 * - `no-file`: a folder, a device, a pipe;
 * - `too-large`; `changing`: it was being written while it was read.
 */
export type OutsideFault = 'unreadable' | 'link' | 'no-file' | 'too-large' | 'changing';

export class OutsideFileError extends Error {
  constructor(
    readonly fault: OutsideFault,
    /** The system's own error, where there was one. */
    override readonly cause?: NodeJS.ErrnoException,
  ) {
    super(cause?.code ? `${fault}: ${cause.code}` : fault);
  }
}

/** Why nothing was read, for a person: begins a sentence, to which the caller adds what was kept. */
export const OUTSIDE_SENTENCES: Record<OutsideFault, string> = {
  unreadable: '文件读不出来，可能已被移动，或没有权限',
  link: '这是一个链接，不是文件本身，请选择原文件',
  'no-file': '这不是文件',
  'too-large': '文件太大',
  changing: '文件正在被改动，没有读完。请等它保存好再选',
};

// Absent on Windows, where a link has been looked for and opening waits for nothing.
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/**
 * Opens a file that was made outside this program: picked by a person, on a stick, in a folder of backups. Looked at before it
 * is opened, for opening a pipe waits for ever and opening a device may do something; and again after, for it may have been
 * exchanged between the two looks.
 * @param path absolute; from the system's dialog or a folder's listing, never from a screen
 * @throws OutsideFileError
 */
export async function openOutside(path: string): Promise<{ file: FileHandle; size: number }> {
  if (!isAbsolute(path) || path.includes('\0')) throw new OutsideFileError('unreadable');
  const before = await lstat(path).catch(unreadable);
  if (before.isSymbolicLink()) throw new OutsideFileError('link');
  if (!before.isFile()) throw new OutsideFileError('no-file');
  const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(unreadable);
  try {
    const now = await file.stat();
    if (!now.isFile()) throw new OutsideFileError('no-file');
    return { file, size: now.size };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** As much as was looked at, and no more if it grows meanwhile. @throws OutsideFileError `changing` when it became shorter */
export async function readAll(file: FileHandle, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size);
  for (let read = 0; read < size; ) {
    const part = await file.read(bytes, read, size - read, read);
    if (part.bytesRead === 0) throw new OutsideFileError('changing');
    read += part.bytesRead;
  }
  return bytes;
}

/** A small file of outside, whole. @param atMost bytes @throws OutsideFileError */
export async function readOutside(path: string, atMost: number): Promise<Buffer> {
  const { file, size } = await openOutside(path);
  try {
    if (size > atMost) throw new OutsideFileError('too-large');
    return await readAll(file, size);
  } finally {
    await file.close();
  }
}

function unreadable(error: NodeJS.ErrnoException): never {
  // The link took the place of the file after it was looked at.
  throw new OutsideFileError(error.code === 'ELOOP' ? 'link' : 'unreadable', error);
}
