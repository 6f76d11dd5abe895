import { PART_MS, SOUND_TYPE, type SoundPart } from '../../shared/domain/recordings';

/** Speech in a room: Opus is transparent for it well below this. */
const BITS_PER_SECOND = 32_000;

interface Listener {
  /** In order; the last one comes before `stop()` resolves. */
  onPart(part: SoundPart, sound: Blob): void;
  onBroken(): void;
}

/**
 * One microphone in parts that each stand alone. The next recorder runs before the last one is stopped, so that no
 * syllable falls between them; where they overlap, the player hears the later one.
 */
export class PartRecorder {
  private current: MediaRecorder | null = null;
  private last: Promise<void> = Promise.resolve();
  private timer = 0;
  private n = 0;
  private stopped = false;

  /** @param zero `performance.now()` of the recording's beginning */
  constructor(
    private readonly stream: MediaStream,
    private readonly zero: number,
    private readonly listener: Listener,
  ) {}

  start(): void {
    this.next();
  }

  /** Resolves when the last part was handed over. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    if (this.current?.state === 'recording') this.current.stop();
    await this.last;
  }

  private next(): void {
    if (this.stopped) return;
    const previous = this.current;
    const pieces: Blob[] = [];
    let from = performance.now();
    try {
      const recorder = new MediaRecorder(this.stream, { mimeType: SOUND_TYPE, audioBitsPerSecond: BITS_PER_SECOND });
      recorder.onstart = () => {
        from = performance.now();
        if (previous?.state === 'recording') previous.stop();
        this.timer = window.setTimeout(() => this.next(), PART_MS);
      };
      recorder.ondataavailable = ({ data }) => pieces.push(data);
      recorder.onerror = () => this.listener.onBroken();
      this.last = new Promise((resolve) => {
        recorder.onstop = () => {
          this.hand(new Blob(pieces), from);
          resolve();
        };
      });
      recorder.start();
      this.current = recorder;
    } catch {
      // The track ended this very moment, or the encoder is gone.
      this.listener.onBroken();
    }
  }

  private hand(sound: Blob, from: number): void {
    if (sound.size === 0) return;
    const startMs = Math.max(0, Math.round(from - this.zero));
    this.listener.onPart({ n: this.n++, startMs, durationMs: Math.round(performance.now() - from) }, sound);
  }
}
