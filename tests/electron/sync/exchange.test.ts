import { afterEach, describe, expect, it } from 'vitest';
import { encodeMessage, signedBytes } from '../../../electron/storage/signed-batch';
import type { Way } from '../../../electron/sync/receiver';
import { newSigningKeys, Signer } from '../../../electron/sync/sign';
import { HALL, TestHall, until } from './hall';

let hall: TestHall;
afterEach(() => hall.close());

/** Numbers that repeat with the seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('what desks write', () => {
  it('is everywhere, once, with its keys, and nothing waits any more', async () => {
    hall = new TestHall(3);
    hall.desk(0).write('before the start', { keys: ['p:1'] });
    await hall.start();
    hall.desk(1).write('one', { keys: ['p:2'] });
    hall.desk(2).write('two');
    await until(() => hall.equal() && hall.desk(0).storage.texts().length === 3);
    expect(hall.desk(2).storage.texts()).toEqual(['before the start', 'one', 'two']);
    expect([...hall.desk(2).storage.keys.keys()].sort()).toEqual(['p:1', 'p:2']);
    expect(hall.desks.map((desk) => desk.link())).toEqual(['online', 'online', 'online']);
  });

  it('is counted while the hub is away, also after a restart, and is sent when it is back', async () => {
    hall = new TestHall(2);
    await hall.start();
    const [a, b] = [hall.desk(0), hall.desk(1)];
    a.write('first');
    await until(() => hall.equal() && b.storage.texts().length === 1);
    a.connection.cut();
    a.write('second');
    a.write('third');
    await until(() => a.view.get().waiting === 2);
    expect(a.link()).toBe('offline');
    await a.stop();
    await a.start();
    expect(a.view.get()).toMatchObject({ waiting: 2, link: 'offline' });
    a.connection.up();
    await until(() => hall.equal() && b.storage.texts().length === 3);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'arrives through lost calls, lost confirmations, doubled messages and cut cables (seed %i)',
    async (seed) => {
      hall = new TestHall(3);
      const random = randomFrom(seed);
      await hall.start();
      hall.hub.faults = { random, lost: 0.05, unconfirmed: 0.1, doubled: 0.2 };
      for (let i = 0; i < 60; i++) {
        const desk = hall.desk(Math.floor(random() * 3));
        desk.write(`${i} by ${desk.code}`, random() < 0.3 ? { keys: [`p:${i}`] } : {});
        if (random() < 0.1) desk.connection.cut();
        if (random() < 0.5) desk.connection.up();
        if (random() < 0.5) await new Promise((resolve) => setImmediate(resolve));
      }
      hall.hub.faults = null;
      for (const desk of hall.desks) desk.connection.up();
      await until(() => hall.equal());
      expect(hall.desk(0).storage.texts()).toHaveLength(60);
      expect(new Set(hall.desk(0).storage.texts()).size).toBe(60);
      expect(hall.desks.flatMap(({ storage }) => storage.quarantine)).toEqual([]);
      const keys = hall.desks.map(({ storage }) => [...storage.keys.keys()].sort());
      expect(keys[1]).toEqual(keys[0]);
      expect(keys[2]).toEqual(keys[0]);
    },
  );
});

describe('what is not right', () => {
  it.each<{ name: string; make(): Promise<Uint8Array>; reason: string }>([
    { name: 'bytes that are no message', make: async () => new Uint8Array([1, 2, 3]), reason: 'malformed' },
    { name: "another desk's batch", make: () => message('01', '03'), reason: 'wrong-desk' },
    { name: 'a batch nobody signed', make: () => message('01', '01', newSigningKeys().privateKey), reason: 'forged' },
  ])('is kept aside and passed over: $name', async ({ make, reason }) => {
    hall = new TestHall(3);
    await hall.start();
    hall.hub.add('01', 'log', await make());
    hall.desk(1).write('good');
    const c = hall.desk(2);
    await until(() => c.storage.texts().includes('good') && c.storage.quarantine.length > 0);
    expect(c.storage.quarantine).toMatchObject([{ desk: '01', reason, count: 1 }]);
    await until(() => c.view.get().quarantined === 1);
    expect(c.link()).toBe('disagrees');
    expect(c.view.get().findings.join()).toContain('没有通过检查');
    expect(c.storage.memory.cursor?.seq).toBeGreaterThanOrEqual(1);
  });

  it('is what comes from a desk that nobody knows, until the row of that desk is there', async () => {
    hall = new TestHall(2);
    const [a, b] = [hall.desk(0), hall.desk(1)];
    const guest = newSigningKeys();
    hall.hub.add('07', 'log', await message('07', '07', guest.privateKey));
    a.write('desk 07', { desk: { code: '07', publicKey: guest.publicKey } });
    await hall.start();
    await until(() => b.storage.desks.has('07') && b.storage.quarantine.length === 1);
    expect(b.storage.quarantine).toMatchObject([{ desk: '07', reason: 'unknown-desk' }]);
    await until(() => a.view.get().waiting === 0);
    hall.hub.add('07', 'log', await message('07', '07', guest.privateKey));
    await until(() => b.storage.chains.get('07')?.length === 1);
  });

  it('is kept aside once, where it stands in the order: beside a past that is still read its desk may not be known yet', async () => {
    hall = new TestHall(2);
    await hall.start();
    const { service, storage } = hall.desk(1);
    const strange = { data: await message('07', '07', newSigningKeys().privateKey), from: '07', subject: '07' };
    const receive = (way: Way) => service.receiver.receive([strange], async () => [], null, way);
    expect(await receive('beside')).toMatchObject({ changes: 0, refused: 0 });
    expect(storage.quarantine).toEqual([]);
    expect(await receive('now')).toMatchObject({ refused: 1 });
    expect(storage.quarantine).toMatchObject([{ desk: '07', reason: 'unknown-desk', count: 1 }]);
  });

  it('is what a revoked desk wrote afterwards; what it wrote before counts', async () => {
    hall = new TestHall(3);
    await hall.start();
    const [a, b, c] = [hall.desk(0), hall.desk(1), hall.desk(2)];
    c.write('before');
    await until(() => hall.equal() && a.storage.texts().length === 1);
    a.write('revoked', { revoke: { code: '03', inc: 1, last: 1 } });
    await until(() => b.storage.texts().length === 2 && c.storage.texts().length === 2);
    c.write('after');
    await until(() => a.storage.quarantine.length === 1 && b.storage.quarantine.length === 1);
    expect(a.storage.quarantine[0]).toMatchObject({ desk: '03', reason: 'revoked-desk' });
    expect(a.storage.texts()).toEqual(['before', 'revoked']);
    await until(() => c.view.get().findings.join().includes('本机已被停用'));
  });
});

/** A first batch of `desk` as it would stand on a subject, signed by the desk that `hall` has under `signer` or by a key. */
async function message(signer: string, desk: string, privateKey?: string): Promise<Uint8Array> {
  const { FakeStorage } = await import('./fake-storage');
  const storage = new FakeStorage(desk);
  let payload = new Uint8Array();
  storage.onWrite = (bytes) => {
    payload = new Uint8Array(bytes);
  };
  storage.write({ text: `of ${desk}` });
  const key = privateKey ?? hall.desks.find(({ code }) => code === signer)?.keys.privateKey ?? '';
  return encodeMessage([{ payload, signature: await new Signer(key).bytes(signedBytes(HALL, payload)) }]);
}
