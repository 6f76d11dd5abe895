import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EarlyAlarms } from '../../electron/alarm/early-alarms';
import { AlarmStore, alarmsOf, newFolder, shown } from './alarm-store';

const NINE = Date.parse('2026-11-23T09:00:00+08:00');
const TEN_SECONDS = 10_000;
beforeEach(() => void vi.useFakeTimers({ now: NINE }));
afterEach(() => void vi.useRealTimers());
const gone = ({ id }: { id: string }): boolean => id === '';
const aside = (profileDir: string) => new EarlyAlarms(profileDir).all();

describe('F9', () => {
  it('is on the disk when it answers; the moment is that of the key', async () => {
    const { alarms, store } = alarmsOf({ staffId: 'wang' });
    const pressed = alarms.press();
    expect(alarms.pending.get(), 'before anything was written').toMatchObject({ raisedAt: NINE, kept: 'saving' });
    vi.setSystemTime(NINE + 5000);
    expect(await pressed).toMatchObject({ stored: true });
    expect(store.only).toMatchObject({ state: 'pending', raisedAt: NINE, staffId: 'wang' });
    expect(alarms.pending.get()).toMatchObject({ kept: 'stored', sendsAt: NINE + TEN_SECONDS, message: '' });
  });

  it('pressed again before it went out is the same alarm, afterwards another', async () => {
    const { alarms, store } = alarmsOf();
    const [one, two] = await Promise.all([alarms.press(), alarms.press()]);
    await vi.advanceTimersByTimeAsync(5000);
    const three = await alarms.press();
    expect(new Set([one.id, two.id, three.id]).size).toBe(1);
    expect(alarms.pending.get().sendsAt, 'the second press gives no more time').toBe(NINE + TEN_SECONDS);
    await alarms.confirm(one.id, 'E01');
    expect((await alarms.press()).id).not.toBe(one.id);
    expect(store.alarms.size).toBe(2);
  });

  it('goes out by itself after ten seconds, not before', async () => {
    const { alarms, store } = alarmsOf();
    await alarms.press();
    await vi.advanceTimersByTimeAsync(TEN_SECONDS - 1);
    expect(store.only.state).toBe('pending');
    await vi.advanceTimersByTimeAsync(1);
    await shown(alarms, gone);
    expect(store.only).toMatchObject({ state: 'active', how: 'by-itself', code: '' });
  });

  it('waits as long as the unit has set', async () => {
    const { alarms, store } = alarmsOf();
    alarms.setSendAfter(30);
    await alarms.press();
    await vi.advanceTimersByTimeAsync(29_999);
    expect(store.only.state).toBe('pending');
    await vi.advanceTimersByTimeAsync(1);
    expect(store.only.state).toBe('active');
  });

  it('with its digit goes out at once, and the ten seconds end nothing more', async () => {
    const { alarms, store } = alarmsOf();
    const { id } = await alarms.press();
    await alarms.confirm(id, 'E07');
    expect(alarms.pending.get().id).toBe('');
    await vi.advanceTimersByTimeAsync(TEN_SECONDS * 2);
    expect(store.only).toMatchObject({ state: 'active', how: 'chosen', code: 'E07' });
  });

  it('a digit that comes after the ten seconds still says what it is', async () => {
    const { alarms, store } = alarmsOf();
    const { id } = await alarms.press();
    await vi.advanceTimersByTimeAsync(TEN_SECONDS);
    await alarms.confirm(id, 'E07');
    expect(store.only).toMatchObject({ how: 'by-itself', code: 'E07' });
  });

  it('by mistake: 误报 ends it, and the ten seconds send nothing', async () => {
    const { alarms, store } = alarmsOf();
    const { id } = await alarms.press();
    await alarms.falseAlarm(id, '误触');
    await vi.advanceTimersByTimeAsync(TEN_SECONDS * 2);
    expect(store.only.state).toBe('false-alarm');
    expect(alarms.pending.get().id).toBe('');
  });

  it('nobody is signed in: it gets a reporter by whoever signs in', async () => {
    const { alarms, store } = alarmsOf();
    await alarms.press();
    expect(store.only.staffId).toBe('');
    await alarms.signedIn('zhang');
    expect(store.only.staffId).toBe('zhang');
  });

  it('that the store did not send is tried again, and stays in front', async () => {
    const { alarms, store } = alarmsOf();
    const { id } = await alarms.press();
    store.refusing = true;
    await expect(alarms.confirm(id, 'E07')).rejects.toThrow();
    await vi.advanceTimersByTimeAsync(TEN_SECONDS);
    expect(alarms.pending.get(), 'still shown').toMatchObject({ id, kept: 'stored' });
    store.refusing = false;
    await vi.advanceTimersByTimeAsync(TEN_SECONDS);
    expect(store.only).toMatchObject({ state: 'active', how: 'by-itself' });
  });
});

describe('before the hall’s data is open', () => {
  it('it is kept in a file of its own, and taken over when it opens, with its type', async () => {
    const { alarms, around } = alarmsOf({ store: null });
    const { id, stored } = await alarms.press();
    expect(stored).toBe(true);
    expect(alarms.pending.get()).toMatchObject({ kept: 'early', message: '警报已记在本机，解锁资料后自动归入记录。' });
    expect(await aside(around.profileDir)).toEqual([{ id, raisedAt: NINE, code: '' }]);
    await alarms.confirm(id, 'E15');
    expect(alarms.pending.get().id).toBe('');
    expect(await aside(around.profileDir)).toEqual([{ id, raisedAt: NINE, code: 'E15' }]);
    around.store = new AlarmStore();
    await alarms.ready();
    expect(around.store.only).toMatchObject({ state: 'active', raisedAt: NINE, code: 'E15', how: 'chosen' });
    expect(await aside(around.profileDir)).toEqual([]);
  });

  it('without a digit it is let go after ten seconds, and goes out when it opens', async () => {
    const { alarms, around } = alarmsOf({ store: null });
    await alarms.press();
    const letGo = shown(alarms, gone);
    await vi.advanceTimersByTimeAsync(TEN_SECONDS);
    await letGo;
    around.store = new AlarmStore();
    await alarms.ready();
    expect(around.store.only).toMatchObject({ state: 'active', code: '', how: 'by-itself' });
  });

  it('opened within the ten seconds, it still waits for its digit', async () => {
    const { alarms, around } = alarmsOf({ store: null });
    const { id } = await alarms.press();
    around.store = new AlarmStore();
    await alarms.ready();
    expect(around.store.only.state).toBe('pending');
    expect(alarms.pending.get()).toMatchObject({ id, kept: 'stored', message: '' });
    await alarms.confirm(id, 'E07');
    expect(around.store.only).toMatchObject({ state: 'active', how: 'chosen', code: 'E07' });
  });

  it('a line and 误报 say that they must wait, and the alarm stays', async () => {
    const { alarms } = alarmsOf({ store: null });
    const { id } = await alarms.press();
    await expect(alarms.line(id, '有人倒地')).rejects.toMatchObject({ error: { message: expect.stringContaining('先在纸上记下') } });
    await expect(alarms.falseAlarm(id, '误触')).rejects.toMatchObject({ error: { message: expect.stringContaining('警报已保存') } });
    expect(alarms.pending.get()).toMatchObject({ id, kept: 'early' });
  });
});

describe('a store that refuses', () => {
  it('the alarm is kept aside, and goes in with its type as soon as the store takes it', async () => {
    const { alarms, around, store } = alarmsOf();
    store.refusing = true;
    const { id, stored } = await alarms.press();
    expect(stored).toBe(true);
    expect(alarms.pending.get().kept).toBe('early');
    await alarms.confirm(id, 'E09');
    expect(store.alarms.size).toBe(0);
    expect(await aside(around.profileDir), 'a kill now loses nothing').toMatchObject([{ id, code: 'E09' }]);
    store.refusing = false;
    const written = new Promise<void>((resolve) => {
      store.onWritten = (name) => name === 'internal.alarm.send' && resolve();
    });
    await vi.advanceTimersByTimeAsync(TEN_SECONDS);
    await written;
    expect(store.only).toMatchObject({ state: 'active', raisedAt: NINE, code: 'E09', how: 'chosen' });
  });

  it('after the ten seconds too', async () => {
    const { alarms, store } = alarmsOf();
    store.refusing = true;
    await alarms.press();
    const letGo = shown(alarms, gone);
    await vi.advanceTimersByTimeAsync(TEN_SECONDS);
    await letGo;
    store.refusing = false;
    const written = new Promise<void>((resolve) => {
      store.onWritten = (name) => name === 'internal.alarm.send' && resolve();
    });
    await vi.advanceTimersByTimeAsync(TEN_SECONDS);
    await written;
    expect(store.only).toMatchObject({ state: 'active', how: 'by-itself', code: '' });
  });

  it('at the start: the program opens all the same', async () => {
    const { alarms, around, store } = alarmsOf();
    await new EarlyAlarms(around.profileDir).keep({ id: '01890a5d-ac96-774b-8cce-000000000001', raisedAt: NINE, code: 'E15' });
    store.refusing = true;
    await alarms.ready();
    expect(await aside(around.profileDir)).toHaveLength(1);
    alarms.close();
  });
});

describe('neither store nor file', () => {
  const broken = () => alarmsOf({ profileDir: join(newFolder(), 'not', 'there') });
  it('it says so, and to write it down', async () => {
    const { alarms, store } = broken();
    store.refusing = true;
    expect(await alarms.press()).toMatchObject({ stored: false });
    expect(alarms.pending.get()).toMatchObject({
      kept: 'failed',
      message: '警报没能写入磁盘。请口头报警，并在纸上记下时间 09:00。',
    });
  });

  it('as long as the program lives it is not forgotten: it goes in when the store takes it', async () => {
    const { alarms, store } = broken();
    store.refusing = true;
    const { id } = await alarms.press();
    await alarms.confirm(id, 'E15');
    store.refusing = false;
    const written = new Promise<void>((resolve) => {
      store.onWritten = (name) => name === 'internal.alarm.send' && resolve();
    });
    await vi.advanceTimersByTimeAsync(TEN_SECONDS);
    await written;
    expect(store.only).toMatchObject({ state: 'active', raisedAt: NINE, code: 'E15' });
  });
});
