import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from './run.mjs';
import { SetupError, say } from './say.mjs';
import { ensurePackages } from './system-packages.mjs';

/*
 * The hub's server. On Debian and Ubuntu it is a package; a production hub takes a newer one from its makers (docs/hub.md).
 */
export const NATS_PACKAGE = 'nats-server';
const FILE = process.platform === 'win32' ? 'nats-server.exe' : 'nats-server';

/** Its path, null when there is none. NATS_SERVER, when set, wins. */
export function tryNatsServer(env = process.env) {
  if (env.NATS_SERVER) return env.NATS_SERVER;
  const folders = (env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':').filter(Boolean);
  if (process.platform !== 'win32') folders.push('/usr/sbin', '/usr/local/bin');
  return folders.map((folder) => join(folder, FILE)).find((file) => existsSync(file)) ?? null;
}

/** @throws SetupError when it is not installed */
export function findNatsServer() {
  const found = tryNatsServer();
  if (found) return found;
  throw new SetupError('nats-server was not found. Install it (see docs/hub.md), or set NATS_SERVER to its path.');
}

/** As 「2.9.10」. @throws SetupError when the file does not say */
export function natsVersion(binary) {
  const version = /v(\d+\.\d+\.\d+)/.exec(ask(binary, ['--version']).out)?.[1];
  if (!version) throw new SetupError(`${binary} does not say its version: is it a nats-server?`);
  return version;
}

/** Found, or on Debian as root installed. */
export async function ensureNatsServer() {
  if (!tryNatsServer()) await ensurePackages([NATS_PACKAGE]);
  const binary = findNatsServer();
  say(`nats-server ${natsVersion(binary)}: ${binary}`);
  return binary;
}
