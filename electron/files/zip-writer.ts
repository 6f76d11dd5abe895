import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string;
  bytes: Buffer;
}

/** 1980-01-01: the same content is the same file, whenever it is made. */
const NO_TIME = 0;
const NO_DATE = 0x21;
const UTF8 = 0x0800;
const DEFLATE = 8;
const VERSION = 20;

/**
 * A zip file of a few small parts, for office documents; the reader stands beside it. Forty lines over Node's zlib instead of
 * a library, as there: no part of ours is ever large enough for the format's later extensions.
 */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes);
    const known = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(VERSION, 0);
    shared.writeUInt16LE(UTF8, 2);
    shared.writeUInt16LE(DEFLATE, 4);
    shared.writeUInt16LE(NO_TIME, 6);
    shared.writeUInt16LE(NO_DATE, 8);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(known.length, 22);
    const head = Buffer.from('PK\x03\x04', 'latin1');
    files.push(head, shared, known, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const made = Buffer.alloc(2);
    made.writeUInt16LE(VERSION, 0);
    list.push(Buffer.from('PK\x01\x02', 'latin1'), made, shared, place, known);
    offset += head.length + shared.length + known.length + packed.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, directory, end]);
}
