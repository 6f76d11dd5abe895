import { createHmac, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import { BackupDamage } from '../../shared/domain/backup';

/**
 * What lies at a place, in one folder a desk:
 *
 *   backup.json               whose place this is; without it nothing is written (an unplugged stick leaves an empty folder)
 *   objects/ab/<sha256>       pieces of files, each written once, named by their content
 *   sets/<time>-<save>.json   one backup: which files of which pieces; there only when all of it was read back
 *   busy.json                 while somebody writes
 *
 * Everything in it is sealed already: journal, data keys and files under keys that the hall key wraps, and that one stands
 * here only under the recovery phrase. Open are names of files, sizes, times, and the desk's code.
 */
export const PIECE = 1024 * 1024;
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
/** A path below the profile, made of nothing that leads out of it. */
const Inside = z.string().regex(/^(?:[A-Za-z0-9][A-Za-z0-9._-]*\/)*[A-Za-z0-9][A-Za-z0-9._-]*$/);

export const Entry = z.object({
  path: Inside,
  bytes: z.number().int().nonnegative(),
  /** Of the profile's file when it was copied: unchanged bytes and time mean an unchanged file. */
  mtimeMs: z.number(),
  /** Pieces of PIECE bytes each, the last one shorter. */
  pieces: z.array(Hash),
});
export type Entry = z.infer<typeof Entry>;
/** A list of entries is an object too: a folder whose files did not change has the list that lies there already. */
export const EntryList = z.array(Entry);

const Body = z.object({
  v: z.literal(1),
  hallId: z.string().min(1),
  deskCode: z.string().regex(/^\d{2}$/),
  demo: z.boolean(),
  madeAt: z.number().int(),
  /** Of this journal: the last save, and SHA-256 of its frame. */
  journal: z.object({ position: z.number().int().nonnegative(), hash: z.string() }),
  /** The hall key under the recovery phrase (security/hall-key). */
  recovery: z.string().min(1),
  /** Journal, data keys, and the few files that say who this desk is. */
  entries: EntryList,
  /** Pieces that hold lists of entries: sealed files by folder. */
  lists: z.array(z.object({ path: Inside, hash: Hash })),
  files: z.number().int(),
  bytes: z.number(),
  /** When every byte that this set names was last read at this place. */
  readAt: z.number().int(),
  /** What the desk's journal itself lacked by then; absent: nothing. */
  damage: z.array(BackupDamage).optional(),
});
export type SetBody = z.infer<typeof Body>;
export const SetFile = z.object({ body: z.string(), sha256: Hash, mac: Hash });

export const PlaceFile = z.object({ v: z.literal(1), hallId: z.string(), deskCode: z.string(), placeId: z.string().min(8) });
export type PlaceFile = z.infer<typeof PlaceFile>;

export const placeOf = (folder: string) => ({
  file: join(folder, 'backup.json'),
  busy: join(folder, 'busy.json'),
  objects: join(folder, 'objects'),
  sets: join(folder, 'sets'),
});
export const objectPath = (folder: string, hash: string): string => join(placeOf(folder).objects, hash.slice(0, 2), hash);
/** Where a desk's backups go within the folder that somebody chose. */
export const folderName = (hallId: string, deskCode: string): string => `接访台备份-${deskCode}号登记台-${hallId.slice(0, 8)}`;

/** Sorts by time; the number of the last save tells two of one second apart. */
export const setId = (madeAt: number, position: number): string =>
  `${new Date(madeAt).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}-${String(position).padStart(9, '0')}`;
export const SET_NAME = /^(\d{8}-\d{6}-\d{9})\.json$/;

/** Who has the hall key made it: nobody else can put another set there that opens. */
const macOf = (hallKey: Uint8Array, body: string): string =>
  createHmac('sha256', hkdf(sha256, hallKey, undefined, Buffer.from('reception/1/backup-set'), 32))
    .update(body)
    .digest('hex');
const hashOf = (body: string): string => Buffer.from(sha256(Buffer.from(body))).toString('hex');

export function encodeSet(body: SetBody, hallKey: Uint8Array): Buffer {
  const text = JSON.stringify(body);
  return Buffer.from(`${JSON.stringify({ body: text, sha256: hashOf(text), mac: macOf(hallKey, text) })}\n`);
}

/** Null when it is no whole set. @param hallKey also that it was made with this key */
export function decodeSet(bytes: Buffer, hallKey?: Uint8Array): SetBody | null {
  try {
    const { body, sha256: said, mac } = SetFile.parse(JSON.parse(bytes.toString('utf8')));
    if (hashOf(body) !== said) return null;
    if (hallKey && !timingSafeEqual(Buffer.from(macOf(hallKey, body), 'hex'), Buffer.from(mac, 'hex'))) return null;
    return Body.parse(JSON.parse(body));
  } catch {
    return null;
  }
}
