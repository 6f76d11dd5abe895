import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { SignedBatch } from '../../../electron/storage/signed-batch';
import { contentsOf } from './contents';
import { CLERK, Desk, newDesk, register } from './desk';
import { Hub, joinedDesk } from './hub';
import { add, GUARD, incident, list, note, raise, running, send, words } from './incident';
import { first } from './lives';

const ORDERS = Number(process.env.HALL_HISTORIES ?? 3) * 5;

/** A desk with a past, and one that has heard of nothing yet. */
async function two() {
  const one = await newDesk();
  await register(one);
  const hub = new Hub(one.disk.hallId);
  await hub.publish(one, '01');
  return { one, hub, past: flat(hub), other: await joinedDesk(one.disk, '02') };
}

const flat = (hub: Hub): SignedBatch[] => hub.log.flatMap(({ batches }) => batches);

/** What the desk writes now reaches the other before its past does. */
async function overtake({ one, hub, other }: Awaited<ReturnType<typeof two>>) {
  const before = flat(hub).length;
  await hub.publish(one, '01');
  return (await hub.bring(other, flat(hub).slice(before))).received;
}

const message = async (desk: Desk, incidentId: string): Promise<string> => {
  const sent = { requestId: uuid(), groups: ['security' as const], text: '请到一号窗口', incidentId };
  return (await desk.request('message.send', sent, CLERK)).id;
};

async function expectSame(desk: Desk, other: Desk): Promise<void> {
  expect(await contentsOf(other.disk, '02')).toEqual(await contentsOf(desk.disk, '01'));
  expect(await other.internal('internal.verifyChain', null)).toMatchObject({ brokenAt: null, aside: 0 });
}

async function reopened(desk: Desk, { rebuild }: { rebuild: boolean }): Promise<Desk> {
  desk.kill();
  if (rebuild) await Dexie.delete(desk.disk.databaseName);
  const again = new Desk(desk.disk, '02');
  await again.open();
  return again;
}

describe('an alarm before the past', () => {
  it('is shown at once with its plan and its lines, journaled only in its turn', async () => {
    const hall = await two();
    const { one, other, hub } = hall;
    const id = await incident(one, 'E03');
    expect(await overtake(hall)).toEqual(['waiting', 'waiting']);
    expect(await running(other)).toMatchObject([{ id, state: 'active', code: 'E03', deskCode: '01' }]);
    expect((await running(other)).map(({ elapsed, ...shown }) => shown)).toEqual(
      (await running(one)).map(({ elapsed, ...shown }) => shown),
    );
    expect(await words(other, id)).toEqual(await words(one, id));
    expect(other.disk.journal).toHaveLength(0);
    expect(new Set(await hub.bringAll(other))).toEqual(new Set(['applied', 'known']));
    expect(other.disk.journal).toHaveLength(flat(hub).length);
    await expectSame(one, other);
  });

  it('is heard by the screens, and each change of it, though the journal stands still', async () => {
    const hall = await two();
    const { one, other } = hall;
    const told: string[] = [];
    const stop = other.subscribe('alarm.running', (result) => {
      if (result.ok) told.push((result.value as { state: string; code: string }[]).map((each) => each.state + each.code).join());
    });
    const id = await raise(one);
    const steps: [string, () => Promise<unknown>][] = [
      ['pending', async () => {}],
      ['activeE03', () => send(one, id, 'E03')],
      ['controlledE03', () => add(one, id, { kind: 'controlled', text: '' })],
      ['', () => add(one, id, { kind: 'false-alarm', reason: '试报警' })],
    ];
    for (const [shown, act] of steps) {
      await act();
      await overtake(hall);
      await expect.poll(() => told.at(-1)).toBe(shown);
    }
    stop();
    expect(other.disk.journal).toHaveLength(0);
    expect(await list(other, false)).toMatchObject([{ id, state: 'false-alarm' }]);
  });

  it('stays after a restart, goes with a rebuild, and is the same in the end', async () => {
    for (const rebuild of [false, true]) {
      const hall = await two();
      const { one, hub, past } = hall;
      await hub.bring(hall.other, past.slice(0, 2));
      const id = await incident(one);
      await overtake(hall);
      const again = await reopened(hall.other, { rebuild });
      expect((await running(again)).map((shown) => shown.id)).toEqual(rebuild ? [] : [id]);
      await add(one, id, note('有人倒地'));
      const behind = flat(hub).length;
      await hub.publish(one, '01');
      await hub.bring(again, flat(hub).slice(behind));
      expect((await running(again)).map((shown) => shown.id)).toEqual(rebuild ? [] : [id]);
      await hub.bringAll(again);
      await expectSame(one, again);
      const rebuilt = await reopened(again, { rebuild: true });
      await expectSame(one, rebuilt);
    }
  });

  it('survives a kill between the journal and the database when its turn comes', async () => {
    const hall = await two();
    const { one, other, hub } = hall;
    const id = await incident(one);
    await overtake(hall);
    const died = new Promise<void>((resolve) => {
      other.onJournal = () => {
        other.kill();
        resolve();
      };
    });
    void hub.bring(other, hall.past).catch(() => {});
    await died;
    const again = new Desk(other.disk, '02');
    expect((await again.open()).state).toBe('behind');
    expect((await running(again)).map((shown) => shown.id)).toEqual([id]);
    expect(new Set(await hub.bringAll(again))).not.toContain('quarantined');
    await expectSame(one, again);
  });

  it('takes a line of this desk, which both have in the end', async () => {
    const hall = await two();
    const { one, other, hub } = hall;
    const id = await incident(one);
    await overtake(hall);
    await other.internal('internal.alarm.line', { id, text: '2 号登记台已知悉' });
    await hub.publish(other, '02');
    await hub.bringAll(other);
    await hub.bringAll(one);
    expect(await words(one, id)).toContain('2 号登记台已知悉');
    await expectSame(one, other);
  });
});

describe('what goes before its turn', () => {
  it('is the alarm and what the groups tell each other, and nothing else', async () => {
    const hall = await two();
    const { one, other } = hall;
    const { visitId } = await register(one);
    const id = await message(one, '');
    await one.request('message.acknowledge', { requestId: uuid(), id, group: 'security', person: '' }, GUARD);
    expect(new Set(await overtake(hall))).toEqual(new Set(['waiting']));
    expect((await first(other, 'message.list', { incidentId: '', limit: 9 }, CLERK)).messages).toMatchObject([
      { id, text: '请到一号窗口' },
    ]);
    expect((await first(other, 'message.open', {}, CLERK)).open).toBe(0);
    expect(await other.try('visit.get', { id: visitId }, CLERK)).toMatchObject({ ok: false });
  });

  it('has its key first, and without it is not shown, nor stands anywhere', async () => {
    const hall = await two();
    const { one, other, hub } = hall;
    const id = await incident(one);
    const before = flat(hub).length;
    await hub.publish(one, '01');
    const batches = flat(hub).slice(before);
    const ask = { batches, keys: [], absent: [], cursor: null, past: false };
    const key = `i:${id}`;
    expect(await other.internal('internal.sync.receive', ask)).toEqual({ needKeys: [key] });
    expect(await running(other)).toEqual([]);
    expect(await other.internal('internal.sync.receive', { ...ask, absent: [key] })).toMatchObject({ received: ['waiting', 'waiting'] });
    expect(await running(other)).toEqual([]);
    await hub.bringAll(other);
    await expectSame(one, other);
    expect((await running(other)).map((shown) => shown.id)).toEqual([id]);
  });

  it('is shown whole or not: fields of an alarm that is not here wait for it', async () => {
    const hall = await two();
    const { one, other, hub } = hall;
    const id = await raise(one);
    await hub.publish(one, '01');
    await send(one, id, 'E03');
    expect(await overtake(hall)).toEqual(['waiting']);
    expect(await running(other)).toEqual([]);
    await hub.bringAll(other);
    await expectSame(one, other);
  });

  it('is nothing of a batch that this hall did not seal', async () => {
    const { other } = await two();
    const stranger = await newDesk();
    await incident(stranger);
    const strange = new Hub(stranger.disk.hallId);
    await strange.publish(stranger, '01');
    const { received } = await strange.bring(other, flat(strange).slice(1));
    expect(new Set(received)).toEqual(new Set(['waiting']));
    expect(await running(other)).toEqual([]);
  });
});

it('in whatever order batches come, with restarts and rebuilds between, the desks are the same in the end', async () => {
  const hall = await two();
  const { one, hub } = hall;
  for (const code of ['E01', 'E03', ''] as const) {
    const id = await incident(one, code);
    await add(one, id, note('已让开通道'));
    await message(one, id);
    await add(one, id, { kind: 'false-alarm', reason: '试报警' });
  }
  await hub.publish(one, '01');
  const all = flat(hub);
  const order = fc.tuple(
    fc.shuffledSubarray(all, { minLength: all.length }),
    fc.array(fc.tuple(fc.nat(all.length), fc.constantFrom('restart', 'rebuild')), { maxLength: 3 }),
    fc.integer({ min: 1, max: 4 }),
  );
  await fc.assert(
    fc.asyncProperty(order, async ([batches, breaks, atOnce]) => {
      let desk = await joinedDesk(one.disk, '02');
      for (let at = 0; at < batches.length; at += atOnce) {
        await hub.bring(desk, batches.slice(at, at + atOnce));
        for (const [when, how] of breaks) if (when >= at && when < at + atOnce) desk = await reopened(desk, { rebuild: how === 'rebuild' });
      }
      await hub.bringAll(desk);
      await expectSame(one, desk);
      desk.kill();
    }),
    { numRuns: ORDERS },
  );
});
