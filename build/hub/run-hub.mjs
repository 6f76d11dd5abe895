import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNatsServer, natsVersion } from '../setup/nats-server.mjs';
import { connectHub } from './connect.mjs';
import { readFacts, readSecret, serverFolder, urlsOf } from './hub-folder.mjs';
import { makeHub } from './make-hub.mjs';
import { startServer } from './server-process.mjs';
import { prepareStreams } from './streams.mjs';

const HERE = '127.0.0.1';

/** A hub on this machine for trying out and for tests: a new folder, TLS, desks, streams. Types stand in run-hub.d.mts. */
export async function startHub({ dir = mkdtempSync(join(tmpdir(), 'reception-hub-')), desks = 5, port, cost } = {}) {
  const machines = [{ name: 'local', hosts: [HERE], listen: HERE }];
  const version = natsVersion(findNatsServer());
  const made = await makeHub({ dir, machines, desks, port: port ?? (await freePort()), version, cost });
  const { hubFile, code, desks: seeds } = made;
  return { ...(await runHub(dir)), hubFile, code, desks: seeds };
}

/** Runs the hub that a folder holds already. */
export async function runHub(dir) {
  const facts = readFacts(dir);
  const binary = findNatsServer();
  const conf = join(serverFolder(dir, facts, facts.machines[0]), 'hub.conf');
  const [url] = urlsOf(facts);
  const ca = readSecret(dir, 'ca.pem');
  const adminSeed = readSecret(dir, 'admin.seed');
  let server = await startServer(binary, conf);
  await withAdmin((nc) => prepareStreams(nc, { replicas: 1 }));
  return {
    url,
    dir,
    conf,
    ca,
    adminSeed,
    log: () => server.log(),
    stop: () => server.stop(),
    kill: () => server.kill(),
    reload: () => server.reload(),
    async restart() {
      await server.stop();
      server = await startServer(binary, conf);
    },
    ended: () => server.ended,
  };

  async function withAdmin(work) {
    const nc = await connectHub({ servers: url, ca, seed: adminSeed });
    try {
      await work(nc);
    } finally {
      await nc.close();
    }
  }
}

/** One that nobody listens on. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, HERE, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
