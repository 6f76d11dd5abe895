import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusals } from '../../electron/session/refusals';
import { Session } from '../../electron/session/session';
import type { RefusalCount } from '../../electron/storage/internal';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const CLERK = { id: 'c', name: '赵登记', roles: ['registrar'] as const };

describe('the session', () => {
  it('locks after the idle time, counted from the last touch, and a touch does not open it', () => {
    const session = new Session();
    session.signIn(CLERK, 180);
    vi.advanceTimersByTime(179_000);
    session.touch();
    vi.advanceTimersByTime(179_000);
    expect(session.locked).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect(session.locked).toBe(true);
    expect(session.staff, 'who sits here is still known').toMatchObject({ id: 'c' });
    session.touch();
    expect(session.locked).toBe(true);
    session.unlock();
    expect(session.locked).toBe(false);
    vi.advanceTimersByTime(180_000);
    expect(session.locked).toBe(true);
  });

  it('does not lock by itself while an incident runs, and begins anew when it is over; a lock that stands stays', () => {
    const session = new Session();
    session.signIn(CLERK, 180);
    session.hold(true);
    vi.advanceTimersByTime(3_600_000);
    expect(session.locked).toBe(false);
    session.hold(false);
    vi.advanceTimersByTime(180_000);
    expect(session.locked).toBe(true);
    session.hold(true);
    expect(session.locked).toBe(true);
    session.unlock();
    vi.advanceTimersByTime(600_000);
    expect(session.locked).toBe(false);
  });

  it('takes a changed idle time at once, and after signing out nothing locks', () => {
    const session = new Session();
    session.signIn(CLERK, 180);
    session.setIdleLock(60);
    vi.advanceTimersByTime(60_000);
    expect(session.locked).toBe(true);
    session.signOut();
    vi.advanceTimersByTime(600_000);
    expect(session.view.get()).toMatchObject({ staff: null, locked: false });
  });
});

describe('refusals', () => {
  const written: RefusalCount[] = [];
  let fails = false;
  let day = '2026-11-23';
  const make = () =>
    new Refusals(
      async (counts) => {
        if (fails) throw new Error('no store');
        written.push(...counts);
      },
      () => day,
      () => 1,
    );
  beforeEach(() => {
    written.length = 0;
    fails = false;
    day = '2026-11-23';
  });

  it('ten thousand equal ones are one entry with their count', async () => {
    const refusals = make();
    for (let n = 0; n < 10_000; n++) refusals.count('desk', null, 'staff.save', 'forbidden');
    await refusals.flush();
    expect(new Set(written.map((w) => w.key)).size).toBe(1);
    expect(written.at(-1)?.count).toBe(10_000);
  });

  it('what could not be written is written with the next', async () => {
    const refusals = make();
    fails = true;
    refusals.count('desk', null, 'a', 'forbidden');
    await refusals.flush();
    fails = false;
    await refusals.flush();
    expect(written.map((w) => w.request)).toEqual(['a']);
  });

  it('invented names share one entry past a limit, anew each day', async () => {
    const refusals = make();
    for (let n = 0; n < 1000; n++) refusals.count('desk', null, `r${n}`, 'unknown-request');
    await refusals.flush();
    expect(new Set(written.map((w) => w.key)).size).toBe(201);
    day = '2026-11-24';
    refusals.count('desk', null, 'r0', 'unknown-request');
    await refusals.flush();
    expect(written.at(-1)).toMatchObject({ request: 'r0', count: 1 });
  });
});
