import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SoundPart } from '../../shared/domain/recordings';

/**
 * One part, sealed by itself: start and duration (ms, 4 bytes each), nonce, tag, AES-256-GCM. Recording, place and
 * times are bound into the seal, so that parts cannot be exchanged, left out in the middle or moved unnoticed.
 */
const NONCE = 12;
const TAG = 16;
export const PART_HEAD = 8 + NONCE + TAG;

const about = (id: string, { n, startMs, durationMs }: SoundPart): Buffer => Buffer.from(`${id}|${n}|${startMs}|${durationMs}`);

export function sealPart(id: string, key: Uint8Array, part: SoundPart, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(about(id, part));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  const head = Buffer.alloc(8);
  head.writeUInt32LE(part.startMs, 0);
  head.writeUInt32LE(part.durationMs, 4);
  return Buffer.concat([head, nonce, cipher.getAuthTag(), body]);
}

/** Only the times, which stand before the seal. */
export function timesOfPart(n: number, head: Buffer): SoundPart {
  return { n, startMs: head.readUInt32LE(0), durationMs: head.readUInt32LE(4) };
}

/** @throws when it is not what was sealed for this place of this recording */
export function openPart(id: string, key: Uint8Array, n: number, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(8, 8 + NONCE))
    .setAAD(about(id, timesOfPart(n, sealed)))
    .setAuthTag(sealed.subarray(8 + NONCE, PART_HEAD));
  return Buffer.concat([decipher.update(sealed.subarray(PART_HEAD)), decipher.final()]);
}
