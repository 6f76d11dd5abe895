import { randomBytes } from 'node:crypto';
import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { openBytes, sealBytes } from '../security/seal';

/**
 * A secret for one desk, to be carried where others read: sealed with a key that only that desk's signing key agrees on
 * (Ed25519 keys read as X25519, a new pair of the sender each time).
 */
export function sealFor(publicKey: string, secret: Uint8Array, about: string): string {
  const mine = randomBytes(32);
  const theirs = ed25519.utils.toMontgomery(Buffer.from(publicKey, 'hex'));
  const sent = Buffer.from(x25519.getPublicKey(mine)).toString('hex');
  return `${sent}.${sealBytes(agreed(x25519.getSharedSecret(mine, theirs), sent, publicKey), secret, about)}`;
}

/** Null when it is for another, or was changed. */
export function openShare(privateKey: string, share: string, about: string): Uint8Array | null {
  const at = share.indexOf('.');
  const sent = share.slice(0, at);
  if (!/^[0-9a-f]{64}$/.test(sent)) return null;
  const seed = Buffer.from(privateKey, 'hex');
  try {
    const shared = x25519.getSharedSecret(ed25519.utils.toMontgomerySecret(seed), Buffer.from(sent, 'hex'));
    const own = Buffer.from(ed25519.getPublicKey(seed)).toString('hex');
    return openBytes(agreed(shared, sent, own), share.slice(at + 1), about);
  } catch {
    return null;
  }
}

const agreed = (shared: Uint8Array, sent: string, receiver: string): Uint8Array =>
  hkdf(sha256, shared, undefined, Buffer.from(`reception/1/share|${sent}|${receiver}`), 32);
