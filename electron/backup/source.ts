import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalTail, WrittenSegment } from '../storage/journal';

/** What of an opened profile is copied. Journal and data keys are asked for, for they are written meanwhile. */
export interface BackupSource {
  hallId: string;
  deskCode: string;
  demo: boolean;
  dir: string;
  hallKey: Uint8Array;
  journal: { written(): Promise<{ tail: JournalTail; segments: WrittenSegment[] }> };
  keyring: { content(): Promise<Buffer> };
  /** The hall key under the recovery phrase; undefined where this PC has none. */
  recovery(): Promise<string | undefined>;
}

export interface SourceFile {
  /** Below the profile, with `/`. */
  path: string;
  bytes: number;
  mtimeMs: number;
  read(at: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Files that say who this desk is; sealed themselves. Where one is missing there is nothing to keep. */
export const SMALL_FILES = ['sync.json', 'later-keys.json'] as const;
export const KEYRING = 'journal/keyring.xfk';
export const SEALED_FOLDERS = ['files', 'sounds'] as const;
const SEALED = /^[0-9a-f-]{36}\.xfs$/;

export const segmentPath = (number: number): string => `journal/journal-${String(number).padStart(6, '0')}.xfj`;
export const segmentOf = (path: string): number | null => Number(/^journal\/journal-(\d{6})\.xfj$/.exec(path)?.[1] ?? 0) || null;

/** @throws ENOENT when it is gone meanwhile. @param bytes as many as are to be copied; absent: all that are there */
export async function sourceFile(dir: string, path: string, bytes?: number): Promise<SourceFile> {
  const file = await open(join(dir, ...path.split('/')), 'r');
  try {
    const about = await file.stat();
    return {
      path,
      bytes: bytes ?? about.size,
      mtimeMs: about.mtimeMs,
      read: async (at, length) => {
        const buffer = Buffer.alloc(length);
        const { bytesRead } = await file.read(buffer, 0, length, at);
        return buffer.subarray(0, bytesRead);
      },
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

export function sourceBytes(path: string, content: Buffer): SourceFile {
  const read = (at: number, length: number): Promise<Buffer> => Promise.resolve(content.subarray(at, at + length));
  return { path, bytes: content.length, mtimeMs: 0, read, close: async () => {} };
}

export const smallFile = (dir: string, name: string): Promise<Buffer | null> =>
  readFile(join(dir, name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });

/** Folders of sealed files with what lies in them: name, size, time. A file that still grows is one of them; it is copied as it is. */
export async function sealedFolders(dir: string): Promise<{ path: string; names: string[] }[]> {
  const folders: { path: string; names: string[] }[] = [];
  for (const kind of SEALED_FOLDERS) {
    const prefixes = await readdir(join(dir, kind)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    for (const prefix of prefixes.sort()) {
      const names = (await readdir(join(dir, kind, prefix)).catch(() => [])).filter((name) => SEALED.test(name)).sort();
      if (names.length > 0) folders.push({ path: `${kind}/${prefix}`, names });
    }
  }
  return folders;
}

export const about = async (dir: string, path: string): Promise<{ bytes: number; mtimeMs: number } | null> => {
  const found = await stat(join(dir, ...path.split('/'))).catch(() => null);
  return found && { bytes: found.size, mtimeMs: found.mtimeMs };
};
