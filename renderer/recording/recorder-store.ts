import { create } from 'zustand';
import type { RecordingAlarm, RecordingEnd } from '../../shared/domain/recordings';
import { ask } from '../bridge';
import { soundAlarm } from './alarm-sound';
import { closeMicrophone, openMicrophone } from './microphone';
import { PartQueue } from './part-queue';
import { PartRecorder } from './part-recorder';
import { SoundMeter } from './sound-meter';

/** A part that has not reached the disk for so long is told. */
const DELAY_MS = 10_000;
/** What is still on its way when a recording is stopped gets so long. */
const LAST_PARTS_MS = 30_000;
/** Until somebody has read it an alarm is heard again. */
const ALARM_AGAIN_MS = 10_000;

interface RecorderStore {
  /** `waiting`: the microphone was pulled out; it goes on by itself when one is there again. */
  phase: 'idle' | 'opening' | 'recording' | 'waiting';
  interviewId: string;
  /** `performance.now()` of the beginning. */
  since: number;
  /** 0 to 1. */
  level: number;
  alarm: RecordingAlarm | null;
  /** Why it could not begin; a sentence. */
  problem: string;
  start(interviewId: string, silenceMs: number): Promise<void>;
  stop(): Promise<void>;
  heard(): void;
  clearProblem(): void;
}

let end: ((how: RecordingEnd) => Promise<void>) | null = null;
let ringing = 0;

/**
 * The recording of this PC. It belongs to no screen: it goes on while somebody looks at the queue, while the screen is
 * locked, and while another person signs in.
 */
export const useRecorder = create<RecorderStore>((set, get) => {
  const quiet = (): void => clearInterval(ringing);
  const ring = (alarm: RecordingAlarm): void => {
    if (get().alarm === alarm) return;
    set({ alarm });
    quiet();
    soundAlarm();
    ringing = window.setInterval(soundAlarm, ALARM_AGAIN_MS);
  };

  const start = async (interviewId: string, silenceMs: number): Promise<void> => {
    if (get().phase === 'opening' || get().phase === 'recording') return;
    const waited = get().phase === 'waiting';
    set({ phase: 'opening', interviewId, problem: '' });
    const fail = (problem: string): void => set({ phase: waited ? 'waiting' : 'idle', problem: waited ? '' : problem });
    const microphone = await openMicrophone();
    if (!microphone.ok) return fail(microphone.message);
    const { stream, track } = microphone;
    const asked = performance.now();
    const begun = await ask('recording.begin', { interviewId, device: track.label });
    if (!begun.ok) {
      closeMicrophone(stream);
      return fail(begun.error.message);
    }
    const { token } = begun.value;
    const tell = (alarm: RecordingAlarm): void => {
      ring(alarm);
      void ask('recording.alarm', { token, alarm });
    };

    // The program answered somewhere between asking and hearing: the middle is at most half of that off.
    const zero = (asked + performance.now()) / 2;
    let delayed = false;
    const queue = new PartQueue(token, (since) => {
      if (since === 0) {
        delayed = false;
        if (get().alarm === 'not-stored') get().heard();
      } else if (since > DELAY_MS && !delayed) {
        delayed = true;
        tell('not-stored');
      }
    });
    const parts = new PartRecorder(stream, zero, {
      onPart: (part, sound) => queue.push(part, sound),
      onBroken: () => void end?.('broken'),
    });
    let silent = false;
    const meter = new SoundMeter(stream, (level, quietMs) => {
      set({ level });
      if (quietMs === 0 && silent) {
        silent = false;
        if (get().alarm === 'silent') get().heard();
      }
      if (quietMs > silenceMs && !silent) {
        silent = true;
        tell('silent');
      }
    });
    track.onended = () => void end?.('unplugged');

    end = async (how) => {
      end = null;
      track.onended = null;
      meter.close();
      if (how !== 'stopped') ring(how === 'unplugged' ? 'unplugged' : 'broken');
      set({ phase: how === 'unplugged' ? 'waiting' : 'idle', level: 0 });
      await parts.stop();
      closeMicrophone(stream);
      const whole = await queue.drained(LAST_PARTS_MS);
      await ask('recording.finish', { token, ended: whole ? how : 'broken' });
    };
    set({ phase: 'recording', since: zero, level: 0 });
    if (waited) get().heard();
    parts.start();
  };

  // A microphone that comes back is used at once: nobody has time to look for a button.
  navigator.mediaDevices?.addEventListener('devicechange', () => {
    const { phase, interviewId } = get();
    if (phase === 'waiting') void start(interviewId, lastSilenceMs);
  });
  let lastSilenceMs = 0;

  return {
    phase: 'idle',
    interviewId: '',
    since: 0,
    level: 0,
    alarm: null,
    problem: '',
    start: (interviewId, silenceMs) => {
      lastSilenceMs = silenceMs;
      return start(interviewId, silenceMs);
    },
    stop: async () => {
      if (get().phase === 'waiting') set({ phase: 'idle' });
      get().heard();
      await end?.('stopped');
    },
    heard: () => {
      quiet();
      set({ alarm: null });
    },
    clearProblem: () => set({ problem: '' }),
  };
});
