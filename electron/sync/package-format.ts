import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { decode, encode } from 'cborg';
import type { WrappedKey } from '../storage/journal';

/*
 * A package is a head in clear (which hall, which file), sealed frames, and its maker's signature over all before it:
 *   magic | u32 length, head | { u32 length, tag, sealed frame }… | trailer: magic, desk, signature.
 * AES-256-GCM of the platform, under a key of this file alone; the frame's number is its nonce, so none can be moved,
 * and the last frame counts, so none can be cut off.
 */
export const MAGIC = Buffer.from('RCPKG1\r\n', 'latin1');
export const TRAILER_BYTES = 8 + 2 + 64;
const TRAILER_MAGIC = Buffer.from('RCPKGEND', 'latin1');
const TAG = 16;
/** A frame is one message of the hub's size, or some keys. */
export const LONGEST_FRAME = 64 * 1024 * 1024;

export interface PackageHead {
  v: 1;
  hallId: string;
  /** 32 bytes: of this file alone. */
  salt: Uint8Array;
}

export type PackageFrame =
  | { kind: 'keys'; keys: WrappedKey[] }
  /** A message as the hub would hold it. */
  | { kind: 'batches'; message: Uint8Array }
  | { kind: 'end'; frames: number };

export const newHead = (hallId: string): PackageHead => ({ v: 1, hallId, salt: new Uint8Array(randomBytes(32)) });
export const packageKey = (hallKey: Uint8Array, { salt }: PackageHead): Uint8Array =>
  hkdf(sha256, hallKey, salt, Buffer.from('reception/1/package'), 32);

export function withLength(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

const nonceOf = (n: number): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(n, 8);
  return nonce;
};

export function sealFrame(key: Uint8Array, n: number, frame: PackageFrame): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(n));
  const body = Buffer.concat([cipher.update(encode(frame)), cipher.final()]);
  return withLength(Buffer.concat([cipher.getAuthTag(), body]));
}

/** @throws when it was changed, moved, or sealed with another key */
export function openFrame(key: Uint8Array, n: number, bytes: Uint8Array): PackageFrame {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(n)).setAuthTag(bytes.subarray(0, TAG));
  return decode(Buffer.concat([decipher.update(bytes.subarray(TAG)), decipher.final()])) as PackageFrame;
}

export const trailerOf = (desk: string, signature: Uint8Array): Buffer =>
  Buffer.concat([TRAILER_MAGIC, Buffer.from(desk, 'latin1'), signature]);

/** Null when it is none: the file was cut short, or is no package. */
export function readTrailer(bytes: Buffer): { desk: string; signature: Uint8Array } | null {
  if (bytes.length !== TRAILER_BYTES || !bytes.subarray(0, 8).equals(TRAILER_MAGIC)) return null;
  return { desk: bytes.toString('latin1', 8, 10), signature: bytes.subarray(10) };
}

/** What the maker signs: bound to its use. */
export const packageSigned = (hash: Uint8Array): Buffer => Buffer.concat([Buffer.from('reception/1/package|'), hash]);

export const headBytes = (head: PackageHead): Uint8Array => encode(head);
/** Null when it is no head of version 1. */
export function readHead(bytes: Uint8Array): PackageHead | null {
  try {
    const head = decode(bytes) as Partial<PackageHead>;
    const whole = head.v === 1 && typeof head.hallId === 'string' && head.salt instanceof Uint8Array && head.salt.length === 32;
    return whole ? (head as PackageHead) : null;
  } catch {
    return null;
  }
}
