import { expect, type Page } from '@playwright/test';
import { PERIOD_UNITS, type PeriodUnit } from '../../shared/domain/statistics';
import { rangeOf, step } from '../../shared/statistics/periods';
import type { RunningProgram } from '../e2e/program';
import { type Measured, median, ms, spread, times } from './figures';
import { hostPage, rawCounts } from './host-page';

/** Of each kind, one after the other into the past: each is another one than those before, so nothing of it is at hand. */
const PERIODS = 8;
/** What the desk asks meanwhile. */
const BETWEEN_SEARCHES_MS = 40;

declare global {
  interface Window {
    figures: {
      /** Forgets what was painted. */
      begin(): void;
      /** From the last key to the first figures of this period painted, ms. */
      painted(period: string): Promise<number>;
      /** Tasks of the page over 50 ms since `begin`, ms. */
      long(): number[];
    };
  }
}

/**
 * 「统计」 over the filled hall: from a key to the first figures painted, of days, weeks, months and years; the longest task
 * of the screen meanwhile; how long a whole year's walk takes, and how long the desk's searches wait during it.
 */
export async function measureStatistics({ app, page }: RunningProgram, visits: number): Promise<Measured> {
  await filled(page);
  await page.evaluate(watchFigures);
  await page.evaluate(() => window.figures.begin());
  const today = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const stop = window.reception.subscribe('hall.now', {}, (answer) => {
          queueMicrotask(() => stop());
          if (answer.ok) resolve(answer.value.date);
        });
      }),
  );
  await page.keyboard.press('Control+i');
  const opened = await painted(page, 'day', today);
  const first: Record<PeriodUnit, number[]> = { day: [], week: [], month: [], year: [] };
  const ranges: { from: string; to: string }[] = [];
  for (const [i, unit] of PERIOD_UNITS.entries()) {
    let day = today;
    await page.keyboard.press('Alt+0');
    await page.keyboard.press(`Alt+${i + 1}`);
    for (let n = 0; n < PERIODS; n++) {
      day = step(unit, day, -1);
      await page.keyboard.press('Alt+ArrowLeft');
      first[unit].push(await painted(page, unit, rangeOf(unit, day).from));
      ranges.push(rangeOf(unit, day));
    }
  }
  const long = await page.evaluate(() => window.figures.long());

  // This year, from some year long past: its walk, while the desk goes on looking people up.
  const began = Date.now();
  await page.keyboard.press('Alt+0');
  await painted(page, 'year', rangeOf('year', today).from);
  const searches = await searchesUntilWhole(page);
  const walked = Date.now() - began;
  const longWalk = await page.evaluate(() => window.figures.long());
  const raw = await rawCounts(hostPage(app), ranges);
  const all = Object.values(first).flat();
  const longest = Math.max(0, ...longWalk);
  await page.keyboard.press('Control+1');
  return {
    rows: [
      {
        what: `statistics over ${visits.toLocaleString('en')} visits`,
        measured: `key to the first figures painted: ${spread(all)}, most ${ms(Math.max(...all))}`,
        against: `the index counts a period's visits: ${spread(raw)}`,
        ratio: times(median(all) / median(raw)),
        goal: 'every one ≤ 1 s',
        met: Math.max(opened, ...all) <= 1000,
      },
      ...PERIOD_UNITS.map((unit) => ({
        what: `  a ${unit}`,
        measured: spread(first[unit]),
        ...{ against: '', ratio: '', goal: '', met: null },
      })),
      {
        what: '  the screen meanwhile',
        measured: longest === 0 ? 'no task of 50 ms' : `longest task ${ms(longest)}`,
        ...{ against: '', ratio: '', goal: 'no task over 50 ms', met: longest <= 50 },
      },
      {
        what: '  a whole year walked',
        measured: `${(walked / 1000).toFixed(1)} s; a search meanwhile: ${spread(searches)}`,
        ...{ against: '', ratio: '', goal: '', met: null },
      },
    ],
    raw: {
      'screen opened to first figures, ms': [opened],
      ...Object.fromEntries(PERIOD_UNITS.map((unit) => [`first figures of a ${unit}, ms`, first[unit]])),
      'tasks over 50 ms while stepping, ms': long,
      'tasks over 50 ms in all, ms': longWalk,
      'raw count of a period, ms': raw,
      'search.find during a walk, ms': searches,
    },
  };
}

const painted = (page: Page, unit: PeriodUnit, from: string): Promise<number> =>
  page.evaluate((period) => window.figures.painted(period), `${unit} ${from}`);

/** A hall that an older program filled is counted first. */
async function filled(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              const stop = window.reception.subscribe('statistics.fill', {}, (answer) => {
                queueMicrotask(() => stop());
                resolve(answer.ok && answer.value ? answer.value.total - answer.value.done : 0);
              });
            }),
        ),
      { timeout: 0, intervals: [1000] },
    )
    .toBe(0);
}

/** Asked as somebody types, until the year is whole. */
function searchesUntilWhole(page: Page): Promise<number[]> {
  return page.evaluate(async (between) => {
    const taken: number[] = [];
    const words = ['王', '李秀', '张', '刘', '陈', '杨'];
    while (!document.querySelector('.statistics[data-state=whole]')) {
      const began = performance.now();
      await window.reception.request('search.find', { text: words[taken.length % words.length] ?? '', limit: 10 });
      taken.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, between));
    }
    return taken;
  }, BETWEEN_SEARCHES_MS);
}

/** Runs in the page: the screen says which period it shows (data-day), and changes it with the first figures. */
function watchFigures(): void {
  let pressed = 0;
  let seen = new Map<string, number>();
  let long: number[] = [];
  let waiting: { period: string; tell(ms: number): void } | null = null;
  window.addEventListener('keydown', (event) => {
    // The key itself, not Control or Alt before it.
    if (event.key !== 'Control' && event.key !== 'Alt') pressed = event.timeStamp;
  });
  new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  const answer = (): void => {
    const at = waiting && seen.get(waiting.period);
    if (!waiting || at === undefined || at === null) return;
    waiting.tell(at);
    waiting = null;
  };
  let shown = '';
  const look = (): void => {
    const period = document.querySelector('.statistics')?.getAttribute('data-day') ?? '';
    if (period === shown || period === '') return;
    shown = period;
    const from = pressed;
    // After the next frame was drawn: its callbacks run before it is painted, a message posted there after it.
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        seen.set(period, performance.now() - from);
        answer();
      };
      channel.port2.postMessage(null);
    });
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-day'] });
  window.figures = {
    begin: () => {
      seen = new Map();
      long = [];
    },
    painted: (period) =>
      new Promise((tell) => {
        waiting = {
          period,
          tell: (took) => {
            seen.delete(period);
            tell(took);
          },
        };
        answer();
      }),
    long: () => [...long],
  };
}
