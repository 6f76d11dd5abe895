import { randomBytes } from 'node:crypto';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';

/** Seals a small secret under a 32-byte key. The suite's name stands in front, so that SM4 can follow. */
const SUITE = 'xc20p1';

export function sealBytes(key: Uint8Array, plain: Uint8Array, about: string): string {
  const nonce = randomBytes(24);
  const sealed = xchacha20poly1305(key, nonce, Buffer.from(about)).encrypt(plain);
  return `${SUITE}.${nonce.toString('base64url')}.${Buffer.from(sealed).toString('base64url')}`;
}

/** Null when the key is wrong or the text was changed. */
export function openBytes(key: Uint8Array, text: string, about: string): Uint8Array | null {
  const [suite, nonce, sealed] = text.split('.');
  if (suite !== SUITE || !nonce || !sealed) return null;
  try {
    return xchacha20poly1305(key, Buffer.from(nonce, 'base64url'), Buffer.from(about)).decrypt(Buffer.from(sealed, 'base64url'));
  } catch {
    return null;
  }
}
