import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { createUser } from '@nats-io/nkeys';
import { Objm } from '@nats-io/obj';
import { connect, type NatsConnection as Nats, nkeyAuthenticator } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HubMessage, type HubPort, WrongLast } from '../../../electron/sync/hub-port';
import { NatsConnection } from '../../../electron/sync/nats-connection';
import { nanosOf } from '../../../electron/sync/nats-hub';
import { until } from './hall';

const server = ['/usr/sbin/nats-server', '/usr/bin/nats-server', '/usr/local/bin/nats-server'].find((path) => {
  try {
    return execFileSync(path, ['--version']).length > 0;
  } catch {
    return false;
  }
});

const user = createUser();
const seed = new TextDecoder().decode(user.getSeed());
let dir = '';
let port = 0;
let child: ChildProcess;
let admin: Nats;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function startServer(): Promise<void> {
  child = spawn(server ?? '', ['-c', join(dir, 'nats.conf')], { stdio: 'ignore' });
  for (;;) {
    try {
      admin = await connect({ servers: `127.0.0.1:${port}`, authenticator: nkeyAuthenticator(user.getSeed()), reconnect: false });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
async function stopServer(signal: NodeJS.Signals): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}

const connection = (deskCode: string): NatsConnection => new NatsConnection({ addresses: [`127.0.0.1:${port}`], ca: null, seed, deskCode });

/** The port of a connection, as often as it is asked for. */
function hubOf(from: NatsConnection): { now(): HubPort | null; up(): Promise<HubPort> } {
  let hub: HubPort | null = null;
  from.onState((told) => {
    hub = told;
  });
  return {
    now: () => hub,
    up: async () => {
      await until(() => hub !== null);
      return hub as unknown as HubPort;
    },
  };
}

describe("the hub's time of a message", () => {
  it.each([
    ['2026-11-23T01:02:03Z', '1795395723000000000'],
    ['2026-11-23T01:02:03.12345Z', '1795395723123450000'],
    ['2026-11-23T01:02:03.123456789Z', '1795395723123456789'],
  ])('%s is the same number however it is read', (written, nanos) => {
    expect(nanosOf(written)).toBe(nanos);
  });
});

describe.runIf(server)('the hub over NATS', () => {
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'reception-nats-'));
    port = await freePort();
    writeFileSync(
      join(dir, 'nats.conf'),
      `host: 127.0.0.1\nport: ${port}\njetstream { store_dir: "${join(dir, 'store')}" }\nauthorization { users: [ { nkey: ${user.getPublicKey()} } ] }\n`,
    );
    await startServer();
    const jsm = await jetstreamManager(admin);
    await jsm.streams.add({
      name: 'reception-log',
      subjects: ['reception.log.*', 'reception.relay.*'],
      deny_delete: true,
      deny_purge: true,
    });
    await jsm.streams.add({ name: 'reception-keys', subjects: ['reception.key.*'], max_msgs_per_subject: 1, deny_delete: true });
    await new Objm(admin).create('reception-files');
  });
  afterAll(async () => {
    await admin.close();
    await stopServer('SIGKILL');
    rmSync(dir, { recursive: true, force: true });
  });

  it('takes a message only behind the last one that was read, gives places back, and reads on live', async () => {
    const [a, b] = [connection('01'), connection('02')];
    const [hubA, hubB] = [await hubOf(a).up(), await hubOf(b).up()];
    const heard: HubMessage[] = [];
    const reader = hubB.read(1);
    const reading = (async () => {
      for await (const message of reader) heard.push(message);
    })();
    expect(await hubA.lastOwn('log')).toBeNull();
    const { seq } = await hubA.publish('log', Buffer.from('one'), 0);
    await expect(hubA.publish('log', Buffer.from('again'), 0)).rejects.toBeInstanceOf(WrongLast);
    await hubA.publish('relay', Buffer.from('carried'), 0);
    await hubA.publish('log', Buffer.from('two'), seq);
    await until(() => heard.length === 3);
    expect(heard.map(({ kind, desk, data }) => [kind, desk, Buffer.from(data).toString()])).toEqual([
      ['log', '01', 'one'],
      ['relay', '01', 'carried'],
      ['log', '01', 'two'],
    ]);
    expect(await hubA.log()).toEqual({ first: 1, last: 3 });
    expect(Buffer.from((await hubB.at(1))?.data ?? []).toString()).toBe('one');
    expect((await hubB.at(3))?.time).toBe(heard[2]?.time);
    expect(await hubB.at(99)).toBeNull();
    expect((await hubB.lastOf('01', 'log'))?.seq).toBe(3);
    expect((await hubB.relays()).map((message) => message.seq)).toEqual([2]);
    reader.stop();
    await reading;
    await a.close();
    await b.close();
  });

  it('keeps a key once, gives it out, and leaves nothing of an erased one but its place', async () => {
    const a = connection('01');
    const hub = await hubOf(a).up();
    await hub.putKeys(Array.from({ length: 450 }, (_, i) => ({ id: `p:${i}`, wrapped: new Uint8Array([i % 256, 1]) })));
    await hub.putKeys([{ id: 'p:7', wrapped: new Uint8Array([9, 9]) }]);
    expect([...((await hub.getKey('p:7')) ?? [])]).toEqual([7, 1]);
    await hub.eraseKey('p:7');
    expect(await hub.getKey('p:7')).toBeNull();
    await hub.putKeys([{ id: 'p:7', wrapped: new Uint8Array([7, 1]) }]);
    expect(await hub.getKey('p:7')).toBeNull();
    const ids = new Map<string, boolean>();
    for await (const { id, wrapped, last } of hub.readKeys(1)) {
      ids.set(id, wrapped !== null);
      if (last) break;
    }
    expect(ids.size).toBe(450);
    expect(ids.get('p:7')).toBe(false);
    expect(await hub.keysEnd()).toBe(451);
    await a.close();
  });

  it('carries a file both ways, goes on where it stopped, and the library of the object store reads it', async () => {
    const [a, b] = [connection('01'), connection('02')];
    const [hubA, hubB] = [await hubOf(a).up(), await hubOf(b).up()];
    mkdirSync(join(dir, 'there'));
    const path = join(dir, 'sound.xfs');
    const bytes = randomBytes(1_000_000);
    writeFileSync(path, bytes);
    let pieces = 0;
    const after = (n: number) => async (): Promise<void> => {
      if (++pieces > n) throw new Error('cut');
    };
    await expect(hubA.putFile('sound-x', path, after(3))).rejects.toThrow('cut');
    expect((await hubB.files(0)).files).toEqual([]);
    pieces = 0;
    await hubB.putFile('sound-x', path, after(5));
    expect(pieces).toBe(5);
    const target = join(dir, 'there', 'sound.xfs');
    pieces = 0;
    await expect(hubB.getFile('sound-x', target, after(6))).rejects.toThrow('cut');
    pieces = 0;
    await hubB.getFile('sound-x', target, after(2));
    expect(createHash('sha256').update(readFileSync(target)).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
    const blob = await (await new Objm(admin).open('reception-files')).getBlob('sound-x');
    expect(Buffer.compare(Buffer.from(blob ?? []), bytes)).toBe(0);
    const { files, reached } = await hubB.files(0);
    expect(files).toEqual([{ id: 'sound-x', bytes: 1_000_000, removed: false }]);
    await hubA.removeFile('sound-x');
    expect((await hubB.files(reached)).files).toEqual([{ id: 'sound-x', bytes: 0, removed: true }]);
    await expect(hubB.getFile('sound-x', join(dir, 'there', 'again.xfs'), async () => {})).rejects.toThrow('no such file');
    await a.close();
    await b.close();
  });

  it('hears signs of life, loses a hub that is killed, and finds it again by itself', async () => {
    const [a, b] = [connection('01'), connection('02')];
    const [hubA, hubB] = [hubOf(a), hubOf(b)];
    const heard: string[] = [];
    (await hubB.up()).onSeen((desk, { at, lacks }) => heard.push(`${desk} ${at} ${lacks[0]?.desk}`));
    const up = await hubA.up();
    await until(() => {
      up.sayHere({ at: 5, lacks: [{ desk: '03', after: { inc: 1, last: 2 } }] });
      return heard.includes('01 5 03');
    });
    await admin.close();
    await stopServer('SIGKILL');
    await until(() => hubA.now() === null && hubB.now() === null);
    await expect(up.log()).rejects.toThrow();
    await startServer();
    const again = await hubA.up();
    expect((await again.log()).last).toBe(3);
    await a.close();
    await b.close();
  });

  it('is read to its end over messages that its disk has damaged, and takes others behind them', async () => {
    const before = await hubOf(connection('04')).up();
    const first = (await before.publish('relay', Buffer.from('a relay that stays whole'), 0)).seq;
    const { seq } = await before.publish('relay', Buffer.from('a relay to be damaged'), first);
    const key = { id: 'p:damaged', wrapped: new Uint8Array(Buffer.from('a key to be damaged')) };
    await before.putKeys([key]);
    const keys = await before.keysEnd();
    await admin.close();
    await stopServer('SIGTERM');
    const streams = join(dir, 'store', 'jetstream', '$G', 'streams');
    for (const block of readdirSync(streams, { recursive: true }).map(String)) {
      if (!block.endsWith('.blk')) continue;
      const bytes = readFileSync(join(streams, block));
      const at = bytes.indexOf('to be damaged');
      if (at > 0) bytes.write('T', at);
      writeFileSync(join(streams, block), bytes);
    }
    await startServer();
    const a = connection('04');
    const hub = await hubOf(a).up();
    expect(await hub.at(seq)).toBeNull();
    expect(await hub.lastOwn('relay')).toBeNull();
    expect((await hub.log()).last).toBe(first);
    expect((await hub.relays()).map((message) => message.seq)).toContain(first);
    // 2.9.10 takes the damaged one for none; a server that still counts it has to say where it is.
    const answer = await hub.publish('relay', Buffer.from('again'), 0).catch((error: unknown) => error);
    if (answer instanceof WrongLast) await hub.publish('relay', Buffer.from('again'), answer.last ?? -1);
    expect((await hub.lastOwn('relay'))?.seq).toBe(seq + 1);
    expect((await hub.log()).last).toBe(seq + 1);
    expect(await hub.keysEnd()).toBeLessThan(keys);
    expect(await hub.getKey(key.id)).toBeNull();
    await hub.putKeys([key]);
    expect(await hub.getKey(key.id)).toEqual(key.wrapped);
    await a.close();
  });
});
