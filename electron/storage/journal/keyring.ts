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
export const KEYRING_HEAD = Buffer.from('XFKEYS1 '.padEnd(32, ' '), 'latin1');
const STEP = 1024 * 1024;

/**
 * The data keys, wrapped by the hall key. Unlike the journal this file can forget: destroying a key is erasing what it
 * sealed, wherever those bytes stand. Frames and preallocation are the journal's. The keys stay in the file: only a
 * recovery asks for them.
 */
export class Keyring {
  private turn: Promise<unknown> = Promise.resolve();
  private opened: { file: FramedFile; entries: number } | null = null;

  private constructor(private readonly dir: string) {}

  /** Makes the file when there is none; one that is there is looked through when it is first needed, or by `warm`. */
  static async open({ dir }: { dir: string }): Promise<Keyring> {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    const keyring = new Keyring(dir);
    if (!(await stat(join(dir, FILE)).catch(() => null)))
      keyring.opened = { file: await FramedFile.create(join(dir, FILE), KEYRING_HEAD, STEP), entries: 0 };
    return keyring;
  }

  /** Ready for the first new key before somebody waits for it. */
  async warm(): Promise<void> {
    await this.inTurn(() => this.ring());
  }

  /** Durable when it resolves. */
  append(entries: readonly WrappedKey[]): Promise<void> {
    return this.inTurn(async () => {
      const ring = await this.ring();
      await ring.file.append(++ring.entries, encode(entries.map(({ id, wrapped }) => ({ id, wrapped }))));
      // Room for the next thousands of keys is made ahead, so that a full disk does not stop a save here.
      if (ring.file.free < STEP / 2) await ring.file.grow(STEP).catch(() => {});
    });
  }

  /** The newest keys in the order of the writes: at least so many, or all there are. */
  newest(atLeast = Number.POSITIVE_INFINITY): Promise<WrappedKey[]> {
    return this.inTurn(async () => {
      const entries: WrappedKey[][] = [];
      let count = 0;
      const { file } = await this.ring();
      for (const frame of (await file.frames()).reverse()) {
        const keys = decode(frame.payload) as WrappedKey[];
        entries.push(keys);
        count += keys.length;
        if (count >= atLeast) break;
      }
      return entries.reverse().flat();
    });
  }

  /** The file as it is between two changes, without the room behind it; wrapped keys only. */
  content(): Promise<Buffer> {
    return this.inTurn(async () => (await this.ring()).file.content());
  }

  /** After it resolves the keys are gone from this disk: a new file without them, the old one overwritten. */
  async destroy(ids: readonly string[]): Promise<void> {
    const destroyed = new Set(ids);
    return this.inTurn(async () => {
      const path = join(this.dir, FILE);
      const next = join(this.dir, `${FILE}.new`);
      const old = join(this.dir, `${FILE}.old`);
      await rm(next, { force: true });
      const fresh = await FramedFile.create(next, KEYRING_HEAD, STEP);
      const { file } = await this.ring();
      const frames = await file.frames();
      const kept = frames.flatMap((frame) => decode(frame.payload) as WrappedKey[]).filter(({ id }) => !destroyed.has(id));
      let written = 0;
      for (let at = 0; at < kept.length; at += 1000) await fresh.append(++written, encode(kept.slice(at, at + 1000)));
      await file.close();
      await rm(old, { force: true });
      // The old bytes keep a second name, so that at no moment of a power cut the keyring is without a file.
      await link(path, old);
      await rename(next, path);
      await flushFolder(this.dir);
      const { size } = await stat(old);
      await writeFile(old, Buffer.alloc(size), { flag: 'r+', flush: true });
      await rm(old);
      this.opened = { file: fresh, entries: written };
    });
  }

  async close(): Promise<void> {
    await this.turn;
    await this.opened?.file.close();
  }

  private async ring(): Promise<{ file: FramedFile; entries: number }> {
    if (!this.opened) {
      const { framed, scan } = await FramedFile.open(join(this.dir, FILE), KEYRING_HEAD.length);
      this.opened = { file: framed, entries: scan.frames.at(-1)?.position ?? 0 };
    }
    return this.opened;
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => {});
    return mine;
  }
}

export const openKeyring = (options: { dir: string }): Promise<Keyring> => Keyring.open(options);
