import { createHash } from 'node:crypto';
import type { BackupDamage } from '../../shared/domain/backup';
import type { Batch } from '../storage/batch';
import { decodeBatch } from '../storage/host/batch-codec';
import { Chains } from '../storage/host/chains';
import { scanFrames } from '../storage/journal/frame';
import { decodeHead, HEAD_SIZE } from '../storage/journal/head';
import { ofFrame } from '../storage/signed-batch';

/** Frames looked at in one go; between them the alarm key and everything else is answered. */
const TOGETHER = 16;
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

export interface JournalFacts {
  hallId: string;
  deskCode: string;
}

/**
 * A copied journal, segment by segment in their order: whole frames, saves without a gap, and the chain that each batch
 * continues. What is missing is told by its segment and its saves.
 */
export class JournalCheck {
  readonly damage: BackupDamage[] = [];
  /** The last save that was found, and SHA-256 of its frame. */
  position = 0;
  hash: Buffer | null = null;
  private readonly chains = new Chains({});
  private segments = 0;

  /** @param from the first segment that is given: an earlier one was looked at before, and no chain is followed */
  constructor(
    private readonly facts: JournalFacts,
    private readonly from = 1,
    private readonly onBatch: (batch: Batch) => boolean = () => true,
  ) {}

  async segment(number: number, file: string, bytes: Buffer): Promise<void> {
    const head = bytes.length >= HEAD_SIZE ? decodeHead(bytes.subarray(0, HEAD_SIZE)) : null;
    const right = head?.number === number && head.hallId === this.facts.hallId && head.deskCode === this.facts.deskCode;
    const expected = this.segments === 0 && number === this.from && head ? head.first : this.position + 1;
    this.segments++;
    if (!right) this.damage.push({ file, segment: number });
    const { frames, damage, torn } = scanFrames(bytes, HEAD_SIZE);
    let next = expected;
    for (const [i, { position, payload }] of frames.entries()) {
      if (i % TOGETHER === 0) await breathe();
      if (position !== next) this.add(file, number, next, position - 1);
      next = position + 1;
      if (!this.follow(payload)) this.add(file, number, position, position);
      this.hash = sha256(payload);
    }
    this.position = next - 1;
    // A stretch between two frames was told by their numbers; what is behind the last one is told by the next segment or the end.
    if (torn || (damage.length > 0 && frames.length === 0)) this.damage.push({ file, segment: number });
  }

  /** After the last segment. @param expected the save and the hash that the backup ends with */
  end(expected: { position: number; hash: string }, file: string): void {
    const segment = this.from + this.segments - 1;
    if (this.position < expected.position) this.damage.push({ file, segment, from: this.position + 1, to: expected.position });
    else if (this.position > expected.position || (this.hash?.toString('hex') ?? '') !== expected.hash) this.damage.push({ file, segment });
  }

  /** Saves beside each other are one stretch. */
  private add(file: string, segment: number, from: number, to: number): void {
    const last = this.damage.at(-1);
    if (last?.file === file && last.to === from - 1) last.to = to;
    else this.damage.push({ file, segment, from, to });
  }

  private follow(frame: Buffer): boolean {
    if (this.from > 1) return true;
    try {
      const { payload, signature } = ofFrame(frame);
      const batch = decodeBatch(payload);
      if (!this.onBatch(batch)) return false;
      const own = signature === null;
      // What came under this desk's own name after a restore takes the place of what it had written there itself.
      if (!own && batch.desk === this.facts.deskCode && batch.first <= this.chains.last(batch.desk, batch.inc))
        this.chains.cutBefore(batch);
      if (this.chains.continues(batch)) {
        this.chains.advance(batch, sha256(payload));
        return true;
      }
      if (this.damage.length > 0) {
        // What a hole breaks is told by the hole; behind it the chain goes on from what is there.
        this.chains.advance(batch, sha256(payload));
        return true;
      }
      // Another desk's batch may be there twice, or behind a hole that was filled later; one's own stands in its order.
      return !own && !this.chains.follows(batch);
    } catch {
      return false;
    }
  }
}
