import { uncompress } from 'snappyjs';

/**
 * The unpacked data blocks of a LevelDB table file (.ldb): Chromium compresses them with Snappy, so a plain byte search
 * would overlook what is in them. Format: LevelDB's doc/table_format. A file that is no table gives nothing.
 */
const FOOTER = 48;
const MAGIC = Buffer.from('57fb808b247547db', 'hex');
const TRAILER_SNAPPY = 1;

export function unpackTable(file: Buffer): Buffer[] {
  if (file.length < FOOTER || !file.subarray(-8).equals(MAGIC)) return [];
  const footer = file.subarray(file.length - FOOTER);
  const meta = readHandle(footer, 0);
  const index = block(file, readHandle(footer, meta.next));
  const blocks: Buffer[] = [index, block(file, meta)];
  for (const value of entryValues(index)) blocks.push(block(file, readHandle(value, 0)));
  return blocks;
}

function block(file: Buffer, handle: { offset: number; size: number }): Buffer {
  const bytes = file.subarray(handle.offset, handle.offset + handle.size);
  return file[handle.offset + handle.size] === TRAILER_SNAPPY ? Buffer.from(uncompress(bytes)) : bytes;
}

/** Values of a block's entries: shared, unshared and value lengths as varints, then the bytes; restarts at the end. */
function entryValues(bytes: Buffer): Buffer[] {
  const restarts = bytes.readUInt32LE(bytes.length - 4);
  const end = bytes.length - 4 - restarts * 4;
  const values: Buffer[] = [];
  let at = 0;
  while (at < end) {
    const shared = varint(bytes, at);
    const unshared = varint(bytes, shared.next);
    const length = varint(bytes, unshared.next);
    const from = length.next + unshared.value;
    values.push(bytes.subarray(from, from + length.value));
    at = from + length.value;
  }
  return values;
}

function readHandle(bytes: Buffer, at: number): { offset: number; size: number; next: number } {
  const offset = varint(bytes, at);
  const size = varint(bytes, offset.next);
  return { offset: offset.value, size: size.value, next: size.next };
}

function varint(bytes: Buffer, at: number): { value: number; next: number } {
  let value = 0;
  let scale = 1;
  for (let next = at; ; next++) {
    const byte = bytes[next] ?? 0;
    value += (byte & 127) * scale;
    if (byte < 128) return { value, next: next + 1 };
    scale *= 128;
  }
}
