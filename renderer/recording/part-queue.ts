import type { SoundPart } from '../../shared/domain/recordings';
import { ask } from '../bridge';

const PAUSE_MS = 1000;
/** An hour and a half of our sound: what the memory holds of a recording that the disk does not take. */
export const WAITING_BYTES_AT_MOST = 24 * 1024 * 1024;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Listener {
  /** How long the oldest part has not been taken, and how much sound waits, both in ms; 0 when all is well again. */
  onDelay(sinceMs: number, waitingMs: number): void;
  /** No more than this is kept in the memory. */
  onFull(): void;
}

/** Parts on their way to the disk, in their order; one that was not taken is offered again until it is. */
export class PartQueue {
  private readonly waiting: { part: SoundPart; sound: Blob }[] = [];
  private bytes = 0;
  private working: Promise<void> = Promise.resolve();
  private given = false;
  private lost = false;

  constructor(
    private readonly token: string,
    private readonly listener: Listener,
  ) {}

  push(part: SoundPart, sound: Blob): void {
    const was = this.bytes;
    this.bytes += sound.size;
    this.waiting.push({ part, sound });
    if (this.waiting.length === 1) this.working = this.send();
    if (was < WAITING_BYTES_AT_MOST && this.bytes >= WAITING_BYTES_AT_MOST) this.listener.onFull();
  }

  /** When nothing waits any more, or it was given up. @returns whether all of it is on the disk */
  async drained(): Promise<boolean> {
    await this.working;
    return this.waiting.length === 0 && !this.lost;
  }

  /** What waits is let go. */
  giveUp(): void {
    this.given = true;
  }

  private async send(): Promise<void> {
    let failingSince = 0;
    for (let first = this.waiting[0]; first && !this.given; first = this.waiting[0]) {
      const bytes = new Uint8Array(await first.sound.arrayBuffer());
      const result = await ask('recording.part', { token: this.token, ...first.part, bytes });
      // `refused`: the recording has ended on the other side; asking again changes nothing.
      if (result.ok || result.error.code === 'refused') {
        this.lost ||= !result.ok;
        this.waiting.shift();
        this.bytes -= first.sound.size;
        if (failingSince > 0) this.listener.onDelay(0, 0);
        failingSince = 0;
        continue;
      }
      failingSince ||= performance.now();
      const waitingMs = this.waiting.reduce((sum, { part }) => sum + part.durationMs, 0);
      this.listener.onDelay(Math.max(1, performance.now() - failingSince), waitingMs);
      await pause(PAUSE_MS);
    }
  }
}
