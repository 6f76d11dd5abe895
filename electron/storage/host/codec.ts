import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { decode, encode } from 'cborg';
import { base64url, own, utf8 } from './bytes';
import { GenerationKey } from './generation-key';

/**
 * The seal of every stored value: XChaCha20-Poly1305 over CBOR. Synchronous, because IndexedDB transactions end
 * while a promise of WebCrypto is awaited. The first byte names the suite, so that SM4 can follow beside it.
 */
const SUITE_XCHACHA20_POLY1305 = 1;
/** The same, with the generation of the hall's key between suite and nonce. */
const SUITE_OF_GENERATION = 2;
const NONCE = 24;
const GENERATION = 4;

/** A data key, or a use of the hall's own key, which may have been renewed. */
export type SealKey = Uint8Array | GenerationKey;

/** A key with its nonce-derived cipher; 24 random bytes never repeat in practice. */
export function sealBytes(key: SealKey, plain: Uint8Array, about: string): Uint8Array {
  const renewed = key instanceof GenerationKey ? key.newest : null;
  const head = 1 + (renewed ? GENERATION : 0);
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const with_ = renewed?.key ?? (key instanceof GenerationKey ? key.first : key);
  const sealed = xchacha20poly1305(with_, nonce, utf8(about)).encrypt(plain);
  const bytes = new Uint8Array(head + NONCE + sealed.length);
  bytes[0] = renewed ? SUITE_OF_GENERATION : SUITE_XCHACHA20_POLY1305;
  if (renewed) new DataView(bytes.buffer).setUint32(1, renewed.generation);
  bytes.set(nonce, head);
  bytes.set(sealed, head + NONCE);
  return bytes;
}

/** @throws when the suite is unknown, the key is another or a byte was changed; UnknownGeneration */
export function openBytes(key: SealKey, bytes: Uint8Array, about: string): Uint8Array {
  const { with: with_, head } = opener(key, bytes);
  return xchacha20poly1305(with_, bytes.subarray(head, head + NONCE), utf8(about)).decrypt(bytes.subarray(head + NONCE));
}

function opener(key: SealKey, bytes: Uint8Array): { with: Uint8Array; head: number } {
  if (bytes[0] === SUITE_XCHACHA20_POLY1305) return { with: key instanceof GenerationKey ? key.first : key, head: 1 };
  if (bytes[0] !== SUITE_OF_GENERATION || !(key instanceof GenerationKey)) throw new Error(`sealed value: unknown suite ${bytes[0]}`);
  const generation = new DataView(bytes.buffer, bytes.byteOffset, 1 + GENERATION).getUint32(1);
  return { with: key.at(generation), head: 1 + GENERATION };
}

export const sealValue = (key: SealKey, value: unknown, about: string): Uint8Array => sealBytes(key, encode(value), about);
export const openValue = (key: SealKey, bytes: Uint8Array, about: string): unknown => decode(openBytes(key, bytes, about));

/** A sealed row opens only as that row: a row's bytes moved under another id are refused. */
export const aboutRow = (table: string, rowId: string): string => `row|${table}|${rowId}`;

export const hashOf = (bytes: Uint8Array): Uint8Array => own(sha256(bytes));

export function deriveKey(key: Uint8Array, purpose: string): Uint8Array {
  return hkdf(sha256, key, undefined, utf8(`reception/1/${purpose}`), 32);
}

/** What the hall key is used for; never the key itself. What it was renewed for has its generations. */
export interface HallKeys {
  /** Wraps the data keys. */
  wrap: GenerationKey;
  /** Keyed hashes of numbers and search words: never renewed, or nobody would be found again. */
  hash: Uint8Array;
  /** Seals the body of a batch. */
  body: GenerationKey;
  /** Of this desk alone. */
  draft: Uint8Array;
  /** Rows that belong to the hall: staff, settings, audit. */
  row: GenerationKey;
}

/** A renewed hall key, by the number of its generation (1 to 2³²−1). */
export interface LaterKey {
  id: number;
  /** 32 bytes. */
  key: Uint8Array;
}

export function hallKeys(hallKey: Uint8Array, later: readonly LaterKey[] = []): HallKeys {
  const of = (purpose: string): Uint8Array => deriveKey(hallKey, purpose);
  const renewable = (purpose: string): GenerationKey => new GenerationKey(of(purpose));
  const hall = { wrap: renewable('wrap'), hash: of('hash'), body: renewable('body'), draft: of('draft'), row: renewable('hall-row') };
  for (const { id, key } of later) addGeneration(hall, id, key);
  return hall;
}

export function addGeneration({ wrap, body, row }: HallKeys, id: number, key: Uint8Array): void {
  wrap.add(id, deriveKey(key, 'wrap'));
  body.add(id, deriveKey(key, 'body'));
  row.add(id, deriveKey(key, 'hall-row'));
}

export function sealWith({ wrap, body, row }: HallKeys, id: number): void {
  for (const key of [wrap, body, row]) key.sealWith(id);
}

const keyedHash = (keys: HallKeys, kind: string, text: string, bytes: number): string =>
  base64url(hmac(sha256, keys.hash, utf8(`${kind}|${text}`)).subarray(0, bytes));

/** Finds a person by document without storing its number. 16 bytes: two people never share one. */
export const identityHash = (keys: HallKeys, identityKey: string): string => keyedHash(keys, 'identity', identityKey, 16);
/** A search word. 8 bytes: a chance meeting is sorted out after opening. */
export const tokenHash = (keys: HallKeys, token: string): string => keyedHash(keys, 'token', token, 8);
/** Names a thing whose own name must not be readable, e.g. a counted refusal. */
export const nameHash = (keys: HallKeys, name: string): string => keyedHash(keys, 'name', name, 16);
