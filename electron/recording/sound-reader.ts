import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { SoundPart } from '../../shared/domain/recordings';
import type { SoundSummary } from '../storage/internal';
import { FRAME_HEAD } from '../storage/journal/frame';
import { openPart, PART_HEAD, timesOfPart } from './sound-part';
import { SOUND_HEAD } from './sound-writer';

interface Place extends SoundPart {
  at: number;
  length: number;
}

/**
 * A recording's file to be heard: an index of its parts, and any one of them opened by itself. The index is read from the
 * heads alone, for the file of an outside recorder may be larger than the memory. A part that was being written when the
 * program died is not in it, and nothing behind it is.
 */
export class SoundReader {
  private constructor(
    private readonly file: FileHandle,
    private readonly id: string,
    private readonly key: Uint8Array,
    private readonly places: readonly Place[],
  ) {}

  /** @throws when there is no such file */
  static async open(path: string, id: string, key: Uint8Array): Promise<SoundReader> {
    const file = await open(path, 'r');
    try {
      return new SoundReader(file, id, key, await placesOf(file));
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  get parts(): SoundPart[] {
    return this.places.map(({ n, startMs, durationMs }) => ({ n, startMs, durationMs }));
  }

  /** @throws when there is no such part, or it is not what was sealed */
  async read(n: number): Promise<Buffer> {
    const place = this.places[n];
    if (!place) throw new Error(`no part ${n}`);
    const sealed = Buffer.alloc(place.length);
    await this.file.read(sealed, 0, place.length, place.at);
    return openPart(this.id, this.key, n, sealed);
  }

  /** Reads every part up to the first that cannot be opened. @param upTo as many at most */
  async verify(upTo = this.places.length): Promise<SoundSummary> {
    const hash = createHash('sha256');
    const summary = { parts: 0, bytes: 0, durationMs: 0 };
    for (const { n, startMs, durationMs } of this.places.slice(0, upTo)) {
      const bytes = await this.read(n).catch(() => null);
      if (!bytes) break;
      hash.update(bytes);
      summary.parts = n + 1;
      summary.bytes += bytes.length;
      summary.durationMs = startMs + durationMs;
    }
    return { ...summary, sha256: hash.digest('hex') };
  }

  close(): Promise<void> {
    return this.file.close();
  }
}

async function placesOf(file: FileHandle): Promise<Place[]> {
  const { size } = await file.stat();
  const places: Place[] = [];
  const head = Buffer.alloc(FRAME_HEAD + PART_HEAD);
  for (let at = SOUND_HEAD.length; at + head.length <= size; ) {
    await file.read(head, 0, head.length, at);
    const length = head.readUInt32LE(4);
    const end = at + FRAME_HEAD + length;
    // Frames count from 1; zeros are the room behind the last one.
    if (head.readUInt32LE(8) !== places.length + 1 || length <= PART_HEAD || end > size) break;
    places.push({ ...timesOfPart(places.length, head.subarray(FRAME_HEAD)), at: at + FRAME_HEAD, length });
    at = end;
  }
  return places;
}
