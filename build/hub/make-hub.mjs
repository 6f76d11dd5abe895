import { resolve } from 'node:path';
import { createUser } from '@nats-io/nkeys';
import { issueServer, makeAuthority } from './certificates.mjs';
import { HubError } from './hub-error.mjs';
import { HUB_FILE_NAME, newCode, sealHubFile } from './hub-file.mjs';
import { mustBeEmpty, secretFile, serverFolder, urlsOf, writeFacts } from './hub-folder.mjs';
import { deskCode, MOST_DESKS } from './names.mjs';
import { makePrivateFolder, writePrivate } from './private-file.mjs';
import { serverConf } from './server-conf.mjs';
import { serviceFile } from './services.mjs';
import { usersConf } from './users-conf.mjs';

const PORT = 4222;
const CLUSTER_PORT = 6222;

export function newUser() {
  const pair = createUser();
  return { nkey: pair.getPublicKey(), seed: Buffer.from(pair.getSeed()).toString('utf8') };
}

/** @typedef {{name: string, hosts: string[], listen?: string}} Machine the first host is what the others of a cluster call it by */
/** @typedef {{m: number, t: number, p: number}} Cost argon2id's figures */

/**
 * Makes a whole hub folder. Nothing that lies there is overwritten.
 * @param {{dir: string, machines: Machine[], version: string, desks?: number, port?: number, clusterPort?: number, at?: string,
 *   data?: string, cost?: Cost}} wish machines: one, or three for a cluster. at: where a machine's files will lie on it (its folder here,
 *   unless set); data: where it keeps its streams. version: of the nats-server that will run it
 * @returns the facts, and what leaves the folder by other ways
 * @throws HubError
 */
export async function makeHub({
  dir,
  machines,
  desks = 20,
  port = PORT,
  clusterPort = CLUSTER_PORT,
  at = undefined,
  data = undefined,
  version,
  cost = undefined,
}) {
  checkWishes({ machines, desks });
  mustBeEmpty(dir);
  const admin = newUser();
  const users = Array.from({ length: desks }, (_, i) => ({ code: deskCode(i + 1), ...newUser() }));
  const facts = {
    v: 1,
    made: new Date().toISOString(),
    machines,
    port,
    clusterPort,
    at,
    data,
    version,
    admin: admin.nkey,
    desks: users.map(({ code, nkey }) => ({ code, nkey })),
  };
  const authority = await makeAuthority();
  makePrivateFolder(dir);
  makePrivateFolder(secretFile(dir, ''));
  writePrivate(secretFile(dir, 'admin.seed'), `${admin.seed}\n`);
  writePrivate(secretFile(dir, 'ca.pem'), authority.cert);
  writePrivate(secretFile(dir, 'ca-key.pem'), authority.key);
  for (const machine of machines) await writeServer(dir, facts, machine, authority);
  const code = newCode();
  const hubFile = resolve(dir, HUB_FILE_NAME);
  const listed = users.map((u) => ({ code: u.code, seed: u.seed }));
  writePrivate(hubFile, await sealHubFile({ v: 1, hub: urlsOf(facts), ca: authority.cert, desks: listed }, code, cost));
  // Last: a folder without it is one that was not finished.
  writeFacts(dir, facts);
  return { facts, hubFile, code, desks: new Map(users.map((u) => [u.code, u.seed])), adminSeed: admin.seed, ca: authority.cert };
}

/** The files of one machine, with a fresh certificate. */
export async function writeServer(dir, facts, machine, authority) {
  const here = serverFolder(dir, facts, machine);
  const folder = (facts.at ?? resolve(here)).replaceAll('\\', '/');
  const data = (facts.data ?? `${folder}/data`).replaceAll('\\', '/');
  const { name, hosts, listen = '0.0.0.0' } = machine;
  const others = facts.machines.filter((m) => m !== machine).map((m) => m.hosts[0]);
  const cluster = others.length > 0 ? { port: facts.clusterPort, routes: others } : undefined;
  const certificate = await issueServer(authority, hosts);
  const service = serviceFile({ folder, data });
  makePrivateFolder(here);
  // It runs from here: nats-server writes its process number before it makes the folder for it.
  if (facts.at === undefined) makePrivateFolder(data);
  writePrivate(resolve(here, 'ca.pem'), authority.cert);
  writePrivate(resolve(here, 'cert.pem'), certificate.cert);
  writePrivate(resolve(here, 'key.pem'), certificate.key);
  writePrivate(resolve(here, 'users.conf'), usersConf(facts));
  const { port, version } = facts;
  writePrivate(resolve(here, 'hub.conf'), serverConf({ name, folder, data, listen, port, version, cluster }));
  writePrivate(resolve(here, service.name), service.text);
}

function checkWishes({ machines, desks }) {
  if (!Number.isInteger(desks) || desks < 1 || desks > MOST_DESKS) throw new HubError(`登记台数必须是 1 到 ${MOST_DESKS}。`);
  if (machines.length !== 1 && machines.length !== 3)
    throw new HubError('数据中心是一台机器，或三台机器组成的集群；两台不能判断谁是对的。');
  if (machines.some((m) => m.hosts.length === 0)) throw new HubError('每台机器至少要有一个登记台能连到的主机名或地址。');
  const wrong = machines.flatMap((m) => m.hosts).find((host) => !/^[\w.:-]+$/.test(host));
  if (wrong !== undefined) throw new HubError(`“${wrong}”不是主机名或地址。`);
}
