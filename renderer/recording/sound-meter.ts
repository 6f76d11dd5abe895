import { soundless } from '../../shared/rules/recordings';

const EVERY_MS = 200;

/** How loud a microphone is, five times a second, and since when it has given nothing. */
export class SoundMeter {
  private readonly context = new AudioContext();
  private readonly analyser = this.context.createAnalyser();
  private readonly samples = new Float32Array(2048);
  private readonly timer: number;
  private quietSince = 0;

  constructor(stream: MediaStream, onLevel: (level: number, quietMs: number) => void) {
    this.analyser.fftSize = this.samples.length;
    this.context.createMediaStreamSource(stream).connect(this.analyser);
    this.timer = window.setInterval(() => {
      const rms = this.measure();
      const now = performance.now();
      if (!soundless(rms)) this.quietSince = 0;
      else this.quietSince ||= now;
      onLevel(levelOf(rms), this.quietSince > 0 ? now - this.quietSince : 0);
    }, EVERY_MS);
  }

  close(): void {
    clearInterval(this.timer);
    void this.context.close();
  }

  private measure(): number {
    this.analyser.getFloatTimeDomainData(this.samples);
    return Math.sqrt(this.samples.reduce((sum, sample) => sum + sample * sample, 0) / this.samples.length);
  }
}

/** 0 to 1 over the 60 dB in which people speak. */
const levelOf = (rms: number): number => (rms <= 0 ? 0 : Math.max(0, Math.min(1, 1 + Math.log10(rms) / 3)));
