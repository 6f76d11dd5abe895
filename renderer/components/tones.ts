interface Tone {
  /** Seconds from now. */
  at: number;
  /** Hz */
  frequency: number;
  seconds: number;
}

const AFTER_S = 0.3;

/** Plain tones made here: no sound file, no decoder. Where the machine has no sound nothing happens. @param loudness 0 to 1 */
export function playTones(tones: readonly Tone[], loudness: number): void {
  try {
    const context = new AudioContext();
    const gain = context.createGain();
    gain.gain.value = loudness;
    gain.connect(context.destination);
    for (const { at, frequency, seconds } of tones) {
      const tone = context.createOscillator();
      tone.frequency.value = frequency;
      tone.connect(gain);
      tone.start(context.currentTime + at);
      tone.stop(context.currentTime + at + seconds);
    }
    const end = Math.max(0, ...tones.map(({ at, seconds }) => at + seconds));
    setTimeout(() => void context.close(), (end + AFTER_S) * 1000);
  } catch {
    // No sound device: what is shown has to do.
  }
}
