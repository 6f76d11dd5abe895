import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileDurably } from './journal/durable-file';

/**
 * Files of a person (archived PDFs, later photos and recordings) as sealed bytes under an opaque name.
 * AES-256-GCM of the platform: a recording is large, and this one runs in native code.
 */
const MAGIC = Buffer.from('XFS1');
const SUITE = 1; // AES-256-GCM
const HEAD = MAGIC.length + 1 + 12 + 16;

export class SealedFiles {
  constructor(private readonly dir: string) {}

  /** @returns SHA-256 (hex) of the clear bytes, which is what the row keeps. */
  async write(id: string, bytes: Uint8Array, key: Uint8Array): Promise<{ sha256: string }> {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    await mkdir(this.folder(id), { recursive: true, mode: 0o700 });
    await writeFileDurably(this.path(id), Buffer.concat([MAGIC, Buffer.from([SUITE]), nonce, cipher.getAuthTag(), body]));
    return { sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  /** @throws when the file is gone, changed or opened with another key */
  async read(id: string, key: Uint8Array): Promise<Uint8Array> {
    const file = await readFile(this.path(id));
    if (!file.subarray(0, 4).equals(MAGIC) || file[4] !== SUITE) throw new Error(`sealed file ${id}: unknown format`);
    const decipher = createDecipheriv('aes-256-gcm', key, file.subarray(5, 17)).setAAD(Buffer.from(id)).setAuthTag(file.subarray(17, HEAD));
    return Buffer.concat([decipher.update(file.subarray(HEAD)), decipher.final()]);
  }

  /** The last characters of a UUID v7 are random: 256 folders of even size. */
  private folder(id: string): string {
    return join(this.dir, id.slice(-2));
  }
  private path(id: string): string {
    return join(this.folder(id), `${id}.xfs`);
  }
}
