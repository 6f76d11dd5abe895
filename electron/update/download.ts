import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { UpdateFile } from '../../shared/domain/update';
import { describe, log } from '../log';
import { flushFolder } from '../storage/journal/durable-file';
import { RefusedUpdate } from './refused-update';
import type { UpdateSource } from './source';

/** A source that sends nothing for so long has gone away. */
const SILENT_MS = 30_000;
/** Between tries that brought nothing; after the last the rest waits for the next look. */
const PAUSES_MS = [1000, 5000, 15_000];

export interface Download {
  source: UpdateSource;
  file: UpdateFile;
  /** Where it is put; nothing else lies there. */
  dir: string;
  signal: AbortSignal;
  onProgress(done: number, total: number): void;
  pausesMs?: readonly number[];
  silentMs?: number;
}

/** Bytes of one file, known by its hash: a part of another version is never gone on with. */
const nameOf = ({ name, sha512 }: UpdateFile): string => `${sha512.slice(0, 16)}-${name}`;

/**
 * Fetches a file, going on where it was interrupted, also by an end of the program.
 * @returns the path of a file whose hash is the manifest's
 * @throws RefusedUpdate `bad-hash` with nothing kept; `interrupted` or `unreachable` with what is there kept
 */
export async function download(asked: Download): Promise<string> {
  const { file, dir } = asked;
  const [whole, part] = [join(dir, nameOf(file)), join(dir, `${nameOf(file)}.part`)];
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await keepOnly(dir, [whole, part]);
  if (await hasHash(whole, file)) return whole;
  await rm(whole, { force: true });
  await fetchRest(asked, part);
  if (!(await hasHash(part, file))) {
    await rm(part, { force: true });
    throw new RefusedUpdate('bad-hash', file.name);
  }
  await rename(part, whole);
  await flushFolder(dir);
  return whole;
}

/** Everything that was fetched; also where nothing is there. */
export const discardDownloads = (dir: string): Promise<void> => rm(dir, { recursive: true, force: true });

async function keepOnly(dir: string, paths: readonly string[]): Promise<void> {
  for (const name of await readdir(dir)) if (!paths.includes(join(dir, name))) await rm(join(dir, name), { recursive: true, force: true });
}

async function fetchRest(asked: Download, part: string): Promise<void> {
  const pauses = asked.pausesMs ?? PAUSES_MS;
  for (let failures = 0; ; ) {
    const before = await sizeOf(part);
    if (before === asked.file.bytes) return;
    if (before > asked.file.bytes) await rm(part, { force: true });
    try {
      await fetchOnce(asked, part, before);
    } catch (error) {
      if (error instanceof RefusedUpdate && error.trouble === 'no-manifest') throw new RefusedUpdate('no-file', asked.file.name);
      if (asked.signal.aborted || (error instanceof RefusedUpdate && error.trouble !== 'unreachable')) throw error;
      log.info(`update: interrupted at ${await sizeOf(part)} of ${asked.file.bytes}: ${describe(error).split('\n')[0]}`);
      if ((await sizeOf(part)) > before) failures = 0;
      const pause = pauses[failures++];
      if (pause === undefined) throw new RefusedUpdate('interrupted', describe(error));
      await wait(pause, undefined, { signal: asked.signal });
    }
  }
}

async function fetchOnce({ source, file, signal, onProgress, silentMs = SILENT_MS }: Download, part: string, have: number): Promise<void> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), silentMs);
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), silentMs);
  };
  const either = AbortSignal.any([signal, silence.signal]);
  try {
    const { from, bytes } = await source.open(file.name, have, either);
    const target = await open(part, 'a', 0o600);
    try {
      if (from !== have) await target.truncate(from);
      let done = from;
      for await (const bytesNow of bytes) {
        heard();
        done += bytesNow.length;
        if (done > file.bytes) {
          await target.truncate(0);
          throw new RefusedUpdate('bad-hash', 'longer than the manifest says');
        }
        await target.write(bytesNow);
        onProgress(done, file.bytes);
        if (either.aborted) throw new Error('silent');
      }
      await target.sync();
      if (done < file.bytes) throw new Error(`ended at ${done}`);
    } finally {
      await target.close();
    }
  } finally {
    clearTimeout(timer);
  }
}

const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => null))?.size ?? 0;

/** Read from the disk, not from what went by: that is what will be run. */
export async function hasHash(path: string, { bytes, sha512 }: Pick<UpdateFile, 'bytes' | 'sha512'>): Promise<boolean> {
  if ((await sizeOf(path)) !== bytes) return false;
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk as Buffer);
  return hash.digest('hex') === sha512;
}
