import { useSyncExternalStore } from 'react';

let last: readonly SpeechSynthesisVoice[] = [];

/** A list of the same voices stays the same list, or a screen that reads it would never rest. */
function read(): readonly SpeechSynthesisVoice[] {
  const now = speechSynthesis.getVoices();
  const same = now.length === last.length && now.every((voice, i) => voice.voiceURI === last[i]?.voiceURI);
  if (!same) last = now;
  return last;
}

function subscribe(changed: () => void): () => void {
  speechSynthesis.addEventListener('voiceschanged', changed);
  return () => speechSynthesis.removeEventListener('voiceschanged', changed);
}

/** The voices of this machine. They are the same in every window, so the desk can tell what the hall will hear. */
export const useSystemVoices = (): readonly SpeechSynthesisVoice[] => useSyncExternalStore(subscribe, read);
