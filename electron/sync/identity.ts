import { readFile } from 'node:fs/promises';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import { openBytes, sealBytes } from '../security/seal';
import { writeFileDurably } from '../storage/journal/durable-file';

export const DeskKey = z.object({ code: z.string().regex(/^\d{2}$/), publicKey: z.string().regex(/^[0-9a-f]{64}$/) });
export type DeskKey = z.infer<typeof DeskKey>;

/** The authority that the hub's certificate must come from; nothing else is believed, the system's own neither. */
export const Pem = z.string().includes('-----BEGIN CERTIFICATE-----');
export const HubAccess = z.object({ addresses: z.array(z.string().min(1)).min(1), ca: Pem, seed: z.string().min(1) });
export type HubAccess = z.infer<typeof HubAccess>;

/** The desk's access to the hub, as the hub's file gives it. */
const DeskSeed = z.object({ code: z.string().regex(/^\d{2}$/), seed: z.string().min(1) });

const Identity = z.object({
  v: z.literal(1),
  deskCode: z.string(),
  /** Ed25519, raw 32 bytes, hex: what this desk signs its changes with. */
  privateKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** Null: alone, no hub is set up. */
  hub: HubAccess.nullable(),
  /** Public keys that the joining file brought: the table `desks` itself arrives with the first messages. */
  desks: z.array(DeskKey),
  /** Of the hall's first desk: credentials of the desks that are still to be invited. */
  seeds: z.array(DeskSeed),
});
export type Identity = z.infer<typeof Identity>;

/** Who this desk is for the others: one file of the profile, sealed with a key derived from the hall key. */
export class IdentityFile {
  private readonly key: Uint8Array;

  constructor(
    private readonly path: string,
    private readonly hallId: string,
    hallKey: Uint8Array,
  ) {
    this.key = hkdf(sha256, hallKey, undefined, Buffer.from('reception/1/sync-identity'), 32);
  }

  /** Null when there is none. @throws when it does not open */
  async read(): Promise<Identity | null> {
    const text = await readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (text === null) return null;
    const { sealed } = z.object({ v: z.literal(1), sealed: z.string() }).parse(JSON.parse(text));
    const plain = openBytes(this.key, sealed, this.about);
    if (!plain) throw new Error('sync.json does not open with this hall key');
    return Identity.parse(JSON.parse(Buffer.from(plain).toString('utf8')));
  }

  async write(identity: Identity): Promise<void> {
    const sealed = sealBytes(this.key, Buffer.from(JSON.stringify(identity)), this.about);
    await writeFileDurably(this.path, Buffer.from(`${JSON.stringify({ v: 1, sealed }, null, 2)}\n`));
  }

  private get about(): string {
    return `${this.hallId} sync`;
  }
}
