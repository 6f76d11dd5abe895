import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { type SignedBatch, signedBytes } from '../storage/signed-batch';

/**
 * Ed25519 of the platform, off the main thread: a first sync verifies a hundred thousand signatures. Keys travel as raw
 * 32 bytes, hex; Node wants them in DER, whose heads are constant for this curve (RFC 8410).
 */
const PRIVATE_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
const HEX_KEY = /^[0-9a-f]{64}$/;

const signAside = promisify<null, Uint8Array, KeyObject, Buffer>(sign);
const verifyAside = promisify<null, Uint8Array, KeyObject, Uint8Array, boolean>(verify);

export interface KeyPairHex {
  publicKey: string;
  privateKey: string;
}

export function newSigningKeys(): KeyPairHex {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { publicKey: rawHex(publicKey, 'spki'), privateKey: rawHex(privateKey, 'pkcs8') };
}

const rawHex = (key: KeyObject, type: 'spki' | 'pkcs8'): string =>
  Buffer.from(key.export({ format: 'der', type: type as 'spki' }))
    .subarray(-32)
    .toString('hex');

/** @throws when it is no key */
const fromHex = (hex: string): Buffer => {
  if (!HEX_KEY.test(hex)) throw new Error('a key is 32 bytes, hex');
  return Buffer.from(hex, 'hex');
};

/** Signs what this desk has written. */
export class Signer {
  private readonly key: KeyObject;
  readonly publicKey: string;

  constructor(privateKey: string) {
    this.key = createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, fromHex(privateKey)]), format: 'der', type: 'pkcs8' });
    this.publicKey = rawHex(createPublicKey(this.key), 'spki');
  }

  bytes(bytes: Uint8Array): Promise<Uint8Array> {
    return signAside(null, bytes, this.key);
  }

  async batch(hallId: string, payload: Uint8Array): Promise<SignedBatch> {
    return { payload, signature: await this.bytes(signedBytes(hallId, payload)) };
  }
}

const known = new Map<string, KeyObject>();

function publicKey(hex: string): KeyObject {
  const there = known.get(hex);
  if (there) return there;
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, fromHex(hex)]), format: 'der', type: 'spki' });
  known.set(hex, key);
  return key;
}

/** False also for a key that is none. */
export async function isSigned(by: string, bytes: Uint8Array, signature: Uint8Array): Promise<boolean> {
  try {
    return await verifyAside(null, bytes, publicKey(by), signature);
  } catch {
    return false;
  }
}

export const isSignedBatch = (by: string, hallId: string, { payload, signature }: SignedBatch): Promise<boolean> =>
  isSigned(by, signedBytes(hallId, payload), signature);
