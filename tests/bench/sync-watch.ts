import type { Page } from '@playwright/test';

/** ms UTC by the page's own clock: all programs run on one machine. */
export interface Sounded {
  at: number;
  /** The past was still being read. */
  syncing: boolean;
}
export interface Synced {
  beganAt: number;
  endedAt: number;
  messages: number;
}
declare global {
  interface Window {
    alarmKeys: number[];
    other: { sounded(): Promise<Sounded>; begun(): Promise<void>; synced(): Promise<Synced>; readonly syncing: boolean };
  }
}

/** At the desk that raises alarms: when F9 was pressed. */
export const watchKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.alarmKeys = [];
    // The program's own listener is the first of the window and hands F9 to no other: its preventDefault is heard instead.
    const prevent = KeyboardEvent.prototype.preventDefault;
    KeyboardEvent.prototype.preventDefault = function (this: KeyboardEvent): void {
      if (this.code === 'F9') window.alarmKeys.push(performance.timeOrigin + this.timeStamp);
      prevent.call(this);
    };
  });

/** At a desk that is about to join: its first sync, and when another desk's alarm begins to sound. */
export const watchDesk = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const now = (): number => performance.timeOrigin + performance.now();
    let sounds: (sounded: Sounded) => void = () => {};
    let began: () => void = () => {};
    let ended: (synced: Synced) => void = () => {};
    const begun = new Promise<void>((resolve) => {
      began = resolve;
    });
    const synced = new Promise<Synced>((resolve) => {
      ended = resolve;
    });
    const state = { beganAt: 0, syncing: false, messages: 0 };
    window.reception.subscribe('sync.view', {}, (result) => {
      if (!result.ok) return;
      const { progress } = result.value;
      if (progress && state.beganAt === 0) {
        Object.assign(state, { beganAt: now(), messages: progress.total });
        began();
      }
      if (state.syncing && !progress) ended({ beganAt: state.beganAt, endedAt: now(), messages: state.messages });
      state.syncing = progress !== null;
    });
    /** Of the tones that only another desk's alarm has, the first (renderer/alarm/use-other-alarms). */
    const FIRST_TONE = 740;
    const start = AudioScheduledSourceNode.prototype.start;
    AudioScheduledSourceNode.prototype.start = function (this: AudioScheduledSourceNode, when?: number): void {
      start.call(this, when);
      if (this instanceof OscillatorNode && this.frequency.value === FIRST_TONE) sounds({ at: now(), syncing: state.syncing });
    };
    window.other = {
      begun: () => begun,
      synced: () => synced,
      sounded: () =>
        new Promise((resolve) => {
          sounds = resolve;
        }),
      get syncing() {
        return state.syncing;
      },
    };
  });

/** At a desk whose past waits for the hub: until the hub holds all of it. ms from the connection. */
export const publishedAll = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const stop = window.reception.subscribe('sync.view', {}, (result) => {
          if (!result.ok) return;
          const { waiting, since, lastSent } = result.value;
          if (waiting > 0 || lastSent === null) return;
          queueMicrotask(() => stop());
          resolve(lastSent - since);
        });
      }),
  );
