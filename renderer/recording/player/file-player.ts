import { TEXTS } from '../texts';
import type { Player, PlayerListener } from './player';

/** A file of an outside recorder, as one piece, by the platform's own player. */
export class FilePlayer implements Player {
  private readonly audio = new Audio();
  private readonly url: string;

  constructor(pieces: Uint8Array<ArrayBuffer>[], mime: string, listener: PlayerListener) {
    this.url = URL.createObjectURL(new Blob(pieces, { type: mime }));
    this.audio.src = this.url;
    this.audio.ontimeupdate = () => listener.onPosition(this.audio.currentTime * 1000);
    this.audio.onplay = () => listener.onPlaying(true);
    this.audio.onpause = () => listener.onPlaying(false);
    this.audio.onerror = () => listener.onProblem(TEXTS.cannotPlay);
  }

  get lengthMs(): number {
    return Number.isFinite(this.audio.duration) ? this.audio.duration * 1000 : 0;
  }

  async play(fromMs: number): Promise<void> {
    this.audio.currentTime = fromMs / 1000;
    await this.audio.play().catch(() => {});
  }

  pause(): void {
    this.audio.pause();
  }

  close(): void {
    this.audio.onerror = null;
    this.audio.pause();
    this.audio.removeAttribute('src');
    URL.revokeObjectURL(this.url);
  }
}
