import type { Page } from '@playwright/test';
import { pinyin } from 'pinyin-pro';
import { syntheticPerson } from '../../electron/storage/host/visits/synthetic';
import type { RunningProgram } from '../e2e/program';
import { type Measured, median, percentile, spread, times } from './figures';
import { hostPage, rawLookups } from './host-page';

/** A quick typist: about eight keys a second, whether or not the screen has answered. */
const BETWEEN_KEYS_MS = 120;

/** Names, pinyin, initials and last digits of people who are there: about 30 words. */
export function wordsFor(visits: number): string[] {
  const people = Array.from({ length: 10 }, (_, i) => syntheticPerson(Math.floor((visits * (i + 0.5)) / 10 / 3) * 3 + 1));
  const read = (name: string): string[] => pinyin(name, { toneType: 'none', type: 'array', v: true });
  return people.flatMap(({ name, docNumber, phone }, i) => [
    name,
    i % 2 === 0
      ? read(name).join('')
      : read(name)
          .map((syllable) => syllable[0])
          .join(''),
    i % 2 === 0 ? docNumber.slice(-4) : phone.slice(-4),
  ]);
}

declare global {
  interface Window {
    keystrokes: { begin(): void; end(): Promise<number[]> };
  }
}

/**
 * Typed into 「查找」: from each keystroke's event until the answer to it, or to a later one, has been painted. The box
 * waits for no pause, so nothing is taken off for one.
 */
export async function measureSearch({ app, page }: RunningProgram, visits: number): Promise<Measured> {
  const words = wordsFor(visits);
  await page.evaluate(watchKeystrokes);
  const box = page.getByRole('searchbox', { name: '查找', exact: true });
  const painted: number[] = [];
  for (const [i, word] of ['王', ...words].entries()) {
    await box.fill('');
    await page.evaluate(() => window.keystrokes.begin());
    await box.pressSequentially(word, { delay: BETWEEN_KEYS_MS });
    const these = await page.evaluate(() => window.keystrokes.end());
    // The first word is the first search of the day's start.
    if (i > 0) painted.push(...these);
  }
  await box.fill('');
  const found = await requests(page, words);
  const raw = await rawLookups(hostPage(app), 200);
  const p95 = percentile(painted, 95);
  return {
    rows: [
      {
        what: `search as you type over ${visits.toLocaleString('en')} visits`,
        measured: `keystroke to painted: ${spread(painted)}`,
        against: '',
        ratio: '',
        goal: 'p95 ≤ 50 ms',
        met: p95 <= 50,
      },
      {
        what: '  the request itself',
        measured: spread(found),
        against: `raw Dexie look into the index, 20 rows: ${spread(raw)}`,
        ratio: times(median(found) / median(raw)),
        goal: '',
        met: null,
      },
    ],
    raw: { 'keystroke to painted, ms': painted, 'search.find, ms': found, 'raw lookup, ms': raw },
  };
}

/** The words' every beginning, as the box asks for them. */
function requests(page: Page, words: string[]): Promise<number[]> {
  return page.evaluate(async (all) => {
    const taken: number[] = [];
    for (const word of all) {
      for (let length = 1; length <= word.length; length++) {
        const began = performance.now();
        const answer = await window.reception.request('search.find', { text: word.slice(0, length), limit: 10 });
        if (!answer.ok) throw new Error(answer.error.code);
        taken.push(performance.now() - began);
      }
    }
    return taken;
  }, words);
}

/** Runs in the page: the list says which text it answers (data-answers), and changes with each. */
function watchKeystrokes(): void {
  interface Keystroke {
    at: number;
    text: string;
    painted?: number;
  }
  let keys: Keystroke[] = [];
  let pressed = 0;
  let all: () => void = () => {};
  const box = document.querySelector<HTMLInputElement>('input[type=search]');
  const around = box?.closest('.search');
  if (!box || !around) throw new Error('no search box');
  box.addEventListener('keydown', (event) => {
    pressed = event.timeStamp;
  });
  // A composed character comes without a key press of its own.
  box.addEventListener('beforeinput', (event) => {
    if (pressed === 0) pressed = event.timeStamp;
  });
  box.addEventListener('input', () => {
    if (pressed > 0) keys.push({ at: pressed, text: box.value });
    pressed = 0;
  });
  const settle = (): void => {
    const answered = around.querySelector('[data-answers]')?.getAttribute('data-answers');
    const upTo = keys.findLastIndex((key) => key.text === answered);
    if (upTo < 0) return;
    const answers = keys.slice(0, upTo + 1).filter((key) => key.painted === undefined);
    for (const key of answers) key.painted = 0;
    // After the next frame was drawn: its callbacks run before it is painted, a message posted there after it.
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        const now = performance.now();
        for (const key of answers) key.painted = now;
        all();
      };
      channel.port2.postMessage(null);
    });
  };
  new MutationObserver(settle).observe(around, { subtree: true, childList: true, attributes: true, characterData: true });
  window.keystrokes = {
    begin: () => {
      keys = [];
      pressed = 0;
    },
    end: () =>
      new Promise((resolve) => {
        all = () => {
          if (keys.every((key) => key.painted)) resolve(keys.map((key) => (key.painted ?? 0) - key.at));
        };
        all();
      }),
  };
}
