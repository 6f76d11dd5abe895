import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RunningClocks } from '../../../electron/storage/host/running-clocks';
import type { InternalRequests } from '../../../electron/storage/internal';
import { Desk, Disk, newDesk, register } from './desk';
import { begin, say, TALKER } from './talk';

const HOUR = 3_600_000;
/** Both clocks of the PC stand still but for what a test lets pass: a margin for the work between is then enough. */
let passed = 0;
const pass = (ms: number): void => {
  passed += ms;
};
const MARGIN = 5000;

beforeEach(() => {
  passed = 0;
  const [wall, steady] = [Date.now.bind(Date), performance.now.bind(performance)];
  vi.spyOn(Date, 'now').mockImplementation(() => wall() + passed);
  vi.spyOn(performance, 'now').mockImplementation(() => steady() + passed);
});
afterEach(() => vi.restoreAllMocks());

const clockOf = async (desk: Desk, id: string): Promise<number> => (await desk.request('interview.clock', { id }, TALKER)).elapsed;

async function talk(disk: Disk) {
  const desk = await newDesk({ disk });
  const { visitId } = await register(desk);
  return { desk, id: await begin(desk, visitId, 'room-1') };
}

async function restarted(desk: Desk, disk: Disk, clockOffsetMs = 0): Promise<Desk> {
  desk.kill();
  disk.clockOffsetMs = clockOffsetMs;
  const again = new Desk(disk);
  await again.open();
  return again;
}

function expectAbout(ms: number, expected: number): void {
  expect(ms).toBeGreaterThanOrEqual(expected);
  expect(ms).toBeLessThan(expected + MARGIN);
}

const sound = (id: string, durationMs: number): InternalRequests['internal.recording.finish']['input'] => ({
  ...{ id, ended: 'program', damaged: false, parts: 60, bytes: 1000, durationMs, sha256: 'a'.repeat(64) },
});

describe("an interview's clock after a restart", () => {
  it('goes on from when the last line was written, not from its first letter', async () => {
    const disk = new Disk();
    const { desk, id } = await talk(disk);
    pass(100_000);
    const begun = await clockOf(desk, id);
    pass(60_000);
    await say(desk, id, '打了一分钟的一句话', begun);
    const again = await restarted(desk, disk);
    expectAbout(await clockOf(again, id), 160_000);
  });

  it.each([
    ['the time it was off counts', 30_000, 0, 190_000],
    ['a clock set back adds nothing and takes nothing', 30_000, -HOUR, 160_000],
  ])('%s', async (_, off, offset, expected) => {
    const disk = new Disk();
    const { desk, id } = await talk(disk);
    pass(160_000);
    await say(desk, id, '先说的', 100_000);
    pass(off);
    expectAbout(await clockOf(await restarted(desk, disk, offset), id), expected);
  });

  it("a sound that outlasted the last line is not overlapped by the next, whatever was done to the PC's time", async () => {
    const disk = new Disk();
    const { desk, id } = await talk(disk);
    const first = uuid();
    await desk.internal('internal.recording.begin', { id: first, interviewId: id, mime: 'audio/webm', name: '' }, TALKER.staffId);
    pass(300_000);
    const again = await restarted(desk, disk, -HOUR);
    await again.internal('internal.recording.finish', sound(first, 300_000));
    const next = { id: uuid(), interviewId: id, mime: 'audio/webm', name: '' };
    const { startedElapsed } = await again.internal('internal.recording.begin', next, TALKER.staffId);
    expectAbout(startedElapsed, 300_000);
  });

  it('a line written after it stands behind those before it', async () => {
    const disk = new Disk();
    const { desk, id } = await talk(disk);
    pass(100_000);
    await desk.request('interview.mood', { id, mood: 'upset' }, TALKER);
    await say(desk, id, '早就开始打的', 10_000);
    const again = await restarted(desk, disk, -HOUR);
    await say(again, id, '重启后说的', await clockOf(again, id));
    const lines = await again.request('interview.earlier', { id, before: 100, limit: 100 }, TALKER);
    const order = [...lines].sort((a, b) => a.elapsed - b.elapsed || a.n - b.n).map(({ text }) => text);
    expect(order.slice(1)).toEqual(['早就开始打的', '平稳 → 激动', '重启后说的']);
  });
});

describe('a running clock', () => {
  it('is read once: who asks while it is read gets the same', async () => {
    let reads = 0;
    const clocks = new RunningClocks(Date.now, async () => {
      pass(1000 * reads++);
      return { elapsed: 5000, at: Date.now() };
    });
    const both = await Promise.all([clocks.since('a', 0), clocks.since('a', 0)]);
    expect(Math.abs((both[0] ?? 0) - (both[1] ?? 0))).toBeLessThan(1000);
  });

  it('is moved forward only', async () => {
    const clocks = new RunningClocks(Date.now, async () => undefined);
    clocks.begin('a');
    await clocks.atLeast('a', 0, 70_000);
    await clocks.atLeast('a', 0, 10_000);
    expectAbout(await clocks.since('a', 0), 70_000);
  });
});
