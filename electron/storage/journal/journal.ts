import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileDurably } from './durable-file';
import { JournalError } from './errors';
import { FRAME_HEAD, type Frame, scanFrames } from './frame';
import { FramedFile, preallocate } from './framed-file';
import { decodeHead, encodeHead, HEAD_SIZE } from './head';

export interface JournalOptions {
  dir: string;
  hallId: string;
  deskCode: string;
  /** Bytes of a segment; smaller in tests. */
  segmentBytes?: number;
}
export interface JournalTail {
  /** Position of the last frame, 0 in an empty journal. */
  position: number;
  /** SHA-256 of its payload. */
  hash: Uint8Array | null;
}
/** A segment as far as it is written: these bytes of the file never change. */
export interface WrittenSegment {
  number: number;
  path: string;
  bytes: number;
}
interface Segment {
  number: number;
  /** Position of its first frame. */
  first: number;
  path: string;
  /** Only of the one that is written; the others are opened to be read. */
  file: FramedFile | null;
}

/** A damaged part of a segment. */
interface Stretch {
  from: number;
  bytes: Uint8Array;
}

const SEGMENT_BYTES = 8 * 1024 * 1024;
const RESERVE = 'reserve.xfj';
const DAMAGED = (number: number, bytes: number): string =>
  `日志第 ${number} 段有 ${bytes} 字节损坏，已另存备查；其后的记录完好。请联系系统管理员。`;
const nameOf = (number: number): string => `journal-${String(number).padStart(6, '0')}.xfj`;

/**
 * The journal: every write of this desk, flushed to the disk before anyone hears that it is saved. It stands beside
 * IndexedDB because IndexedDB alone was seen to come back empty after a full disk (ARCHITECTURE.md). It only grows.
 */
export class Journal {
  readonly findings: string[] = [];
  /** `missing`: the next segment could not be prepared; the disk guard must stop writing before it is needed. */
  reserve: 'ready' | 'preparing' | 'missing' = 'missing';
  private position = 0;
  private hash: Uint8Array | null = null;
  private segments: Segment[] = [];
  private writing: Promise<unknown> = Promise.resolve();
  private preparing: Promise<void> | null = null;
  private broken: unknown = null;

  private constructor(private readonly options: Required<JournalOptions>) {}

  /** @throws JournalError when the folder holds another hall's or desk's journal, or a segment is missing */
  static async open(options: JournalOptions): Promise<Journal> {
    const journal = new Journal({ segmentBytes: SEGMENT_BYTES, ...options });
    await mkdir(options.dir, { recursive: true, mode: 0o700 });
    const names = (await readdir(options.dir)).filter((n) => /^journal-\d{6}\.xfj$/.test(n)).sort();
    for (const [index, name] of names.entries()) await journal.addSegment(name, index + 1);
    await journal.openTail();
    await journal.prepareReserve();
    return journal;
  }

  get tail(): JournalTail {
    return { position: this.position, hash: this.hash };
  }

  /** What is on the disk up to the tail, between two appends: what a backup copies. */
  written(): Promise<{ tail: JournalTail; segments: WrittenSegment[] }> {
    const mine = this.writing.then(async () => {
      const segments = this.segments.map(async ({ number, path, file }) => ({
        number,
        path,
        bytes: file?.used ?? (await stat(path)).size,
      }));
      return { tail: this.tail, segments: await Promise.all(segments) };
    });
    this.writing = mine.catch(() => {});
    return mine;
  }

  /** @returns its position, after the flush to the disk has completed */
  append(payload: Uint8Array): Promise<number> {
    return this.appendAll([payload]);
  }

  /**
   * Many at once: one flush for all that fit into a segment. Whole or not at all for whoever waits; after a power cut the
   * first of them may be there. @returns the position of the last, after the flush to the disk has completed
   */
  appendAll(payloads: readonly Uint8Array[]): Promise<number> {
    const mine = this.writing.then(() => this.appendNow(payloads));
    this.writing = mine.catch(() => {});
    return mine;
  }

  /** Every whole frame from a position on, in order. */
  async *read(from: number): AsyncGenerator<{ position: number; payload: Uint8Array }> {
    const last = this.position;
    for (const [index, segment] of this.segments.entries()) {
      const next = this.segments[index + 1];
      if (next && next.first <= from) continue;
      const frames = segment.file ? await segment.file.frames() : (await this.look(segment)).frames;
      for (const frame of frames) if (frame.position >= from && frame.position <= last) yield frame;
    }
  }

  /**
   * Looks through the segments that opening left alone: opening reads only the newest, or a start would take longer with
   * every year. @returns a sentence for each damage; the damaged bytes are kept aside
   */
  async inspect(): Promise<string[]> {
    const sentences: string[] = [];
    // One room for all: years of segments would otherwise stand in memory until somebody cleans up.
    let room = Buffer.alloc(0);
    for (const [index, segment] of this.segments.slice(0, -1).entries()) {
      const { size } = await stat(segment.path);
      if (room.length < size) room = Buffer.alloc(size);
      const { frames, damaged } = await this.look(segment, room.subarray(0, size));
      for (const part of damaged) sentences.push(await this.setAside(segment.number, part));
      const next = this.segments[index + 1];
      const last = frames.at(-1);
      if (next && last?.position !== next.first - 1)
        sentences.push(`日志第 ${segment.number} 段末尾缺损；其后的记录完好。请联系系统管理员。`);
    }
    return sentences;
  }

  async close(): Promise<void> {
    await this.writing;
    await this.preparing;
    for (const { file } of this.segments) await file?.close();
    this.segments = [];
  }

  private async appendNow(payloads: readonly Uint8Array[]): Promise<number> {
    if (this.broken) throw this.broken;
    try {
      for (let left = payloads; left.length > 0; ) {
        const current = this.segments.at(-1)?.file;
        const file = current && current.fitting(left) > 0 ? current : await this.newSegment(left[0]?.byteLength);
        const now = left.slice(0, file.fitting(left));
        await file.appendAll(this.position + 1, now);
        this.position += now.length;
        const last = now.at(-1);
        if (last) this.hash = sha256(last);
        if (this.reserve === 'missing' && file.free < this.options.segmentBytes / 2) void this.prepareReserve();
        left = left.slice(now.length);
      }
      return this.position;
    } catch (error) {
      // What of a failed write reached the disk is unknown: nothing may follow it before a new opening has looked.
      this.broken = error;
      throw error;
    }
  }

  private async newSegment(payloadBytes = 0): Promise<FramedFile> {
    await this.preparing;
    const number = this.segments.length + 1;
    const head = encodeHead({ hallId: this.options.hallId, deskCode: this.options.deskCode, number, first: this.position + 1 });
    const path = join(this.options.dir, nameOf(number));
    const reserved = join(this.options.dir, RESERVE);
    // A payload larger than a segment gets one of its own size.
    const size = Math.max(this.options.segmentBytes, HEAD_SIZE + FRAME_HEAD + payloadBytes);
    const file = this.reserve === 'ready' ? await FramedFile.take(reserved, path, head, size) : await FramedFile.create(path, head, size);
    this.reserve = 'missing';
    await this.segments.at(-1)?.file?.close();
    this.segments = this.segments.map((segment) => ({ ...segment, file: null }));
    this.segments.push({ number, first: this.position + 1, path, file });
    // At once: while it is missing the disk guard lets nobody write, so no later append would come to ask for it.
    void this.prepareReserve();
    return file;
  }

  /** The next segment's room, written to the disk while there is some. The disk guard asks again once there is. */
  prepareReserve(): Promise<void> {
    if (this.preparing) return this.preparing;
    this.reserve = 'preparing';
    this.preparing = preallocate(join(this.options.dir, RESERVE), this.options.segmentBytes)
      .then(
        () => {
          this.reserve = 'ready';
        },
        () => {
          this.reserve = 'missing';
        },
      )
      .finally(() => {
        this.preparing = null;
      });
    return this.preparing;
  }

  private async addSegment(name: string, number: number): Promise<void> {
    const path = join(this.options.dir, name);
    if (name !== nameOf(number)) throw new JournalError('damaged', `${nameOf(number)} is missing`);
    const known = decodeHead(await firstBytes(path, Buffer.alloc(HEAD_SIZE)));
    if (!known) throw new JournalError('damaged', `${name}: unreadable head`);
    if (known.hallId !== this.options.hallId || known.deskCode !== this.options.deskCode)
      throw new JournalError('foreign', `${name}: another hall or desk`);
    this.segments.push({ number, first: known.first, path, file: null });
  }

  /** The newest segment to write on, and the last whole frame, which stands before it when it is still empty. */
  private async openTail(): Promise<void> {
    const newest = this.segments.at(-1);
    if (!newest) {
      await this.newSegment();
      return;
    }
    const { framed, scan, bytes } = await FramedFile.open(newest.path, HEAD_SIZE);
    newest.file = framed;
    if (scan.torn) this.findings.push('上次关机时有一次保存没有写完（未向任何人确认），已清除。');
    for (const { from, to } of scan.damage)
      this.findings.push(await this.setAside(newest.number, { from, bytes: bytes.subarray(from, to) }));
    let last = scan.frames.at(-1);
    for (let before = this.segments.length - 2; !last && before >= 0; before--) {
      const segment = this.segments[before];
      last = segment && (await this.look(segment)).frames.at(-1);
    }
    if (last) {
      this.position = last.position;
      this.hash = sha256(last.payload);
    }
    // A file that came back shorter (a copy, a repaired disk) gets its room again; without room a new segment is begun.
    await framed.reserve(this.options.segmentBytes).catch(() => {});
  }

  /** An older segment's frames and damaged stretches: views of its bytes, read into `room` if one is given. */
  private async look({ path }: Segment, room?: Buffer): Promise<{ frames: Frame[]; damaged: Stretch[] }> {
    const bytes = room ? await firstBytes(path, room) : await readFile(path);
    const { frames, damage, end, torn } = scanFrames(bytes, HEAD_SIZE);
    // Nothing is being written here any more: bytes behind the last frame are damage like any other.
    const all = torn ? [...damage, { from: end, to: bytes.length }] : damage;
    return { frames, damaged: all.map(({ from, to }) => ({ from, bytes: bytes.subarray(from, to) })) };
  }

  private async setAside(number: number, { from, bytes }: Stretch): Promise<string> {
    await writeFileDurably(join(this.options.dir, `damaged-${number}-${from}.bin`), bytes);
    return DAMAGED(number, bytes.byteLength);
  }
}

/** Fills the room from the file's beginning. */
async function firstBytes(path: string, room: Buffer): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    await file.read(room, 0, room.length, 0);
    return room;
  } finally {
    await file.close();
  }
}

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
