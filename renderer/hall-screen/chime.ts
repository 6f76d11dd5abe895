/** Two quiet notes, 叮咚, made here: no sound file, no decoder. Frequencies in Hz, times in seconds. */
const NOTES = [
  { frequency: 784, at: 0 },
  { frequency: 587.3, at: 0.45 },
] as const;
const NOTE_S = 1.1;
const LOUDNESS = 0.32;
const LIMIT_MS = 3000;

let context: AudioContext | null = null;

/** Resolves when it has rung, or at once where the machine has no sound. */
export async function chime(): Promise<void> {
  try {
    context ??= new AudioContext();
    const audio = context;
    await atMost(audio.resume());
    if (audio.state !== 'running') return;
    const ends = NOTES.map(({ frequency, at }) => note(audio, frequency, audio.currentTime + at));
    await atMost(Promise.all(ends));
  } catch {
    context = null;
  }
}

function note(audio: AudioContext, frequency: number, at: number): Promise<void> {
  return new Promise((resolve) => {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, at + NOTE_S);
    tone.connect(volume).connect(audio.destination);
    tone.onended = () => resolve();
    tone.start(at);
    tone.stop(at + NOTE_S);
  });
}

/** A sound card that went away may leave a promise open for ever. */
const atMost = (work: Promise<unknown>): Promise<unknown> => {
  let limit: ReturnType<typeof setTimeout>;
  const late = new Promise((resolve) => {
    limit = setTimeout(resolve, LIMIT_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(limit));
};
