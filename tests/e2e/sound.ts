import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/**
 * A "spoken file" for Chromium's own microphone: its pitch rises steadily, so that any piece of sound tells at which
 * second of the file it was heard.
 */
const RATE = 48_000;
const FROM_HZ = 300;
const HZ_PER_SECOND = 20;

/** @param soundless from this second on, digital silence */
export function writeRisingTone(path: string, seconds: number, soundless = seconds): void {
  const samples = seconds * RATE;
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write('RIFF', 0).toString();
  wav.writeUInt32LE(36 + samples * 2, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(RATE, 24);
  wav.writeUInt32LE(RATE * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples * 2, 40);
  for (let i = 0; i < soundless * RATE && i < samples; i++) {
    const t = i / RATE;
    const phase = 2 * Math.PI * (FROM_HZ * t + (HZ_PER_SECOND * t * t) / 2);
    wav.writeInt16LE(Math.round(12_000 * Math.sin(phase)), 44 + i * 2);
  }
  writeFileSync(path, wav);
}

/** Chromium's switches for a microphone that hears this file over and over, without a device and without asking a person. */
export const microphoneOf = (path: string): string[] => ['--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${path}`];

export interface HeardPart {
  n: number;
  startMs: number;
  durationMs: number;
  /** At which second of the file it begins and ends, as its pitch says; the first and last tenth of a second left out. */
  from: number;
  to: number;
}
export type HeardRecording = { ok: true; parts: HeardPart[] } | { ok: false; message: string };

/** Opens a recording as the player does, decodes every part, and says what is heard in it. */
export function hear(page: Page, id: string): Promise<HeardRecording> {
  return page.evaluate(
    async ([recordingId, fromHz, perSecond]) => {
      const opened = await window.reception.request('recording.listen', { id: recordingId });
      if (!opened.ok) return { ok: false as const, message: opened.error.message };
      const context = new OfflineAudioContext(1, 48_000, 48_000);
      const parts: { n: number; startMs: number; durationMs: number; from: number; to: number }[] = [];
      for (const { n, startMs, durationMs } of opened.value.parts) {
        const part = await window.reception.request('recording.read', { id: recordingId, n });
        if (!part.ok) return { ok: false as const, message: part.error.message };
        const sound = await context.decodeAudioData(part.value.bytes.slice().buffer);
        const samples = sound.getChannelData(0);
        // Rising zero crossings in a fifth of a second around a place.
        const second = (at: number): number => {
          const middle = Math.round(at * sound.sampleRate);
          const half = Math.round(0.1 * sound.sampleRate);
          const crossings: number[] = [];
          for (let i = Math.max(1, middle - half); i < Math.min(samples.length, middle + half); i++) {
            const [before = 0, here = 0] = [samples[i - 1], samples[i]];
            if (before < 0 && here >= 0) crossings.push(i - 1 + before / (before - here));
          }
          const [first = 0] = crossings;
          const hz = ((crossings.length - 1) * sound.sampleRate) / ((crossings.at(-1) ?? 0) - first);
          return (hz - fromHz) / perSecond;
        };
        parts.push({ n, startMs, durationMs, from: second(0.2) - 0.2, to: second(sound.duration - 0.2) + 0.2 });
      }
      return { ok: true as const, parts };
    },
    [id, FROM_HZ, HZ_PER_SECOND] as const,
  );
}

/** The stretches of one interview, as a screen sees them now. */
export const recordingsOf = (page: Page, interviewId: string) =>
  page.evaluate(
    (id) =>
      new Promise<{ id: string; state: string; ended: string; durationMs: number; startedElapsed: number; sha256: string }[]>((resolve) => {
        const stop = window.reception.subscribe('recording.ofInterview', { interviewId: id }, (result) => {
          queueMicrotask(() => stop());
          resolve(result.ok ? result.value : []);
        });
      }),
    interviewId,
  );

/** The interview that is in front at this desk. */
export const runningTalk = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const result = await window.reception.request('interview.mine', {});
    return result.ok ? (result.value?.id ?? '') : '';
  });
