import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { contentsOf } from './contents';
import { CLERK, Desk, GUO, newDesk, register, staffIds } from './desk';
import { Hub, joinedDesk, twoDesks } from './hub';

const chain = (desk: Desk) => desk.internal('internal.verifyChain', null);

describe('what another desk wrote', () => {
  it('is there after it came, once, however often it comes', async () => {
    const { one, other, hub } = await twoDesks();
    const done = await register(one);
    await hub.publish(one, '01');
    expect(new Set(await hub.bringAll(other))).toEqual(new Set(['applied']));
    expect(await other.request('visit.get', { id: done.visitId }, CLERK)).toEqual(
      await one.request('visit.get', { id: done.visitId }, CLERK),
    );
    const journaled = other.disk.journal.length;
    expect(new Set(await hub.bringAll(other))).toEqual(new Set(['known']));
    expect(other.disk.journal.length).toBe(journaled);
    expect(await chain(other)).toMatchObject({ batches: journaled, brokenAt: null, aside: 0 });
  });

  it('costs one flush of the journal for all that came at once', async () => {
    const { one, other, hub } = await twoDesks();
    for (let n = 0; n < 5; n++) await register(one);
    await hub.publish(one, '01');
    const flushes = other.disk.flushes;
    await hub.bring(
      other,
      hub.log.flatMap(({ batches }) => batches),
    );
    expect(other.disk.flushes).toBe(flushes + 1);
  });

  it('survives restart, a transaction that did not happen, an empty database and a journal that lost its tail', async () => {
    const { one, other, hub } = await twoDesks();
    const done = await register(one);
    await hub.publish(one, '01');
    await hub.bringAll(other);
    const shown = await other.request('visit.get', { id: done.visitId }, CLERK);
    const shows = async (desk: Desk): Promise<void> => {
      expect(await desk.request('visit.get', { id: done.visitId }, CLERK)).toEqual(shown);
      expect(await chain(desk)).toMatchObject({ brokenAt: null, aside: 0 });
    };
    other.kill();
    const restarted = new Desk(other.disk, '02');
    expect((await restarted.open()).state).toBe('same');
    await shows(restarted);
    restarted.kill();

    other.disk.journal.length -= 2;
    const ahead = new Desk(other.disk, '02');
    expect((await ahead.open()).state).toBe('ahead');
    await shows(ahead);

    const again = await register(one, { people: [GUO] });
    await hub.publish(one, '01');
    const before = other.disk.journal.length;
    const died = new Promise<void>((resolve) => {
      ahead.onJournal = () => {
        if (other.disk.journal.length <= before) return;
        ahead.kill();
        resolve();
      };
    });
    void hub.bringAll(ahead).catch(() => {});
    await died;
    const behind = new Desk(other.disk, '02');
    expect((await behind.open()).state).toBe('behind');
    expect(await behind.request('visit.get', { id: again.visitId }, CLERK)).toMatchObject({ name: '王建国' });
    expect(new Set(await hub.bringAll(behind))).toEqual(new Set(['known']));
    await shows(behind);
    behind.kill();

    await Dexie.delete(other.disk.databaseName);
    const rebuilt = new Desk(other.disk, '02');
    expect((await rebuilt.open()).state).toBe('rebuild');
    await shows(rebuilt);
    expect(new Set(await hub.bringAll(rebuilt))).toEqual(new Set(['known']));
  });

  it("does not move the time of this desk's own last write, nor answer its requests", async () => {
    const { one, other, hub } = await twoDesks();
    await register(one, {}, '0190f5a0-0000-7000-8000-000000000001');
    await hub.publish(one, '01');
    await hub.bringAll(other);
    expect(await other.internal('internal.lastWrite', null)).toBe(null);
    const own = await register(other, { people: [GUO] }, '0190f5a0-0000-7000-8000-000000000001');
    expect(own.number).toMatch(/-02-/);
    const written = await other.internal('internal.lastWrite', null);
    await register(one);
    await hub.publish(one, '01');
    await hub.bringAll(other);
    expect(await other.internal('internal.lastWrite', null)).toBe(written);
    other.kill();
    await Dexie.delete(other.disk.databaseName);
    const rebuilt = new Desk(other.disk, '02');
    await rebuilt.open();
    expect(await rebuilt.internal('internal.lastWrite', null)).toBe(written);
  });

  it('is in the lists of the screens at once, and gone from them with its key', async () => {
    const { one, other, hub } = await twoDesks();
    const { visitId } = await register(one);
    const told: { name: string }[][] = [];
    const stop = other.subscribe('queue.list', (result) => {
      if (result.ok) told.push(result.value as { name: string }[]);
    });
    await expect.poll(() => told.at(-1)).toEqual([]);
    await hub.publish(one, '01');
    await hub.bringAll(other);
    await expect.poll(() => told.at(-1)).toMatchObject([{ id: visitId }]);
    const shown = told.at(-1);
    const ids = [...other.disk.keyring.keys()];
    await other.internal('internal.sync.keysGone', { ids });
    await expect.poll(() => told.at(-1)).not.toEqual(shown);
    stop();
  });

  it('is brought again where a damaged journal lost a part of it, and nothing of the rest is doubled', async () => {
    const { one, other, hub } = await twoDesks();
    await register(one);
    await register(one, { people: [GUO] });
    await hub.publish(one, '01');
    await hub.bringAll(other);
    const whole = await contentsOf(other.disk, '02');
    other.kill();
    const lost = other.disk.journal.length - 3;
    other.disk.journal[lost] = Uint8Array.of(1, 2, 3);
    await Dexie.delete(other.disk.databaseName);
    const rebuilt = new Desk(other.disk, '02');
    expect((await rebuilt.open()).state).toBe('rebuild');
    const journaled = other.disk.journal.length;
    const received = await hub.bringAll(rebuilt);
    expect(received.filter((each) => each === 'applied')).toHaveLength(1);
    expect(received).not.toContain('quarantined');
    expect(other.disk.journal).toHaveLength(journaled + 1);
    expect(await contentsOf(rebuilt.disk, '02')).toEqual(whole);
  });

  it('brings its keys first: without them nothing is done', async () => {
    const { one, other, hub } = await twoDesks();
    const done = await register(one);
    await hub.publish(one, '01');
    const batches = hub.log.flatMap((message) => message.batches);
    const answer = await other.internal('internal.sync.receive', {
      batches,
      keys: [],
      absent: [],
      past: false,
      cursor: { seq: 1, hash: new Uint8Array(32) },
    });
    expect(answer.needKeys?.length).toBeGreaterThan(0);
    expect(other.disk.journal).toHaveLength(0);
    expect(await other.internal('internal.sync.memory', null)).toMatchObject({ cursor: null });
    await hub.bring(other, batches);
    expect(await other.request('visit.get', { id: done.visitId }, CLERK)).toMatchObject({ name: '李秀兰' });
  });
});

describe('what does not fit', () => {
  const flat = (hub: Hub) => hub.log.flatMap(({ batches }) => batches);

  it('waits for the one before it, and is applied with it', async () => {
    const { one, other, hub } = await twoDesks();
    const done = await register(one);
    await hub.publish(one, '01');
    const batches = flat(hub);
    const [first, ...rest] = batches;
    if (!first) throw new Error('nothing was published');
    expect(new Set((await hub.bring(other, [...rest].reverse())).received)).toEqual(new Set(['waiting']));
    expect(other.disk.journal).toHaveLength(0);
    other.kill();
    const restarted = new Desk(other.disk, '02');
    await restarted.open();
    const { received, changes } = await hub.bring(restarted, [first]);
    expect(received).toEqual(['applied']);
    expect(changes).toBeGreaterThan(rest.length);
    expect(restarted.disk.journal).toHaveLength(batches.length);
    expect(await restarted.request('visit.get', { id: done.visitId }, CLERK)).toMatchObject({ name: '李秀兰' });
    expect(await hub.bringAll(restarted)).toEqual(batches.map(() => 'known'));
  });

  it('is kept aside with its reason, counted, never applied: other content at a known place, no batch, a foreign seal', async () => {
    const { one, other, hub } = await twoDesks();
    await register(one);
    await hub.publish(one, '01');
    await hub.bringAll(other);
    const journaled = other.disk.journal.length;
    const stranger = await newDesk();
    await register(stranger);
    const strange = new Hub(stranger.disk.hallId);
    await strange.publish(stranger, '01');
    const [forged, ...more] = flat(strange);
    const last = flat(hub).at(-1);
    if (!forged || !last) throw new Error('nothing was published');
    const noBatch = { payload: Uint8Array.of(1, 2, 3), signature: last.signature };
    for (let n = 0; n < 3; n++) expect((await hub.bring(other, [forged, noBatch])).received).toEqual(['quarantined', 'quarantined']);
    const fresh = await joinedDesk(other.disk, '03');
    expect((await hub.bring(fresh, [forged, ...more])).received.slice(0, 2)).toEqual(['quarantined', 'waiting']);
    expect(other.disk.journal).toHaveLength(journaled);
    expect(fresh.disk.journal).toHaveLength(0);
    const admin = { ...CLERK, roles: ['administrator' as const] };
    const listed = await other.request('sync.quarantine', {}, admin);
    expect(listed.map(({ reason, count, desk }) => [reason, count, desk]).sort()).toEqual([
      ['broken-chain', 3, '01'],
      ['malformed', 3, ''],
    ]);
    expect((await fresh.request('sync.quarantine', {}, admin)).map(({ reason }) => reason)).toEqual(['bad-seal']);
  });

  it("is a revoked desk's later batch, also where whoever judged it had not yet seen the row", async () => {
    const { one, other, hub } = await twoDesks();
    await other.internal('internal.sync.putDesk', { code: '01', publicKey: 'k' }, staffIds.clerk);
    await register(one);
    await hub.publish(one, '01');
    await hub.bringAll(other);
    const before = flat(hub).length;
    const admin = { ...CLERK, roles: ['administrator' as const] };
    await other.internal('internal.sync.revokeDesk', { code: '01', reason: '电脑被盗', renewed: null }, staffIds.clerk);
    await register(one, { people: [GUO] });
    await hub.publish(one, '01');
    const { received } = await hub.bring(other, flat(hub));
    expect(new Set(received.slice(0, before))).toEqual(new Set(['known']));
    expect(received[before]).toBe('quarantined');
    expect(received).not.toContain('applied');
    expect((await other.request('sync.quarantine', {}, admin)).map(({ reason, desk }) => [reason, desk])).toContainEqual([
      'revoked-desk',
      '01',
    ]);
  });

  it('is no more than a thousand items of at most 64 KiB: the oldest are only counted', async () => {
    const { one } = await twoDesks();
    for (let n = 0; n < 1003; n++) {
      const bytes = Uint8Array.from({ length: n === 1002 ? 70_000 : 4 }, (_, i) => (n >> (8 * i)) & 255);
      await one.internal('internal.sync.quarantine', { desk: '09', reason: 'forged', bytes });
    }
    const listed = await one.request('sync.quarantine', {}, { ...CLERK, roles: ['administrator'] });
    expect(listed).toHaveLength(1001);
    expect(listed.reduce((sum, { count }) => sum + count, 0)).toBe(1003);
    expect(listed.filter(({ id }) => id.startsWith('more/'))).toMatchObject([{ count: 3, reason: 'forged' }]);
    expect(listed.some(({ bytes }) => bytes === 70_000)).toBe(true);
  }, 60_000);

  it('of a newer version waits for the upgrade', async () => {
    const { one, other, hub } = await twoDesks();
    await register(one);
    await hub.publish(one, '01');
    const { decode, encode } = await import('cborg');
    const [first] = flat(hub);
    const newer = hub.sign('01', encode({ ...(decode(first?.payload ?? new Uint8Array()) as object), v: 2 }));
    expect((await hub.bring(other, [newer])).received).toEqual(['waiting']);
    expect(await hub.bringAll(other)).not.toContain('quarantined');
  });
});
