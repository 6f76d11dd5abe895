import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { CLERK, Desk, Disk, GUO, register } from './desk';
import { twoDesks } from './hub';

const chain = (desk: Desk) => desk.internal('internal.verifyChain', null);

describe('a desk restored from a copy', () => {
  /** Its disk as it was: journal and keyring, and the database gone with the PC. */
  function copyOf(desk: Desk): Disk {
    const copy = new Disk(desk.disk.hallKey, desk.disk.hallId);
    copy.journal.push(...desk.disk.journal.map((frame) => frame.slice()));
    for (const [id, wrapped] of desk.disk.keyring) copy.keyring.set(id, wrapped);
    return copy;
  }

  it('takes its lost tail from the hub, and begins a new incarnation by itself', async () => {
    const { one, other, hub } = await twoDesks();
    await register(one);
    const copy = copyOf(one);
    const lost = await register(one, { people: [GUO] });
    await hub.publish(one, '01');
    one.kill();
    const restored = new Desk(copy, '01');
    expect((await restored.open()).state).toBe('rebuild');
    const { inc } = await restored.internal('internal.sync.ends', null);
    await hub.bringAll(restored);
    expect(await restored.request('visit.get', { id: lost.visitId }, CLERK)).toMatchObject({ name: '王建国', number: lost.number });
    const next = await register(restored);
    expect(next.number).not.toBe(lost.number);
    expect((await restored.internal('internal.sync.ends', null)).inc).toBe(inc);
    await hub.publish(restored, '01');
    await hub.bringAll(other);
    expect(await other.request('visit.get', { id: next.visitId }, CLERK)).toMatchObject({ number: next.number });
    for (const desk of [restored, other]) expect(await chain(desk)).toMatchObject({ brokenAt: null, aside: 0 });
  });

  it('twice from the same copy, having written meanwhile: the published batches count, its own are written anew', async () => {
    const { one, other, hub } = await twoDesks();
    await register(one);
    await hub.publish(one, '01');
    const copy = copyOf(one);
    one.kill();
    const second = new Desk(copyOf(one), '01');
    await second.open();
    const published = await register(second, { people: [GUO] });
    await hub.publish(second, '01');
    second.kill();

    const third = new Desk(copy, '01');
    await third.open();
    const own = await register(third);
    const before = await third.request('visit.get', { id: own.visitId }, CLERK);
    const changes = async () => (await third.internal('internal.sync.waiting', { inc: 1, last: 0 })).changes;
    const written = await changes();
    const received = await hub.bringAll(third);
    expect(received).not.toContain('quarantined');
    expect(await third.request('visit.get', { id: own.visitId }, CLERK)).toEqual(before);
    expect(await third.request('visit.get', { id: published.visitId }, CLERK)).toMatchObject({ name: '王建国' });
    expect(await changes()).toBeGreaterThan(written);
    const { ends } = await third.internal('internal.sync.ends', null);
    expect(ends.map(({ inc }) => inc).sort()).toEqual([1, 2, 3]);
    expect(await third.internal('internal.sync.reissue', null)).toEqual({ written: 0 });
    await hub.publish(third, '01');
    await hub.bringAll(other);
    expect(await other.request('visit.get', { id: own.visitId }, CLERK)).toEqual(before);
    const history = (desk: Desk) => desk.request('visit.history', { id: own.visitId }, CLERK);
    expect(await history(third)).toEqual(await history(other));
    for (const desk of [third, other]) expect(await chain(desk)).toMatchObject({ brokenAt: null, aside: 0 });

    third.kill();
    await Dexie.delete(third.disk.databaseName);
    const rebuilt = new Desk(third.disk, '01');
    expect((await rebuilt.open()).state).toBe('rebuild');
    await hub.bringAll(rebuilt);
    expect(await rebuilt.internal('internal.sync.reissue', null)).toEqual({ written: 0 });
    expect(await rebuilt.request('visit.get', { id: own.visitId }, CLERK)).toEqual(before);
    expect(await chain(rebuilt)).toMatchObject({ brokenAt: null, aside: 0 });
  });

  it('hears of its older self in any order: a later change waits for the place where the two histories part', async () => {
    const { one, hub } = await twoDesks();
    const published = () => hub.log.flatMap(({ batches }) => batches);
    await register(one);
    await hub.publish(one, '01');
    const inCopy = published().length;
    const copy = copyOf(one);
    one.kill();
    const second = new Desk(copyOf(one), '01');
    await second.open();
    for (const people of [[GUO], [GUO]]) await register(second, { people });
    await hub.publish(second, '01');
    second.kill();

    const third = new Desk(copy, '01');
    await third.open();
    // As many changes as the first of the two: by its number alone the second would go on here.
    await register(third, { people: [GUO] });
    const later = published().slice(inCopy + 2);
    expect((await hub.bring(third, later)).received).toEqual(later.map(() => 'waiting'));
    await hub.bringAll(third);
    expect(await third.request('sync.quarantine', {}, { ...CLERK, roles: ['administrator'] })).toEqual([]);
    expect(await chain(third)).toMatchObject({ brokenAt: null, aside: 0 });
    expect(await hub.bringAll(third)).toEqual(published().map(() => 'known'));
  });
});

describe('a profile that was put back from a copy', () => {
  it('begins a further block where nothing of the last one was given yet: its older self may have done so since the copy', async () => {
    const { one } = await twoDesks();
    const blockOf = ({ number }: { number: string }): string => number.slice(-4);
    expect(blockOf(await register(one))).toBe('0001');
    await one.internal('internal.sync.beginIncarnation', { reason: 'restored' });
    await one.internal('internal.sync.beginIncarnation', { reason: 'restored' });
    expect(blockOf(await register(one))).toBe('0201');
  });
});
