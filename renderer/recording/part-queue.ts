import type { SoundPart } from '../../shared/domain/recordings';
import { ask } from '../bridge';

const PAUSE_MS = 1000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Parts on their way to the disk, in their order; one that was not taken is offered again until it is. */
export class PartQueue {
  private readonly waiting: { part: SoundPart; sound: Blob }[] = [];
  private working: Promise<void> = Promise.resolve();
  private given = false;

  constructor(
    private readonly token: string,
    /** `since`: how long the oldest part has not been taken, ms; 0 when all is well again. */
    private readonly onDelay: (since: number) => void,
  ) {}

  push(part: SoundPart, sound: Blob): void {
    this.waiting.push({ part, sound });
    if (this.waiting.length === 1) this.working = this.send();
  }

  /** @returns whether all of it is on the disk */
  async drained(atMostMs: number): Promise<boolean> {
    await Promise.race([this.working, pause(atMostMs)]);
    this.given = true;
    return this.waiting.length === 0;
  }

  private async send(): Promise<void> {
    let failingSince = 0;
    for (let first = this.waiting[0]; first; first = this.waiting[0]) {
      const bytes = new Uint8Array(await first.sound.arrayBuffer());
      const result = await ask('recording.part', { token: this.token, ...first.part, bytes });
      // `refused`: the recording has ended on the other side; asking again changes nothing.
      if (result.ok || result.error.code === 'refused') {
        this.waiting.shift();
        if (failingSince > 0) this.onDelay(0);
        failingSince = 0;
        continue;
      }
      failingSince ||= performance.now();
      this.onDelay(Math.max(1, performance.now() - failingSince));
      if (this.given) return;
      await pause(PAUSE_MS);
    }
  }
}
