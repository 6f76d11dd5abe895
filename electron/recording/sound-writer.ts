import { createHash, type Hash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SoundPart } from '../../shared/domain/recordings';
import type { SoundSummary } from '../storage/internal';
import { FramedFile } from '../storage/journal/framed-file';
import { sealPart } from './sound-part';

export const SOUND_HEAD = Buffer.from('XFS\u0002', 'latin1');
/** Four minutes of speech at a time: an append finds its room on the disk already. */
const STEP = 1024 * 1024;

/** A recording's file while it is made: parts are appended, flushed, and never touched again. */
export class SoundWriter {
  private readonly hash: Hash = createHash('sha256');
  private parts = 0;
  private bytes = 0;
  private durationMs = 0;

  private constructor(
    private readonly file: FramedFile,
    private readonly id: string,
    private readonly key: Uint8Array,
  ) {}

  static async create(path: string, id: string, key: Uint8Array): Promise<SoundWriter> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    return new SoundWriter(await FramedFile.create(path, SOUND_HEAD, STEP), id, key);
  }

  /** Resolves when it is on the disk. @throws ENOSPC and the like; the file is as it was, and the part may be tried again */
  async append(part: SoundPart, bytes: Uint8Array): Promise<void> {
    const sealed = sealPart(this.id, this.key, part, bytes);
    if (!this.file.fits(sealed.length)) await this.file.grow(Math.max(STEP, sealed.length + STEP));
    await this.file.append(part.n + 1, sealed);
    this.hash.update(bytes);
    this.parts = part.n + 1;
    this.bytes += bytes.byteLength;
    this.durationMs = part.startMs + part.durationMs;
  }

  summary(): SoundSummary {
    return { parts: this.parts, bytes: this.bytes, durationMs: this.durationMs, sha256: this.hash.copy().digest('hex') };
  }

  close(): Promise<void> {
    return this.file.close();
  }
}
