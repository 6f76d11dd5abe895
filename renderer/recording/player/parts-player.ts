import type { SoundPart } from '../../../shared/domain/recordings';
import { heardMs, lengthOfParts, partAt } from '../../../shared/rules/recordings';
import { TEXTS } from '../texts';
import type { Player, PlayerListener } from './player';

/** The next part is laid ready so long before it is heard. */
const AHEAD_S = 3;
const TELL_MS = 200;

/**
 * Our own recordings: every part is decoded by itself and laid behind the one before it to the sample, so that any moment
 * is heard at once, however long the recording, and a damaged part silences nothing but itself.
 */
export class PartsPlayer implements Player {
  readonly lengthMs: number;
  private readonly context = new AudioContext();
  private sources: AudioBufferSourceNode[] = [];
  /** Where in the sound the context's clock is, for each part that was laid. */
  private laid: { at: number; ms: number }[] = [];
  /** Counts the starts: what an earlier one still loads is not laid any more. */
  private turn = 0;
  private timer = 0;

  constructor(
    private readonly parts: readonly SoundPart[],
    private readonly read: (n: number) => Promise<Uint8Array | null>,
    private readonly listener: PlayerListener,
  ) {
    this.lengthMs = lengthOfParts(parts);
  }

  async play(fromMs: number): Promise<void> {
    this.pause();
    const turn = this.turn;
    let index = partAt(this.parts, fromMs);
    if (index < 0) return this.listener.onPlaying(false);
    this.listener.onPlaying(true);
    this.timer = window.setInterval(() => this.tell(), TELL_MS);
    let offsetMs = Math.max(0, fromMs - (this.parts[index]?.startMs ?? 0));
    let at = 0;
    for (; index < this.parts.length; index++, offsetMs = 0) {
      const sound = await this.decoded(index);
      if (this.turn !== turn) return;
      at = Math.max(at, this.context.currentTime + 0.02);
      if (sound) at = this.lay(sound, index, offsetMs, at);
      else this.listener.onProblem(TEXTS.unplayable);
      while (at - this.context.currentTime > AHEAD_S) {
        await new Promise((resolve) => setTimeout(resolve, TELL_MS));
        if (this.turn !== turn) return;
      }
    }
    const rest = Math.max(0, at - this.context.currentTime) * 1000;
    await new Promise((resolve) => setTimeout(resolve, rest));
    if (this.turn === turn) this.pause();
  }

  pause(): void {
    if (this.laid.length > 0) this.tell();
    this.turn++;
    clearInterval(this.timer);
    for (const source of this.sources) source.stop();
    this.sources = [];
    this.laid = [];
    this.listener.onPlaying(false);
  }

  close(): void {
    this.pause();
    void this.context.close();
  }

  private lay(sound: AudioBuffer, index: number, offsetMs: number, at: number): number {
    const heard = Math.max(0, heardMs(this.parts, index) - offsetMs) / 1000;
    const source = this.context.createBufferSource();
    source.buffer = sound;
    source.connect(this.context.destination);
    source.start(at, offsetMs / 1000, heard);
    this.sources = [...this.sources.slice(-2), source];
    this.laid.push({ at, ms: (this.parts[index]?.startMs ?? 0) + offsetMs });
    return at + heard;
  }

  private async decoded(index: number): Promise<AudioBuffer | null> {
    const bytes = await this.read(this.parts[index]?.n ?? index);
    if (!bytes) return null;
    try {
      // A copy: decoding takes the buffer away.
      return await this.context.decodeAudioData(bytes.slice().buffer);
    } catch {
      return null;
    }
  }

  private tell(): void {
    const now = this.context.currentTime;
    const heard = this.laid.findLast(({ at }) => at <= now) ?? this.laid[0];
    if (heard) this.listener.onPosition(heard.ms + Math.max(0, now - heard.at) * 1000);
  }
}
