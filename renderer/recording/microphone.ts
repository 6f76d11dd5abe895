import { ask } from '../bridge';
import { TEXTS } from './texts';

export type Opened = { ok: true; stream: MediaStream; track: MediaStreamTrack } | { ok: false; message: string };

/** The system's microphone, once the program allows it. */
export async function openMicrophone(): Promise<Opened> {
  const allowed = await ask('recording.microphone', { on: true });
  if (!allowed.ok) return { ok: false, message: allowed.error.message };
  try {
    // As people in a room are heard: nothing is taken away that might be a word.
    const wanted = { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: true };
    const stream = await navigator.mediaDevices.getUserMedia({ audio: wanted, video: false });
    const [track] = stream.getAudioTracks();
    return track ? { ok: true, stream, track } : { ok: false, message: TEXTS.problems.other };
  } catch (error) {
    void ask('recording.microphone', { on: false });
    const name = error instanceof DOMException ? error.name : '';
    return {
      ok: false,
      message: Object.hasOwn(TEXTS.problems, name) ? TEXTS.problems[name as keyof typeof TEXTS.problems] : TEXTS.problems.other,
    };
  }
}

export function closeMicrophone(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
  void ask('recording.microphone', { on: false });
}
