import { createHash } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileDurably } from './durable-file';
import { JournalError } from './errors';
import { FRAME_HEAD } from './frame';
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
interface Segment {
  number: number;
  first: number;
  file: FramedFile;
}

const SEGMENT_BYTES = 8 * 1024 * 1024;
const RESERVE = 'reserve.xfj';
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
    for (const [index, name] of names.entries()) await journal.openSegment(name, index + 1);
    // A file that came back shorter (a copy, a repaired disk) gets its room again; without room a new segment is begun.
    await journal.segments
      .at(-1)
      ?.file.reserve(journal.options.segmentBytes)
      .catch(() => {});
    if (journal.segments.length === 0) await journal.newSegment();
    await journal.prepareReserve();
    return journal;
  }

  get tail(): JournalTail {
    return { position: this.position, hash: this.hash };
  }

  /** @returns its position, after the flush to the disk has completed */
  append(payload: Uint8Array): Promise<number> {
    const mine = this.writing.then(() => this.appendOne(payload));
    this.writing = mine.catch(() => {});
    return mine;
  }

  /** Every whole frame from a position on, in order. */
  async *read(from: number): AsyncGenerator<{ position: number; payload: Uint8Array }> {
    const last = this.position;
    for (const [index, segment] of this.segments.entries()) {
      const next = this.segments[index + 1];
      if (next && next.first <= from) continue;
      for (const frame of await segment.file.frames()) if (frame.position >= from && frame.position <= last) yield frame;
    }
  }

  async close(): Promise<void> {
    await this.writing;
    await this.preparing;
    for (const segment of this.segments) await segment.file.close();
    this.segments = [];
  }

  private async appendOne(payload: Uint8Array): Promise<number> {
    if (this.broken) throw this.broken;
    try {
      const current = this.segments.at(-1);
      const segment = current?.file.fits(payload.byteLength) ? current : await this.newSegment(payload.byteLength);
      await segment.file.append(this.position + 1, payload);
      this.position += 1;
      this.hash = sha256(payload);
      if (this.reserve === 'missing' && segment.file.free < this.options.segmentBytes / 2) void this.prepareReserve();
      return this.position;
    } catch (error) {
      // What of a failed write reached the disk is unknown: nothing may follow it before a new opening has looked.
      this.broken = error;
      throw error;
    }
  }

  private async newSegment(payloadBytes = 0): Promise<Segment> {
    await this.preparing;
    const number = this.segments.length + 1;
    const head = encodeHead({ hallId: this.options.hallId, deskCode: this.options.deskCode, number, first: this.position + 1 });
    const path = join(this.options.dir, nameOf(number));
    const reserved = join(this.options.dir, RESERVE);
    // A payload larger than a segment gets one of its own size.
    const size = Math.max(this.options.segmentBytes, HEAD_SIZE + FRAME_HEAD + payloadBytes);
    const file = this.reserve === 'ready' ? await FramedFile.take(reserved, path, head, size) : await FramedFile.create(path, head, size);
    this.reserve = 'missing';
    const segment = { number, first: this.position + 1, file };
    this.segments.push(segment);
    // At once: while it is missing the disk guard lets nobody write, so no later append would come to ask for it.
    void this.prepareReserve();
    return segment;
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

  private async openSegment(name: string, number: number): Promise<void> {
    const path = join(this.options.dir, name);
    if (name !== nameOf(number)) throw new JournalError('damaged', `${nameOf(number)} is missing`);
    const { framed, head, scan, bytes } = await FramedFile.open(path, HEAD_SIZE);
    const known = decodeHead(head);
    if (!known) throw new JournalError('damaged', `${name}: unreadable head`);
    if (known.hallId !== this.options.hallId || known.deskCode !== this.options.deskCode)
      throw new JournalError('foreign', `${name}: another hall or desk`);
    if (scan.torn) this.findings.push('上次关机时有一次保存没有写完（未向任何人确认），已清除。');
    for (const { from, to } of scan.damage) {
      await writeFileDurably(join(this.options.dir, `damaged-${number}-${from}.bin`), bytes.subarray(from, to));
      this.findings.push(`日志第 ${number} 段有 ${to - from} 字节损坏，已另存备查；其后的记录完好。请联系系统管理员。`);
    }
    const last = scan.frames.at(-1);
    if (last) {
      this.position = last.position;
      this.hash = sha256(last.payload);
    }
    this.segments.push({ number, first: known.first, file: framed });
  }
}

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
