import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { flushFolder } from './durable-file';
import { encodeFrame, FRAME_HEAD, type Scan, scanFrames } from './frame';

const ZEROS = Buffer.alloc(1024 * 1024);

/**
 * A file of frames in preallocated space: written zeros, not a hole, so that an append neither needs room on a full disk
 * nor changes the file's length, and fdatasync has nothing but the data to flush.
 */
export class FramedFile {
  private constructor(
    private readonly file: FileHandle,
    private readonly headSize: number,
    private size: number,
    private end: number,
  ) {}

  /** @throws EEXIST when it is there already, ENOSPC when there is no room */
  static async create(path: string, head: Buffer, size: number): Promise<FramedFile> {
    const file = await open(path, 'wx+', 0o600);
    await file.write(head, 0, head.length, 0);
    const framed = new FramedFile(file, head.length, head.length, head.length);
    await framed.reserve(size);
    await flushFolder(dirname(path));
    return framed;
  }

  /** Makes a file of space that was preallocated under another name. */
  static async take(reserved: string, path: string, head: Buffer, size: number): Promise<FramedFile> {
    const file = await open(reserved, 'r+');
    await file.write(head, 0, head.length, 0);
    await file.datasync();
    await rename(reserved, path);
    await flushFolder(dirname(path));
    const framed = new FramedFile(file, head.length, (await file.stat()).size, head.length);
    if (framed.size < size) await framed.reserve(size);
    return framed;
  }

  static async open(path: string, headSize: number): Promise<{ framed: FramedFile; scan: Scan; bytes: Buffer }> {
    const file = await open(path, 'r+');
    const bytes = await file.readFile();
    const scan = scanFrames(bytes, headSize);
    const framed = new FramedFile(file, headSize, bytes.length, scan.end);
    if (scan.torn) await framed.zero(scan.end, bytes.length);
    return { framed, scan, bytes };
  }

  /** Whether a payload of this length fits into the space that is already on the disk. */
  fits(length: number): boolean {
    return this.end + FRAME_HEAD + length <= this.size;
  }
  /** How many of these payloads, from the first on, fit into the space that is already on the disk. */
  fitting(payloads: readonly Uint8Array[]): number {
    let end = this.end;
    const over = payloads.findIndex((payload) => {
      end += FRAME_HEAD + payload.byteLength;
      return end > this.size;
    });
    return over < 0 ? payloads.length : over;
  }
  get free(): number {
    return this.size - this.end;
  }

  append(position: number, payload: Uint8Array): Promise<void> {
    return this.appendAll(position, [payload]);
  }

  /** One write and one flush, however many frames; resolves only after the flush has completed. */
  async appendAll(first: number, payloads: readonly Uint8Array[]): Promise<void> {
    const frames = payloads.map((payload, i) => encodeFrame(first + i, payload));
    const bytes = frames.length === 1 && frames[0] ? frames[0] : Buffer.concat(frames);
    await this.file.write(bytes, 0, bytes.length, this.end);
    await this.file.datasync();
    this.end += bytes.length;
    this.size = Math.max(this.size, this.end);
  }

  /** How many of its bytes are written; what stands behind them is room. */
  get used(): number {
    return this.end;
  }

  /** All that is written, without the room behind it. */
  async content(): Promise<Buffer> {
    const bytes = Buffer.alloc(this.end);
    await this.file.read(bytes, 0, this.end, 0);
    return bytes;
  }

  async frames(): Promise<Scan['frames']> {
    const bytes = Buffer.alloc(this.end);
    await this.file.read(bytes, 0, this.end, 0);
    return scanFrames(bytes, this.headSize).frames;
  }

  /** Grows the space on the disk by zeros up to `size`. @throws ENOSPC */
  async reserve(size: number): Promise<void> {
    if (size <= this.size) return;
    await this.zero(this.size, size);
    await this.file.sync();
    this.size = size;
  }

  /** More room behind what there is. @throws ENOSPC */
  grow(by: number): Promise<void> {
    return this.reserve(this.size + by);
  }

  close(): Promise<void> {
    return this.file.close();
  }

  private async zero(from: number, to: number): Promise<void> {
    for (let at = from; at < to; at += ZEROS.length) await this.file.write(ZEROS, 0, Math.min(ZEROS.length, to - at), at);
    await this.file.datasync();
  }
}

/** A file of zeros, flushed; kept when it is already there in full. @throws ENOSPC, leaving nothing behind */
export async function preallocate(path: string, size: number): Promise<void> {
  const file = await open(path, 'a+', 0o600);
  try {
    const { size: there } = await file.stat();
    if (there >= size) return;
    for (let at = there; at < size; at += ZEROS.length) await file.appendFile(ZEROS.subarray(0, Math.min(ZEROS.length, size - at)));
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  await flushFolder(dirname(path));
}
