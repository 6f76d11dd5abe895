import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HubError } from './hub-error.mjs';
import { writePrivate } from './private-file.mjs';

/*
 * A hub folder as generate.mjs makes it:
 *   hub.json       what the hub is: machines, ports, public keys of the desks
 *   secret/        the administrator's key and the authority's: into a safe, never onto the server
 *   server/        what lies on the server (server-<name>/ for each machine of a cluster)
 */
const FACTS = 'hub.json';

export const secretFile = (dir, name) => join(dir, 'secret', name);
export const serverFolder = (dir, facts, machine) => join(dir, facts.machines.length === 1 ? 'server' : `server-${machine.name}`);
export const serverFolders = (dir, facts) => facts.machines.map((machine) => serverFolder(dir, facts, machine));
export const urlsOf = (facts) => facts.machines.flatMap((machine) => machine.hosts.map((host) => urlOf(host, facts.port)));
export const replicasOf = (facts) => facts.machines.length;

const urlOf = (host, port) => `tls://${host.includes(':') ? `[${host}]` : host}:${port}`;

export function readFacts(dir) {
  const file = join(dir, FACTS);
  if (!existsSync(file))
    throw new HubError(`${dir} 里没有 ${FACTS}，不是数据中心文件夹。请先用 npm run hub:generate 生成，或换一个文件夹。`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

export const writeFacts = (dir, facts) => writePrivate(join(dir, FACTS), `${JSON.stringify(facts, null, 2)}\n`);

/** @throws HubError when something lies there already: a hub that was generated again would lock every desk out. */
export function mustBeEmpty(dir) {
  if (existsSync(dir) && readdirSync(dir).length > 0)
    throw new HubError(`${dir} 里已有文件，没有改动任何内容。重新生成会使所有登记台的凭据失效；请换一个空文件夹，或先自行移走旧的。`);
}

export const readSecret = (dir, name) => {
  const file = secretFile(dir, name);
  if (!existsSync(file)) throw new HubError(`找不到 ${file}。它应当保存在保险处，请放回 secret/ 后再试。`);
  return readFileSync(file, 'utf8').trim();
};
