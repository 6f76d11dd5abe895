import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { Unreadable } from './unreadable';

/** The parts of a zip file that an office document needs: its list, and one part as a stream with a limit. Nothing is unpacked to the disk. */
export interface ZipPart {
  name: string;
  method: number;
  packed: number;
  offset: number;
  encrypted: boolean;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end's record and the longest comment behind it. */
const TAIL = 22 + 0xffff;
const MOST_PARTS = 5000;
const CHUNK = 256 * 1024;
const damaged = (): Unreadable => new Unreadable('文件已损坏或没有保存完整，没有导入。请用原来的软件另存一份再选。');

export async function listParts(file: FileHandle, size: number): Promise<ZipPart[]> {
  const tail = await read(file, Math.max(0, size - TAIL), Math.min(size, TAIL));
  let end = -1;
  for (let at = tail.length - 22; at >= 0 && end < 0; at--) if (tail.readUInt32LE(at) === END) end = at;
  if (end < 0) throw damaged();
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (count > MOST_PARTS || start + length > size) throw damaged();
  const list = await read(file, start, length);
  const parts: ZipPart[] = [];
  for (let at = 0, n = 0; n < count; n++) {
    if (at + 46 > list.length || list.readUInt32LE(at) !== ENTRY) throw damaged();
    const nameLength = list.readUInt16LE(at + 28);
    parts.push({
      name: list.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      method: list.readUInt16LE(at + 10),
      packed: list.readUInt32LE(at + 20),
      offset: list.readUInt32LE(at + 42),
      encrypted: (list.readUInt16LE(at + 8) & 1) === 1,
    });
    at += 46 + nameLength + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
  }
  return parts;
}

/** The unpacked bytes of a part. What its list says of its size is not believed: the bytes are counted. */
export async function* unpack(file: FileHandle, part: ZipPart, limit: number): AsyncGenerator<Buffer> {
  if (part.encrypted) throw new Unreadable('文件有密码，没有导入。请用原来的软件取消密码，另存一份再选。');
  const head = await read(file, part.offset, 30);
  if (head.readUInt32LE(0) !== LOCAL) throw damaged();
  const start = part.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  if (part.packed === 0) return;
  if (part.method !== 0 && part.method !== 8) throw damaged();
  const packed = Readable.from(stored(file, start, part.packed));
  const bytes = part.method === 0 ? packed : packed.pipe(createInflateRaw({ chunkSize: CHUNK }));
  if (bytes !== packed) packed.on('error', (error) => bytes.destroy(error));
  let total = 0;
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      total += chunk.length;
      if (total > limit) throw new Unreadable('文件解压后过大，没有导入。请分成几个文件。');
      yield chunk;
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : damaged();
  } finally {
    packed.destroy();
    bytes.destroy();
  }
}

/** A stream of the file's own would close the file with itself. */
async function* stored(file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < length; done += CHUNK) yield await read(file, start + done, Math.min(CHUNK, length - done));
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  if (bytesRead < length) throw damaged();
  return bytes;
}
