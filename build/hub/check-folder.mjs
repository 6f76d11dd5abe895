import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { natsVersion, tryNatsServer } from '../setup/nats-server.mjs';
import { ask } from '../setup/run.mjs';
import { bad, ok, warning } from './findings.mjs';
import { secretFile, serverFolder } from './hub-folder.mjs';

const DAY_MS = 24 * 3_600_000;
const RENEW_DAYS = 90;
const LOW_DISK = 20e9;
const LOWEST_DISK = 5e9;

/** The files of one machine: complete, private, certificate in date and for the right names. */
export function checkServerFolder(dir, facts, machine) {
  const folder = serverFolder(dir, facts, machine);
  const missing = ['hub.conf', 'users.conf', 'ca.pem', 'cert.pem', 'key.pem'].filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0) return [bad(`${folder} 里缺少 ${missing.join('、')}`)];
  return [
    ...privateFiles(['key.pem', 'users.conf'].map((name) => join(folder, name))),
    ...checkCertificate(folder, machine),
    ...readableConf(join(folder, 'hub.conf'), facts),
  ];
}

export const checkSecrets = (dir) =>
  privateFiles(['admin.seed', 'ca-key.pem'].map((name) => secretFile(dir, name)).filter((file) => existsSync(file)));

/** Windows has no such modes; there install-service.cmd sets the rights. */
function privateFiles(files) {
  if (process.platform === 'win32') return [];
  const open = files.filter((file) => (statSync(file).mode & 0o077) !== 0);
  return open.map((file) => bad(`${file} 别的账户也能读，请执行 chmod 600 ${file}`));
}

function checkCertificate(folder, machine) {
  const cert = new X509Certificate(readFileSync(join(folder, 'cert.pem')));
  const ca = new X509Certificate(readFileSync(join(folder, 'ca.pem')));
  const found = [];
  if (!cert.verify(ca.publicKey)) found.push(bad('cert.pem 不是由 ca.pem 签发的，登记台会拒绝连接'));
  const unnamed = machine.hosts.filter((host) => !(isIP(host) ? cert.checkIP(host) : cert.checkHost(host)));
  if (unnamed.length > 0) found.push(bad(`证书里没有 ${unnamed.join('、')}，请用 npm run hub:renew 重新签发`));
  for (const [name, { validTo }] of [
    ['服务器证书', cert],
    ['根证书', ca],
  ])
    found.push(dated(name, validTo));
  return found;
}

function dated(name, validTo) {
  const days = Math.floor((Date.parse(validTo) - Date.now()) / DAY_MS);
  const day = new Date(validTo).toISOString().slice(0, 10);
  if (days < 0) return bad(`${name}已于 ${day} 过期，登记台会拒绝连接，请用 npm run hub:renew 重新签发`);
  return days < RENEW_DAYS ? warning(`${name} ${day} 到期，还有 ${days} 天，请用 npm run hub:renew 重新签发`) : ok(`${name}有效至 ${day}`);
}

/** Only a nats-server can say whether it takes the file; it looks for the certificates, too, so they must lie at their place. */
function readableConf(conf, facts) {
  const binary = tryNatsServer();
  if (!binary) return [warning('这台机器上没有 nats-server，没有检查配置文件能否被它读懂')];
  if (facts.at !== undefined && !existsSync(join(facts.at, 'hub.conf')))
    return [warning(`配置要放到 ${facts.at} 才能由 nats-server 检查，请在服务器上再运行一次`)];
  const { ok: accepted } = ask(binary, ['-t', '-c', conf]);
  const version = natsVersion(binary);
  return [
    accepted
      ? ok(`nats-server ${version} 能读懂 hub.conf`)
      : bad(`nats-server ${version} 读不懂 ${conf}，请执行 nats-server -t -c ${conf} 查看原因`),
  ];
}

/** Where the streams lie, when that is this machine. */
export function checkDisk(data) {
  if (!existsSync(data)) return [warning(`${data} 不在这台机器上，没有检查磁盘空间；请在服务器上再运行一次`)];
  const { bavail, bsize } = statfsSync(data);
  const free = bavail * bsize;
  const text = `${data} 所在磁盘剩余 ${(free / 1e9).toFixed(1)} GB`;
  if (free < LOWEST_DISK) return [bad(`${text}，即将写满；写满后登记台照常工作，但不再同步`)];
  return [free < LOW_DISK ? warning(`${text}，请尽快扩充`) : ok(text)];
}
