import { cpSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { ask, firstDesk, type Hub, newHub } from '../e2e/desks';
import { type RunningProgram, temporaryProfile } from '../e2e/program';
import { type Measured, median, ms, percentile, rawFigures, table, times } from './figures';
import { fillHall } from './hall';
import { hostPage } from './host-page';
import { alarmsWhileJoining, joining } from './sync-alarms';
import { changesOf, rawBulkPut, rawPublish } from './sync-raw';
import { publishedAll } from './sync-watch';

/** Of the past: a visit is some four changes, and a write of its own, as at a desk; SYNC_A_WRITE for more in one. */
const VISITS = Number(process.env.SYNC_VISITS ?? 25_700);
const A_WRITE = Number(process.env.SYNC_A_WRITE ?? 1);
/** Of the hall that waits for the hub with 10,000 changes. */
const WAITING_VISITS = Number(process.env.SYNC_WAITING_VISITS ?? 2570);
const ALARMS = Number(process.env.SYNC_ALARMS ?? 200);
/** Halls that an earlier run filled and left: the folders `past` and `waiting`. */
const KEPT = process.env.SYNC_HALLS;
const ONLY = process.env.BENCH_ONLY?.split(',');
const DESKS = 8;
const codes = Array.from({ length: DESKS - 1 }, (_, i) => String(i + 2).padStart(2, '0'));

test('bench of syncing', async () => {
  const measured: Measured[] = [];
  const wants = (name: string): boolean => !ONLY || ONLY.includes(name);
  if (wants('publish')) await withHall('waiting', WAITING_VISITS, async (_, hub, sent) => void measured.push(await publishing(hub, sent)));
  if (wants('first') || wants('alarms'))
    await withHall('past', VISITS, async (first, _, sent) => {
      console.log(`published ${sent.changes} changes in ${ms(sent.ms)}`);
      if (wants('first')) measured.push(await firstSync(first, codes[0] ?? '02'));
      // An hour's run that is ended has told what it knew.
      console.log(table(measured.flatMap((m) => m.rows)));
      if (wants('alarms')) measured.push(await alarms(first, codes.slice(1)));
    });
  const raw = measured.flatMap((m) => Object.entries(m.raw).map(([name, values]) => rawFigures(name, values)));
  console.log(`\n${table(measured.flatMap((m) => m.rows))}\n\nsingle figures\n${raw.join('\n')}\n`);
  expect(measured.length).toBeGreaterThan(0);
});

type Sent = { changes: number; ms: number };

/** A hall with a past that has just been sent to a new hub. */
async function withHall(name: string, visits: number, work: (first: RunningProgram, hub: Hub, sent: Sent) => Promise<void>): Promise<void> {
  const kept = KEPT ? `${KEPT}/${name}` : null;
  const profile = temporaryProfile();
  // One that was ended goes on; a full one is only looked at.
  console.log(`filled in ${await fillHall(kept ?? profile, visits, A_WRITE)} s`);
  if (kept) cpSync(kept, profile, { recursive: true });
  const hub = await newHub(DESKS);
  const first = await firstDesk(hub, DESKS, { profile });
  try {
    const sent = { ms: await publishedAll(first.page), changes: await changesOf(hostPage(first.app)) };
    await work(first, hub, sent);
  } finally {
    await first.close().catch(() => {});
    await hub.stop();
  }
}

async function publishing(hub: Hub, sent: Sent): Promise<Measured> {
  const raw = await rawPublish(hub);
  const bytes = `${(raw.bytes / 1e6).toFixed(1)} MB in ${raw.messages} messages and ${raw.keys} keys`;
  return {
    rows: [
      {
        what: `publishing ${sent.changes.toLocaleString('en')} waiting changes`,
        measured: ms(sent.ms),
        against: `raw JetStream publishing of the same ${bytes}: ${ms(raw.ms)}`,
        ratio: times(sent.ms / raw.ms),
        goal: '',
        met: null,
      },
    ],
    raw: {},
  };
}

async function firstSync(first: RunningProgram, code: string): Promise<Measured> {
  const desk = await joining(first, code);
  try {
    const { beganAt, endedAt, messages } = await desk.page.evaluate(() => window.other.synced());
    const took = endedAt - beganAt;
    const raw = await rawBulkPut(hostPage(desk.app));
    expect((await ask(desk.page, 'session.staff', {})).length).toBeGreaterThan(0);
    const ratio = took / raw.ms;
    return {
      rows: [
        {
          what: `first sync of ${raw.changes.toLocaleString('en')} changes in ${messages} messages`,
          measured: `${(took / 1000).toFixed(1)} s`,
          against: `raw Dexie bulkPut of the same ${raw.rows.toLocaleString('en')} rows: ${(raw.ms / 1000).toFixed(1)} s`,
          ratio: times(ratio),
          goal: '≤ 40 s for 100,000, ≤ 1.5×',
          met: (took / raw.changes) * 100_000 <= 40_000 && ratio <= 1.5,
        },
      ],
      raw: {},
    };
  } finally {
    await desk.close();
  }
}

async function alarms(first: RunningProgram, desks: readonly string[]): Promise<Measured> {
  const taken = await alarmsWhileJoining(first, desks, ALARMS);
  const all = taken.map((time) => time.ms);
  const within = taken.filter(({ syncing }) => syncing).map((time) => time.ms);
  const p99 = percentile(all, 99);
  const spread = (values: readonly number[]): string =>
    `p50 ${ms(median(values))}, p95 ${ms(percentile(values, 95))}, p99 ${ms(percentile(values, 99))}, max ${ms(Math.max(...values))}`;
  return {
    rows: [
      {
        what: `F9 to sounding at a desk that joins, ${all.length} alarms`,
        measured: spread(all),
        against: '',
        ratio: '',
        goal: 'p99 ≤ 1000 ms',
        met: p99 <= 1000,
      },
      {
        what: `  ${within.length} of them in a running first sync`,
        measured: spread(within),
        against: '',
        ratio: '',
        goal: '',
        met: null,
      },
    ],
    raw: { 'F9 to sounding, ms': all },
  };
}
