import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { decode, encode } from 'cborg';
import { base64url, own, utf8 } from './bytes';

/**
 * The seal of every stored value: XChaCha20-Poly1305 over CBOR. Synchronous, because IndexedDB transactions end
 * while a promise of WebCrypto is awaited. The first byte names the suite, so that SM4 can follow beside it.
 */
const SUITE_XCHACHA20_POLY1305 = 1;
const NONCE = 24;
const HEAD = 1 + NONCE;

/** A key with its nonce-derived cipher; 24 random bytes never repeat in practice. */
export function sealBytes(key: Uint8Array, plain: Uint8Array, about: string): Uint8Array {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const sealed = xchacha20poly1305(key, nonce, utf8(about)).encrypt(plain);
  const bytes = new Uint8Array(HEAD + sealed.length);
  bytes[0] = SUITE_XCHACHA20_POLY1305;
  bytes.set(nonce, 1);
  bytes.set(sealed, HEAD);
  return bytes;
}

/** @throws when the suite is unknown, the key is another or a byte was changed */
export function openBytes(key: Uint8Array, bytes: Uint8Array, about: string): Uint8Array {
  if (bytes[0] !== SUITE_XCHACHA20_POLY1305) throw new Error(`sealed value: unknown suite ${bytes[0]}`);
  return xchacha20poly1305(key, bytes.subarray(1, HEAD), utf8(about)).decrypt(bytes.subarray(HEAD));
}

export const sealValue = (key: Uint8Array, value: unknown, about: string): Uint8Array => sealBytes(key, encode(value), about);
export const openValue = (key: Uint8Array, bytes: Uint8Array, about: string): unknown => decode(openBytes(key, bytes, about));

/** A sealed row opens only as that row: a row's bytes moved under another id are refused. */
export const aboutRow = (table: string, rowId: string): string => `row|${table}|${rowId}`;

export const hashOf = (bytes: Uint8Array): Uint8Array => own(sha256(bytes));

export function deriveKey(key: Uint8Array, purpose: string): Uint8Array {
  return hkdf(sha256, key, undefined, utf8(`reception/1/${purpose}`), 32);
}

/** What the hall key is used for; never the key itself. */
export interface HallKeys {
  /** Wraps the data keys. */
  wrap: Uint8Array;
  /** Keyed hashes of numbers and search words. */
  hash: Uint8Array;
  /** Seals the body of a batch. */
  body: Uint8Array;
  draft: Uint8Array;
  /** Rows that belong to the hall: staff, settings, audit. */
  row: Uint8Array;
}

export function hallKeys(hallKey: Uint8Array): HallKeys {
  const of = (purpose: string): Uint8Array => deriveKey(hallKey, purpose);
  return { wrap: of('wrap'), hash: of('hash'), body: of('body'), draft: of('draft'), row: of('hall-row') };
}

const keyedHash = (keys: HallKeys, kind: string, text: string, bytes: number): string =>
  base64url(hmac(sha256, keys.hash, utf8(`${kind}|${text}`)).subarray(0, bytes));

/** Finds a person by document without storing its number. 16 bytes: two people never share one. */
export const identityHash = (keys: HallKeys, identityKey: string): string => keyedHash(keys, 'identity', identityKey, 16);
/** A search word. 8 bytes: a chance meeting is sorted out after opening. */
export const tokenHash = (keys: HallKeys, token: string): string => keyedHash(keys, 'token', token, 8);
/** Names a thing whose own name must not be readable, e.g. a counted refusal. */
export const nameHash = (keys: HallKeys, name: string): string => keyedHash(keys, 'name', name, 16);
