import { create } from 'zustand';
import type { RecordingAlarm, RecordingEnd } from '../../shared/domain/recordings';
import { ask } from '../bridge';
import { soundAlarm } from './alarm-sound';
import { closeMicrophone, openMicrophone } from './microphone';
import { PartQueue } from './part-queue';
import { PartRecorder } from './part-recorder';
import { SoundMeter } from './sound-meter';
import { TEXTS } from './texts';

/** A part that has not reached the disk for so long is told. */
const DELAY_MS = 10_000;
/** Until somebody has read it an alarm is heard again. */
const ALARM_AGAIN_MS = 10_000;

interface RecorderStore {
  /**
   * `waiting`: the microphone was pulled out; it goes on by itself when one is there again. `storing`: it has stopped, and
   * its last parts are on their way to the disk.
   */
  phase: 'idle' | 'opening' | 'recording' | 'waiting' | 'storing';
  interviewId: string;
  /** `performance.now()` of the beginning. */
  since: number;
  /** 0 to 1. */
  level: number;
  alarm: RecordingAlarm | null;
  /** The alarm stands in the record. */
  noted: boolean;
  /** Sound that the disk does not take and the memory keeps, ms. */
  unstored: number;
  /** Why it could not begin; a sentence. */
  problem: string;
  start(interviewId: string, silenceMs: number): Promise<void>;
  stop(): Promise<void>;
  /** What the disk did not take of a recording that has stopped is let go. */
  giveUp(): void;
  heard(): void;
  clearProblem(): void;
}

let end: ((how: RecordingEnd) => Promise<void>) | null = null;
let letGo: (() => void) | null = null;
let ringing = 0;

/**
 * The recording of this PC. It belongs to no screen: it goes on while somebody looks at the queue, while the screen is
 * locked, and while another person signs in.
 */
export const useRecorder = create<RecorderStore>((set, get) => {
  const quiet = (): void => clearInterval(ringing);
  const ring = (alarm: RecordingAlarm): void => {
    if (get().alarm === alarm) return;
    set({ alarm, noted: false });
    quiet();
    soundAlarm();
    ringing = window.setInterval(soundAlarm, ALARM_AGAIN_MS);
  };

  const start = async (interviewId: string, silenceMs: number): Promise<void> => {
    if (get().phase !== 'idle' && get().phase !== 'waiting') return;
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
      void ask('recording.alarm', { token, alarm }).then((result) => get().alarm === alarm && set({ noted: result.ok }));
    };

    // The program answered somewhere between asking and hearing: the middle is at most half of that off.
    const zero = (asked + performance.now()) / 2;
    let delayed = false;
    const queue = new PartQueue(token, {
      onDelay: (since, unstored) => {
        set({ unstored });
        if (since === 0) {
          delayed = false;
          if (get().alarm === 'not-stored') get().heard();
        } else if (since > DELAY_MS && !delayed) {
          delayed = true;
          tell('not-stored');
        }
      },
      onFull: () => {
        tell('full');
        void end?.('broken');
      },
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
      if (how !== 'stopped' && get().alarm !== 'full') ring(how === 'unplugged' ? 'unplugged' : 'broken');
      set({ phase: how === 'unplugged' ? 'waiting' : 'storing', level: 0 });
      await parts.stop();
      closeMicrophone(stream);
      // As long as it takes: what waits is in the memory, and nobody is asked to give it up but the person who sits here.
      letGo = () => queue.giveUp();
      const whole = await queue.drained();
      letGo = null;
      const finished = await ask('recording.finish', { token, ended: whole ? how : 'broken' });
      set({ unstored: 0, ...(get().phase === 'storing' && { phase: 'idle' }) });
      if (finished.ok) set({ noted: true });
      // `refused`: it had ended on the other side already.
      else if (finished.error.code !== 'refused') set({ problem: TEXTS.notFinished });
    };
    set({ phase: 'recording', since: zero, level: 0, unstored: 0 });
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
    noted: false,
    unstored: 0,
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
    giveUp: () => letGo?.(),
    heard: () => {
      quiet();
      set({ alarm: null });
    },
    clearProblem: () => set({ problem: '' }),
  };
});
