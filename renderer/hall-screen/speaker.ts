import type { HallDisplay } from '../../shared/domain/hall-screen';
import { chooseVoice, type SpokenCall, spokenText, TIMES_SPOKEN } from '../../shared/rules/spoken-call';
import { chime } from './chime';

/** A voice that never says that it has ended (seen where the speech service is missing or hangs) must not silence the hall. */
const UTTERANCE_MS = 15_000;
/** The voices of a system come a moment after the page. */
const VOICES_MS = 1500;

/** Chime, then the call twice. Without a Mandarin voice of this machine the chime alone. Never rejects. */
export async function speak(call: SpokenCall, { sound, voiceName }: Pick<HallDisplay, 'sound' | 'voiceName'>): Promise<void> {
  if (sound === 'none') return;
  await chime();
  const voice = sound === 'voice' ? chooseVoice(await voices(), voiceName) : null;
  if (!voice) return;
  for (let n = 0; n < TIMES_SPOKEN; n++) await say(spokenText(call), voice).catch(() => undefined);
}

function say(text: string, voice: SpeechSynthesisVoice): Promise<void> {
  return new Promise((resolve) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.85;
    const end = (): void => {
      clearTimeout(limit);
      resolve();
    };
    const limit = setTimeout(() => {
      speechSynthesis.cancel();
      end();
    }, UTTERANCE_MS);
    utterance.onend = end;
    utterance.onerror = end;
    speechSynthesis.speak(utterance);
  });
}

function voices(): Promise<SpeechSynthesisVoice[]> {
  const now = speechSynthesis.getVoices();
  if (now.length > 0) return Promise.resolve(now);
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(limit);
      speechSynthesis.removeEventListener('voiceschanged', done);
      resolve(speechSynthesis.getVoices());
    };
    const limit = setTimeout(done, VOICES_MS);
    speechSynthesis.addEventListener('voiceschanged', done);
  });
}
