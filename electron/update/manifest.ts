import { createPublicKey, verify } from 'node:crypto';
import { UPDATE_MANIFEST, UPDATE_SIGNATURE, UpdateManifest } from '../../shared/domain/update';
import { RefusedUpdate } from './refused-update';
import { readSmall, type UpdateSource } from './source';

/** Before the manifest's bytes when they are signed, so that a signature made for anything else says nothing here. */
const PURPOSE = Buffer.from('jiefangtai update manifest 1\n');
const LARGEST = 256 * 1024;

/** @param publicKey the vendor's, SPKI in PEM, Ed25519. @throws RefusedUpdate */
export async function readManifest(source: UpdateSource, publicKey: string, signal: AbortSignal): Promise<UpdateManifest> {
  const bytes = await readSmall(source, UPDATE_MANIFEST, LARGEST, signal);
  const signature = await readSmall(source, UPDATE_SIGNATURE, 1024, signal);
  return openManifest(bytes, signature.toString('utf8'), publicKey);
}

/** Nothing of the bytes is looked at before the signature is right. @throws RefusedUpdate */
export function openManifest(bytes: Buffer, signature: string, publicKey: string): UpdateManifest {
  if (!isSigned(bytes, signature, publicKey)) throw new RefusedUpdate('bad-signature');
  try {
    return UpdateManifest.parse(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    throw new RefusedUpdate('bad-manifest', String(error).slice(0, 300));
  }
}

function isSigned(bytes: Buffer, signature: string, publicKey: string): boolean {
  const raw = Buffer.from(signature.trim(), 'base64');
  const key = createPublicKey(publicKey);
  if (raw.length !== 64 || key.asymmetricKeyType !== 'ed25519') return false;
  return verify(null, Buffer.concat([PURPOSE, bytes]), key, raw);
}
