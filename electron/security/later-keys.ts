import { readFile } from 'node:fs/promises';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import { writeFileDurably } from '../storage/journal/durable-file';
import { openBytes, sealBytes } from './seal';

const LaterKey = z.object({
  /** Of its generation. */
  id: z
    .number()
    .int()
    .min(1)
    .max(2 ** 32 - 1),
  key: z.base64(),
});
export interface HallKeyOfGeneration {
  id: number;
  /** 32 bytes. */
  key: Uint8Array;
}

/**
 * The hall key's later generations: renewed when a desk was lost. One file of the profile, sealed with a key derived from
 * the hall key, which whoever stole another PC has, but not this file.
 */
export class LaterKeys {
  private readonly sealing: Uint8Array;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly path: string,
    private readonly hallId: string,
    hallKey: Uint8Array,
  ) {
    this.sealing = hkdf(sha256, hallKey, undefined, Buffer.from('reception/1/later-keys'), 32);
  }

  /** None is the rule. @throws when the file is there and does not open: what it seals must not be passed over */
  async read(): Promise<HallKeyOfGeneration[]> {
    const text = await readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (text === null) return [];
    return this.opened(text);
  }

  /** Of a copy of the file, as a backup holds it. @throws when it does not open */
  static open(text: string, hallId: string, hallKey: Uint8Array): HallKeyOfGeneration[] {
    return new LaterKeys('', hallId, hallKey).opened(text);
  }

  /** On the disk when it resolves. */
  add(...more: HallKeyOfGeneration[]): Promise<void> {
    const mine = this.turn.then(async () => {
      const known = await this.read();
      const all = [...known, ...more.filter(({ id }) => !known.some((key) => key.id === id))];
      const plain = JSON.stringify(all.map(({ id, key }) => ({ id, key: Buffer.from(key).toString('base64') })));
      const sealed = sealBytes(this.sealing, Buffer.from(plain), this.about);
      await writeFileDurably(this.path, Buffer.from(`${JSON.stringify({ v: 1, sealed }, null, 2)}\n`));
    });
    this.turn = mine.catch(() => {});
    return mine;
  }

  private opened(text: string): HallKeyOfGeneration[] {
    const plain = openBytes(this.sealing, z.object({ v: z.literal(1), sealed: z.string() }).parse(JSON.parse(text)).sealed, this.about);
    if (!plain) throw new Error('later keys do not open with this hall key');
    const keys = z.array(LaterKey).parse(JSON.parse(Buffer.from(plain).toString('utf8')));
    return keys.map(({ id, key }) => ({ id, key: Uint8Array.from(Buffer.from(key, 'base64')) }));
  }

  private get about(): string {
    return `${this.hallId} later keys`;
  }
}
