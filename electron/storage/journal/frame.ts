import { crc32 } from 'node:zlib';

/**
 * One frame: magic, payload length, position, CRC-32 over length, position and payload, then the payload. Zeros mean the
 * end, since the space is preallocated with zeros. The position in the head names what is missing after damage.
 */
export const FRAME_HEAD = 16;
const MAGIC = Buffer.from('XFJ\u0001', 'latin1');

export function encodeFrame(position: number, payload: Uint8Array): Buffer {
  const frame = Buffer.alloc(FRAME_HEAD + payload.byteLength);
  MAGIC.copy(frame);
  frame.writeUInt32LE(payload.byteLength, 4);
  frame.writeUInt32LE(position, 8);
  frame.set(payload, FRAME_HEAD);
  frame.writeUInt32LE(checksum(frame), 12);
  return frame;
}

const checksum = (frame: Buffer): number => crc32(frame.subarray(FRAME_HEAD), crc32(frame.subarray(4, 12)));

export interface Frame {
  position: number;
  payload: Buffer;
}
export interface Scan {
  frames: Frame[];
  /** Where the last valid frame ends. */
  end: number;
  /** Damaged stretches that valid frames follow. */
  damage: { from: number; to: number }[];
  /** Bytes after `end` that are not zero: a write that never finished. */
  torn: boolean;
}

export function scanFrames(bytes: Buffer, from: number): Scan {
  const scan: Scan = { frames: [], end: from, damage: [], torn: false };
  for (let at = from; ; ) {
    const frame = frameAt(bytes, at);
    if (frame) {
      scan.frames.push(frame);
      at = scan.end = at + FRAME_HEAD + frame.payload.length;
      continue;
    }
    const next = nextFrame(bytes, at);
    if (next < 0) break;
    scan.damage.push({ from: at, to: next });
    at = next;
  }
  scan.torn = !isZero(bytes.subarray(scan.end));
  return scan;
}

function frameAt(bytes: Buffer, at: number): Frame | null {
  if (at + FRAME_HEAD > bytes.length || bytes.compare(MAGIC, 0, 4, at, at + 4) !== 0) return null;
  const length = bytes.readUInt32LE(at + 4);
  if (length === 0 || at + FRAME_HEAD + length > bytes.length) return null;
  const frame = bytes.subarray(at, at + FRAME_HEAD + length);
  return checksum(frame) === frame.readUInt32LE(12) ? { position: frame.readUInt32LE(8), payload: frame.subarray(FRAME_HEAD) } : null;
}

/** The next place where a whole valid frame stands, or -1. */
function nextFrame(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(MAGIC, from); at >= 0; at = bytes.indexOf(MAGIC, at + 1)) if (frameAt(bytes, at)) return at;
  return -1;
}

function isZero(bytes: Buffer): boolean {
  return bytes.length === 0 || (bytes[0] === 0 && bytes.compare(bytes, 1, bytes.length, 0, bytes.length - 1) === 0);
}
