import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type Dexie from 'dexie';
import type { RunningProgram } from '../e2e/program';
import { endIncident } from '../faults/incidents';
import { type Measured, median, percentile, spread, times } from './figures';
import { hostPage } from './host-page';

const RUNS = 100;
const WARM_UP = 3;
const DURABLE_MS = 50;
const PAINTED_MS = 300;
const DIGITS = '1234567890';

interface Pressed {
  id: string;
  /** When the key's own event was, and when the page heard that the alarm is stored: ms UTC. */
  keyAt: number;
  storedAt: number;
  /** ms from the key's own event. */
  dialog: number;
}
declare global {
  interface Window {
    alarm: { pressed(): Promise<Pressed>; chosen(): Promise<number> };
  }
}

/**
 * F9 at the desk, as a person presses it: from the key's event until the journal with the alarm in it is flushed, until the
 * page has heard of that (it is painting the dialog meanwhile), until the dialog is painted, and from the digit until the
 * command view is. Beside it the same bytes appended and flushed.
 */
export async function measureAlarm({ app, page, profile }: RunningProgram): Promise<Measured> {
  await page.evaluate(watchAlarms);
  await watchFlushes(app);
  const durable: number[] = [];
  const heard: number[] = [];
  const dialog: number[] = [];
  const command: number[] = [];
  for (let n = 0; n < RUNS + WARM_UP; n++) {
    await page.keyboard.press('Control+1');
    await page.getByRole('textbox', { name: '证件号码', exact: true }).waitFor();
    await atRest(page);
    const waiting = page.evaluate(() => window.alarm.pressed());
    await page.keyboard.press('F9');
    const pressed = await waiting;
    const flushed = (await takeFlushes(app)).findLast((at) => at >= pressed.keyAt && at <= pressed.storedAt);
    if (flushed === undefined) throw new Error('no flush between the key and its answer');
    const painted = page.evaluate(() => window.alarm.chosen());
    await page.keyboard.press(DIGITS[n % DIGITS.length] ?? '1');
    const chosen = await painted;
    await endIncident(page, pressed.id);
    if (n < WARM_UP) continue;
    durable.push(flushed - pressed.keyAt);
    heard.push(pressed.storedAt - pressed.keyAt);
    dialog.push(pressed.dialog);
    command.push(chosen);
  }
  const { bytes, incidents } = await stored(app);
  const raw = await appends(profile, bytes);
  const row = (what: string, values: readonly number[], goal: number, against = '', ratio = ''): Measured['rows'][number] => ({
    ...{ what, measured: spread(values), against, ratio },
    ...{ goal: `p95 ≤ ${goal} ms`, met: percentile(values, 95) <= goal },
  });
  const appended = `the same ${bytes.toLocaleString('en')} bytes appended and flushed: ${spread(raw)}`;
  return {
    rows: [
      row(
        `F9 to the alarm on the disk, beside ${incidents.toLocaleString('en')} incidents`,
        durable,
        DURABLE_MS,
        appended,
        times(median(durable) / median(raw)),
      ),
      { ...row('  F9 until the page has heard of it', heard, DURABLE_MS), goal: '', met: null },
      row('  F9 to its dialog painted', dialog, PAINTED_MS),
      row('  the digit to the command view painted', command, PAINTED_MS),
    ],
    raw: {
      'F9 to flushed, ms': durable,
      'F9 to heard, ms': heard,
      'F9 to dialog, ms': dialog,
      'digit to command view, ms': command,
      'raw append, ms': raw,
    },
  };
}

/** The screen has drawn what it was asked for, and the storage host has answered it all. */
const atRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await window.reception.request('session.touch', {});
    await window.reception.request('interview.people', {});
    await new Promise<void>((resolve) => requestIdleCallback(() => resolve()));
  });

/** In the main process: when a file was flushed, ms UTC. */
const watchFlushes = (app: ElectronApplication): Promise<void> =>
  app.evaluate(async () => {
    const handle = await process.getBuiltinModule('node:fs/promises').open(process.execPath, 'r');
    const files = Object.getPrototypeOf(handle) as { datasync(): Promise<void> };
    await handle.close();
    const flushes: number[] = [];
    Object.assign(globalThis, { flushes });
    const datasync = files.datasync;
    files.datasync = async function (this: unknown): Promise<void> {
      await datasync.call(this);
      flushes.push(performance.timeOrigin + performance.now());
    };
  });
const takeFlushes = (app: ElectronApplication): Promise<number[]> =>
  app.evaluate(() => (globalThis as unknown as { flushes: number[] }).flushes.splice(0));

/** Runs in the page. */
function watchAlarms(): void {
  let keyAt = 0;
  let f9At = 0;
  // The program's own listener is the first of the window and hands F9 to no other: its preventDefault is heard instead.
  const prevent = KeyboardEvent.prototype.preventDefault;
  KeyboardEvent.prototype.preventDefault = function (this: KeyboardEvent): void {
    if (this.code === 'F9') f9At = this.timeStamp;
    prevent.call(this);
  };
  window.addEventListener('keydown', (event) => {
    keyAt = event.timeStamp;
  });
  let stored: (id: string) => void = () => {};
  window.reception.subscribe('alarm.pending', {}, (r) => {
    if (r.ok && r.value.id !== '' && r.value.kept === 'stored') stored(r.value.id);
  });
  /** Resolves with the moment after the frame in which it first stands there was drawn. */
  const painted = (selector: string): Promise<number> =>
    new Promise((resolve) => {
      const look = (): boolean => {
        if (!document.querySelector(selector)) return false;
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now());
          channel.port2.postMessage(null);
        });
        return true;
      };
      if (look()) return;
      const observer = new MutationObserver(() => {
        if (look()) observer.disconnect();
      });
      observer.observe(document.body, { subtree: true, childList: true });
    });
  window.alarm = {
    pressed: async () => {
      const onDisk = new Promise<{ id: string; at: number }>((resolve) => {
        stored = (id) => resolve({ id, at: performance.timeOrigin + performance.now() });
      });
      const [{ id, at }, shown] = await Promise.all([onDisk, painted('.alarm-types')]);
      return { id, keyAt: performance.timeOrigin + f9At, storedAt: at, dialog: shown - f9At };
    },
    chosen: async () => (await painted('.incident-line input')) - keyAt,
  };
}

/** How many bytes the last alarm was, and how many incidents there are. */
function stored(app: ElectronApplication): Promise<{ bytes: number; incidents: number }> {
  return hostPage(app).evaluate(async () => {
    const DexieHere = (globalThis as unknown as Record<symbol, typeof Dexie>)[Symbol.for('Dexie')];
    if (!DexieHere) throw new Error('no Dexie in the storage host');
    const real = await new DexieHere('reception').open();
    const last = await real
      .table('batches')
      .orderBy('position')
      .reverse()
      .filter((batch) => batch.action === 'internal.alarm.raise')
      .first();
    const incidents = await real.table('incidents').count();
    real.close();
    if (!last) throw new Error('no alarm was stored');
    return { bytes: (last.payload as Uint8Array).length, incidents };
  });
}

/** What a durable alarm cannot be quicker than: the bytes of one at the end of a file on the same disk, flushed. */
async function appends(profile: string, bytes: number): Promise<number[]> {
  const path = join(profile, 'bench-append');
  const file = await open(path, 'a');
  const taken: number[] = [];
  try {
    for (let n = 0; n < RUNS + WARM_UP; n++) {
      const began = performance.now();
      await file.write(Buffer.alloc(bytes, n));
      await file.datasync();
      if (n >= WARM_UP) taken.push(performance.now() - began);
    }
  } finally {
    await file.close();
    await rm(path);
  }
  return taken;
}
