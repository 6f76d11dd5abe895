import { link, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decode, encode } from 'cborg';
import { flushFolder } from './durable-file';
import { FramedFile } from './framed-file';

export interface WrappedKey {
  id: string;
  wrapped: Uint8Array;
}

const FILE = 'keyring.xfk';
const HEAD = Buffer.from('XFKEYS1 '.padEnd(32, ' '), 'latin1');
const STEP = 1024 * 1024;

/**
 * The data keys, wrapped by the hall key. Unlike the journal this file can forget: destroying a key is erasing what it
 * sealed, wherever those bytes stand. Frames and preallocation are the journal's.
 */
export class Keyring {
  private readonly keys = new Map<string, Uint8Array>();
  private turn: Promise<unknown> = Promise.resolve();
  private entries = 0;

  private constructor(
    private readonly dir: string,
    private file: FramedFile,
  ) {}

  static async open({ dir }: { dir: string }): Promise<Keyring> {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    const path = join(dir, FILE);
    const there = await stat(path).catch(() => null);
    if (!there) return new Keyring(dir, await FramedFile.create(path, HEAD, STEP));
    const { framed, scan } = await FramedFile.open(path, HEAD.length);
    const keyring = new Keyring(dir, framed);
    for (const frame of scan.frames) keyring.take(decode(frame.payload) as WrappedKey[]);
    keyring.entries = scan.frames.at(-1)?.position ?? 0;
    return keyring;
  }

  /** Durable when it resolves. */
  append(entries: readonly WrappedKey[]): Promise<void> {
    return this.inTurn(async () => {
      await this.file.append(++this.entries, encode(entries.map(({ id, wrapped }) => ({ id, wrapped }))));
      this.take(entries);
      // Room for the next thousands of keys is made ahead, so that a full disk does not stop a save here.
      if (this.file.free < STEP / 2) await this.file.grow(STEP).catch(() => {});
    });
  }

  all(): Map<string, Uint8Array> {
    return new Map(this.keys);
  }

  /** After it resolves the keys are gone from this disk: a new file without them, the old one overwritten. */
  destroy(ids: readonly string[]): Promise<void> {
    return this.inTurn(async () => {
      for (const id of ids) this.keys.delete(id);
      const path = join(this.dir, FILE);
      const next = join(this.dir, `${FILE}.new`);
      const old = join(this.dir, `${FILE}.old`);
      await rm(next, { force: true });
      const fresh = await FramedFile.create(next, HEAD, STEP);
      const kept = [...this.keys].map(([id, wrapped]) => ({ id, wrapped }));
      this.entries = 0;
      for (let at = 0; at < kept.length; at += 1000) await fresh.append(++this.entries, encode(kept.slice(at, at + 1000)));
      await this.file.close();
      await rm(old, { force: true });
      // The old bytes keep a second name, so that at no moment of a power cut the keyring is without a file.
      await link(path, old);
      await rename(next, path);
      await flushFolder(this.dir);
      const { size } = await stat(old);
      await writeFile(old, Buffer.alloc(size), { flag: 'r+', flush: true });
      await rm(old);
      this.file = fresh;
    });
  }

  async close(): Promise<void> {
    await this.turn;
    await this.file.close();
  }

  private take(entries: readonly WrappedKey[]): void {
    for (const { id, wrapped } of entries) this.keys.set(id, wrapped);
  }
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => {});
    return mine;
  }
}

export const openKeyring = (options: { dir: string }): Promise<Keyring> => Keyring.open(options);
