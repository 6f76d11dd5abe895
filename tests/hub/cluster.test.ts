import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectHub } from '../../build/hub/connect.mjs';
import { serverFolder } from '../../build/hub/hub-folder.mjs';
import { makeHub } from '../../build/hub/make-hub.mjs';
import { freePort } from '../../build/hub/run-hub.mjs';
import { startServer } from '../../build/hub/server-process.mjs';
import { prepareStreams } from '../../build/hub/streams.mjs';
import { findNatsServer, natsVersion } from '../../build/setup/nats-server.mjs';
import { QUICK } from './desks';

/** Three machines, as three addresses of this one. */
const root = mkdtempSync(join(tmpdir(), 'hub-cluster-'));
const MACHINES = [1, 2, 3].map((n) => ({ name: `hub-${n}`, hosts: [`127.0.0.${n}`], listen: `127.0.0.${n}` }));
let made: Awaited<ReturnType<typeof makeHub>>;
let servers: Awaited<ReturnType<typeof startServer>>[];
const connect = (servers: string[], code?: string): Promise<NatsConnection> =>
  connectHub({ servers, ca: made.ca, seed: code ? (made.desks.get(code) ?? '') : made.adminSeed, code });
const urls = () => MACHINES.map((m) => `tls://${m.hosts[0]}:${made.facts.port}`);

beforeAll(async () => {
  const version = natsVersion(findNatsServer());
  const [port, clusterPort] = [await freePort(), await freePort()];
  made = await makeHub({ dir: join(root, 'hub'), machines: MACHINES, desks: 2, port, clusterPort, version, cost: QUICK });
  const conf = (m: (typeof MACHINES)[number]) => join(serverFolder(join(root, 'hub'), made.facts, m), 'hub.conf');
  servers = await Promise.all(MACHINES.map((m) => startServer(findNatsServer(), conf(m))));
  const admin = await connect(urls());
  // The three have to find each other and choose one that leads.
  await until(() => prepareStreams(admin, { replicas: 3 }));
  await admin.close();
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(root, { recursive: true });
});

it('keeps every stream three times', async () => {
  const admin = await connect(urls());
  const { streams } = await jetstreamManager(admin);
  for (const name of ['reception-log', 'reception-keys', 'OBJ_reception-files'])
    expect((await streams.info(name)).cluster?.replicas).toHaveLength(2);
  await admin.close();
});
it('goes on without one of them, for desks that write and desks that read', async () => {
  const [url1 = '', , url3 = ''] = urls();
  const first = await connect([url1], '01');
  await jetstream(first).publish('reception.log.01', 'before');
  await servers[1]?.kill();
  const { seq } = await until(() => jetstream(first).publish('reception.log.01', 'after'));
  const second = await connect([url3], '02');
  const message = await until(async () => (await jetstreamManager(second)).direct.getMessage('reception-log', { seq }));
  expect(message?.string()).toBe('after');
  await first.close();
  await second.close();
});

/** While machines choose who leads, nobody answers: asked until somebody does, for 15 s at most. */
async function until<T>(ask: () => Promise<T>): Promise<T> {
  const end = Date.now() + 15_000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
      await setTimeout(100);
    }
  }
}
