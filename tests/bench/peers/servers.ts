import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, connect as openSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A server of this bench, on 127.0.0.1 and a free port, with a folder of its own that goes with it. */
export interface Server {
  port: number;
  stop: () => Promise<void>;
}

/** As Debian packages it: JetStream with its defaults, which flush the streams' files every two minutes. */
export const startNats = (): Promise<Server> =>
  start('nats-server', (dir, port) => {
    const config = join(dir, 'nats.conf');
    writeFileSync(config, `host: 127.0.0.1\nport: ${port}\njetstream { store_dir: "${dir}" }\n`);
    return ['nats-server', ['-c', config]];
  });

/** PouchDB's own server, with its default store, LevelDB. */
export const startPouchServer = (): Promise<Server> =>
  start('pouchdb-server', (dir, port) => {
    const program = join(__dirname, 'node_modules', 'pouchdb-server', 'bin', 'pouchdb-server');
    return [process.execPath, [program, '-o', '127.0.0.1', '-p', `${port}`, '-d', dir, '-c', join(dir, 'config.json'), '-n']];
  });

async function start(name: string, command: (dir: string, port: number) => [string, string[]]): Promise<Server> {
  const dir = mkdtempSync(join(tmpdir(), `reception-${name}-`));
  const port = await freePort();
  const [program, args] = command(dir, port);
  const child = spawn(program, args, { cwd: dir, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (data: string) => {
    said = (said + data).slice(-2000);
  });
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      said = error.message;
      resolve();
    });
    child.once('exit', () => resolve());
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    await untilItListens(child, port);
  } catch {
    await stop();
    throw new Error(`${name} did not start: ${said.trim()}`);
  }
  return { port, stop };
}

async function untilItListens(child: ChildProcess, port: number): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.pid === undefined || child.exitCode !== null) break;
    if (await answers(port)) return;
    await pause(100);
  }
  throw new Error('no answer');
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = openSocket(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
