import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { refuse } from '../../shared/errors';
import { openOutside } from '../files/outside-file';
import type { InternalStorage } from '../storage/internal';
import type { KnownDesks } from './known-desks';
import {
  LONGEST_FRAME,
  MAGIC,
  openFrame,
  type PackageFrame,
  type PackageHead,
  packageKey,
  packageSigned,
  readHead,
  readTrailer,
  TRAILER_BYTES,
} from './package-format';
import type { ReceivedCount, Receiver } from './receiver';
import { isSigned } from './sign';

export interface PackageTaker {
  storage: InternalStorage;
  hallId: string;
  hallKey: Uint8Array;
  desks: KnownDesks;
  receiver: Receiver;
}

const DAMAGED = '数据包已损坏或没有写完，什么也没有导入。请在原登记台重新导出，换一个 U 盘再试。';
const damaged = (): never => refuse('refused', { message: DAMAGED });

/**
 * Takes in a package: first its seal and its maker's signature over the whole file, then its batches, each judged like
 * one from the hub. In any order with others, and twice: what is there already is known.
 * @throws Refusal with the reason
 */
export async function readPackage(path: string, taker: PackageTaker): Promise<ReceivedCount> {
  const { file, size } = await openOutside(path).catch(() =>
    refuse('refused', { message: '数据包打不开，什么也没有导入。请检查 U 盘后再试。' }),
  );
  try {
    const { head, at } = await headOf(file);
    if (head.hallId !== taker.hallId)
      refuse('refused', { message: '这是其他单位的数据包，什么也没有导入。请选择本单位登记台导出的数据包。' });
    const end = size - TRAILER_BYTES;
    await mustBeSigned(file, end, taker.desks);
    const count: ReceivedCount = { changes: 0, known: 0, refused: 0 };
    for await (const frame of framesOf(file, at, end, packageKey(taker.hallKey, head))) await take(frame, taker, count);
    return count;
  } finally {
    await file.close();
  }
}

async function headOf(file: FileHandle): Promise<{ head: PackageHead; at: number }> {
  const start = await piece(file, 0, MAGIC.length + 4);
  if (!start.subarray(0, MAGIC.length).equals(MAGIC))
    refuse('refused', { message: '所选文件不是接访台的数据包，什么也没有导入。请选择「导出数据包」生成的文件。' });
  const length = start.readUInt32BE(MAGIC.length);
  const head = length < 1024 ? readHead(await piece(file, start.length, length)) : null;
  return { head: head ?? damaged(), at: start.length + length };
}

async function mustBeSigned(file: FileHandle, end: number, desks: KnownDesks): Promise<void> {
  const trailer = end > 0 ? readTrailer(await piece(file, end, TRAILER_BYTES)) : null;
  if (!trailer) return damaged();
  await desks.load();
  const desk = desks.get(trailer.desk);
  if (!desk)
    refuse('refused', { message: `数据包来自本机不认识的 ${trailer.desk} 号登记台，什么也没有导入。请先从管理员的登记台导入一次。` });
  if (desk.revokedAfter) refuse('refused', { message: `${trailer.desk} 号登记台已停用，它的数据包不再接收，什么也没有导入。` });
  const hash = createHash('sha256');
  // Of the file that is open: another of the same name may lie there by now.
  for await (const bytes of file.createReadStream({ start: 0, end: end - 1, autoClose: false })) hash.update(bytes as Buffer);
  if (!(await isSigned(desk.publicKey, packageSigned(hash.digest()), trailer.signature)))
    refuse('refused', { message: '数据包的签名不符，可能损坏或被改动，什么也没有导入。请在原登记台重新导出。' });
}

async function* framesOf(file: FileHandle, from: number, end: number, key: Uint8Array): AsyncGenerator<PackageFrame> {
  let n = 0;
  for (let at = from; at < end; ) {
    const length = (await piece(file, at, 4)).readUInt32BE(0);
    if (length > LONGEST_FRAME || at + 4 + length > end) damaged();
    const frame = opened(key, ++n, await piece(file, at + 4, length));
    at += 4 + length;
    if (frame.kind !== 'end') yield frame;
    else if (frame.frames !== n - 1 || at !== end) damaged();
    else return;
  }
  damaged();
}

function opened(key: Uint8Array, n: number, bytes: Buffer): PackageFrame {
  try {
    return openFrame(key, n, bytes);
  } catch {
    return damaged();
  }
}

async function take(frame: PackageFrame, { storage, receiver }: PackageTaker, count: ReceivedCount): Promise<void> {
  if (frame.kind === 'keys') await storage.internal('internal.sync.addKeys', { keys: frame.keys });
  if (frame.kind !== 'batches') return;
  const got = await receiver.receive([{ data: frame.message, from: '', subject: null }], async () => [], null, 'past');
  count.changes += got.changes;
  count.known += got.known;
  count.refused += got.refused;
}

async function piece(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, at);
  if (bytesRead !== length) damaged();
  return bytes;
}
