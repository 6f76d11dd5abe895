import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { flushFolder } from '../storage/journal/durable-file';

interface Reached {
  /** Which edition of the file the pieces are of. */
  edition: string;
  /** Place of the last piece in the hub's stream. */
  seq: number;
  bytes: number;
}

/** A file on its way: what came stays beside the name it will get, with how far that is, until all is there and right. */
export class PartialFile {
  private constructor(
    private readonly path: string,
    private readonly file: FileHandle,
    private reached: Reached,
  ) {}

  static async open(path: string, edition: string): Promise<PartialFile> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const earlier = await reachedOf(path);
    const reached = earlier?.edition === edition ? earlier : { edition, seq: 0, bytes: 0 };
    const file = await open(partOf(path), reached.bytes > 0 ? 'r+' : 'w+', 0o600);
    const { size } = await file.stat();
    if (size >= reached.bytes) return new PartialFile(path, file, reached);
    await file.truncate(0);
    return new PartialFile(path, file, { edition, seq: 0, bytes: 0 });
  }

  get bytes(): number {
    return this.reached.bytes;
  }
  get seq(): number {
    return this.reached.seq;
  }

  async add(seq: number, data: Uint8Array): Promise<void> {
    await this.file.write(data, 0, data.length, this.reached.bytes);
    this.reached = { ...this.reached, seq, bytes: this.reached.bytes + data.length };
    await writeFile(noteOf(this.path), JSON.stringify(this.reached), { mode: 0o600 });
  }

  /** @throws when the bytes are others than were promised; the next try begins anew */
  async finish(sha256: string): Promise<void> {
    await this.file.truncate(this.reached.bytes);
    await this.file.sync();
    // Windows renames no open file.
    await this.file.close();
    const hash = createHash('sha256');
    for await (const piece of createReadStream(partOf(this.path))) hash.update(piece as Buffer);
    await rm(noteOf(this.path), { force: true });
    if (hash.digest('base64').replaceAll('+', '-').replaceAll('/', '_') !== sha256) {
      await rm(partOf(this.path), { force: true });
      throw new Error('the file is not what was sent');
    }
    await rename(partOf(this.path), this.path);
    await flushFolder(dirname(this.path));
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}

const partOf = (path: string): string => `${path}.part`;
const noteOf = (path: string): string => `${path}.part.json`;

async function reachedOf(path: string): Promise<Reached | null> {
  try {
    const { edition, seq, bytes } = JSON.parse(await readFile(noteOf(path), 'utf8')) as Reached;
    await stat(partOf(path));
    return { edition, seq, bytes };
  } catch {
    return null;
  }
}
