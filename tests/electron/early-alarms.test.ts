import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EarlyAlarms } from '../../electron/alarm/early-alarms';
import { alarmsOf, newFolder } from './alarm-store';

const NINE = Date.parse('2026-11-23T09:00:00+08:00');
beforeEach(() => void vi.useFakeTimers({ now: NINE }));
afterEach(() => void vi.useRealTimers());
const aside = (profileDir: string) => new EarlyAlarms(profileDir).all();

describe('after the program was ended', () => {
  it('an alarm that was stored and not sent goes out at the next start', async () => {
    const before = alarmsOf();
    await before.alarms.press();
    before.alarms.close();
    const { alarms, around } = alarmsOf(before.around);
    await alarms.ready();
    expect(around.store?.only).toMatchObject({ state: 'active', how: 'after-restart', raisedAt: NINE });
    expect(alarms.pending.get().id).toBe('');
  });

  it('one that was kept aside goes in and out, with the type it had', async () => {
    const before = alarmsOf({ store: null });
    const { id } = await before.alarms.press();
    await before.alarms.confirm(id, 'E06');
    before.alarms.close();
    vi.setSystemTime(NINE + 60_000);
    const { alarms, store } = alarmsOf({ profileDir: before.around.profileDir });
    await alarms.ready();
    expect(store.only).toMatchObject({ state: 'active', raisedAt: NINE, code: 'E06', how: 'after-restart' });
  });

  it('half a line at the end of the file spoils no line before it, and nothing after it', async () => {
    const { alarms, around } = alarmsOf({ store: null });
    const { id } = await alarms.press();
    alarms.close();
    const path = join(around.profileDir, 'alarms.jsonl');
    appendFileSync(path, '{"id":"01890a5d-ac96-774b-8cce-0000');
    expect(await aside(around.profileDir)).toMatchObject([{ id }]);
    const next = alarmsOf({ store: null, profileDir: around.profileDir });
    const second = await next.alarms.press();
    expect((await aside(around.profileDir)).map((each) => each.id)).toEqual([id, second.id]);
    next.alarms.close();
  });

  it('the last line of each alarm counts, in the order in which they were raised', async () => {
    const early = new EarlyAlarms(newFolder());
    const ids = [1, 2].map((n) => `01890a5d-ac96-774b-8cce-00000000000${n}`);
    const [one = '', two = ''] = ids;
    await Promise.all([
      early.keep({ id: one, raisedAt: NINE, code: '' }),
      early.keep({ id: two, raisedAt: NINE + 1, code: '' }),
      early.keep({ id: one, raisedAt: NINE, code: 'E03' }),
    ]);
    expect(await early.all()).toEqual([
      { id: one, raisedAt: NINE, code: 'E03' },
      { id: two, raisedAt: NINE + 1, code: '' },
    ]);
  });

  it('an alarm pressed while the earlier ones are taken over waits for its own digit', async () => {
    const before = alarmsOf({ store: null });
    await before.alarms.press();
    before.alarms.close();
    const { alarms, around, store } = alarmsOf({ profileDir: before.around.profileDir });
    let pressed: Promise<{ id: string }> | null = null;
    store.onWritten = (name) => {
      if (name === 'internal.alarm.raise') pressed ??= alarms.press();
    };
    await alarms.ready();
    const { id } = await (pressed ?? alarms.press());
    expect(store.alarms.get(id)).toMatchObject({ state: 'pending' });
    expect(await aside(around.profileDir)).toEqual([]);
    alarms.close();
  });

  it('taking the earlier ones over throws away none that is kept aside meanwhile', async () => {
    const before = alarmsOf({ store: null });
    await before.alarms.press();
    before.alarms.close();
    const { alarms, around, store } = alarmsOf({ profileDir: before.around.profileDir });
    let pressed: Promise<{ id: string }> | null = null;
    store.onWritten = (name) => {
      if (name !== 'internal.alarm.send' || pressed) return;
      store.refusing = true;
      pressed = alarms.press();
    };
    await alarms.ready();
    const { id } = await (pressed ?? alarms.press());
    expect(await aside(around.profileDir), 'on the disk until the store has it').toMatchObject([{ id }]);

    alarms.close();
  });
});
