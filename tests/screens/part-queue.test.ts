import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PartQueue, WAITING_BYTES_AT_MOST } from '../../renderer/recording/part-queue';
import { appError } from '../../shared/errors';
import { type ErrorCode, fail, ok } from '../../shared/result';

let answer: ErrorCode | 'ok' = 'ok';
let taken: number[] = [];
let delays: [since: number, waiting: number][] = [];
let full = 0;

beforeEach(() => {
  vi.useFakeTimers();
  answer = 'ok';
  taken = [];
  delays = [];
  full = 0;
  const request = async (_name: string, { n }: { n: number }) => {
    if (answer !== 'ok') return fail(appError(answer));
    taken.push(n);
    return ok({});
  };
  vi.stubGlobal('window', { reception: { request } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const queue = () =>
  new PartQueue('token', { onDelay: (since, waiting) => void delays.push([Math.round(since), waiting]), onFull: () => void full++ });
const part = (n: number) => ({ n, startMs: n * 5000, durationMs: 5000 });
const sound = (bytes = 100): Blob => new Blob([new Uint8Array(bytes)]);
const later = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

describe('parts on their way to the disk', () => {
  it('are offered again for as long as it takes, in their order, and how much waits is told', async () => {
    answer = 'read-only';
    const parts = queue();
    parts.push(part(0), sound());
    parts.push(part(1), sound());
    const drained = parts.drained();
    await later(60_000);
    expect(taken).toEqual([]);
    expect(delays.at(-1)?.[1]).toBe(10_000);
    expect(delays.at(-1)?.[0]).toBeGreaterThan(50_000);
    answer = 'ok';
    await later(2000);
    expect(await drained).toBe(true);
    expect(taken).toEqual([0, 1]);
    expect(delays.at(-1)).toEqual([0, 0]);
  });

  it('are let go when somebody says so, and are then not whole', async () => {
    answer = 'read-only';
    const parts = queue();
    parts.push(part(0), sound());
    const drained = parts.drained();
    await later(5000);
    parts.giveUp();
    await later(2000);
    expect(await drained).toBe(false);
  });

  it('are not whole either when the recording had ended on the other side', async () => {
    answer = 'refused';
    const parts = queue();
    parts.push(part(0), sound());
    expect(await parts.drained()).toBe(false);
  });

  it('fill no more of the memory than is set, which is told once', async () => {
    answer = 'disk-low';
    const parts = queue();
    const third = WAITING_BYTES_AT_MOST / 3;
    for (let n = 0; n < 5; n++) parts.push(part(n), sound(third));
    expect(full).toBe(1);
    await later(1000);
    answer = 'ok';
    await later(3000);
    expect(taken, 'what came is kept all the same').toEqual([0, 1, 2, 3, 4]);
  });
});
