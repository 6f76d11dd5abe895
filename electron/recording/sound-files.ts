import { open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { flushFolder } from '../storage/journal/durable-file';
import { SoundReader } from './sound-reader';
import { SoundWriter } from './sound-writer';

const ZEROS = Buffer.alloc(1024 * 1024);

/** Recordings as sealed files under opaque names. */
export class SoundFiles {
  constructor(private readonly dir: string) {}

  create(id: string, key: Uint8Array): Promise<SoundWriter> {
    return SoundWriter.create(this.path(id), id, key);
  }
  open(id: string, key: Uint8Array): Promise<SoundReader> {
    return SoundReader.open(this.path(id), id, key);
  }

  /** Overwritten, flushed, gone; quietly when it is gone already. Its key is destroyed beside: no disk is trusted to forget. */
  async destroy(id: string): Promise<void> {
    const path = this.path(id);
    const file = await open(path, 'r+').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (!file) return;
    const { size } = await file.stat();
    for (let at = 0; at < size; at += ZEROS.length) await file.write(ZEROS, 0, Math.min(ZEROS.length, size - at), at);
    await file.sync();
    await file.close();
    await rm(path);
    await flushFolder(dirname(path));
  }

  /** The last characters of a UUID v7 are random: 256 folders of even size. */
  private path(id: string): string {
    return join(this.dir, id.slice(-2), `${id}.xfs`);
  }
}
