import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openHubFile } from '../../build/hub/hub-file.mjs';
import { makeHub } from '../../build/hub/make-hub.mjs';
import { atLeast, serverConf } from '../../build/hub/server-conf.mjs';
import { findNatsServer, natsVersion } from '../../build/setup/nats-server.mjs';
import { QUICK } from './desks';

const root = mkdtempSync(join(tmpdir(), 'hub-generate-'));
afterAll(() => rmSync(root, { recursive: true }));

const version = natsVersion(findNatsServer());
const ONE = [{ name: 'reception-hub', hosts: ['hub.unit.local', '10.1.2.3'] }];
const THREE = ['a', 'b', 'c'].map((name) => ({ name: `hub-${name}`, hosts: [`hub-${name}.unit.local`] }));
const make = (name: string, more: object = {}) => makeHub({ dir: join(root, name), machines: ONE, version, cost: QUICK, ...more });
const accepted = (conf: string) => spawnSync(findNatsServer(), ['-t', '-c', conf], { encoding: 'utf8' });

describe('a generated hub', () => {
  it('has twenty desks, and a configuration that nats-server takes', async () => {
    const { desks } = await make('one');
    expect([...desks.keys()].join(' ')).toBe('01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20');
    const { status, stderr } = accepted(join(root, 'one', 'server', 'hub.conf'));
    expect(stderr).toContain('is valid');
    expect(status).toBe(0);
  });
  it('as a cluster of three has one for each machine, that names the two others', async () => {
    await make('three', { machines: THREE });
    for (const { name } of THREE) {
      const folder = join(root, 'three', `server-${name}`);
      expect(accepted(join(folder, 'hub.conf')).status).toBe(0);
      const others = THREE.filter((m) => m.name !== name).map((m) => `"tls://${m.hosts[0]}:6222"`);
      expect(readFileSync(join(folder, 'hub.conf'), 'utf8')).toContain(`routes: [${others.join(', ')}]`);
    }
  });
  it('opens nothing but the port for desks', async () => {
    await make('ports');
    expect(readFileSync(join(root, 'ports', 'server', 'hub.conf'), 'utf8')).not.toMatch(/http|monitor|websocket|mqtt|leafnode|cluster/);
  });
  it('is readable by its owner only', async () => {
    await make('modes');
    const modes = (readdirSync(join(root, 'modes'), { recursive: true }) as string[]).map((name) => {
      const { mode } = statSync(join(root, 'modes', name));
      return `${name} ${(mode & 0o777).toString(8)}`;
    });
    expect(modes.length).toBeGreaterThan(10);
    expect(modes.filter((m) => !/ (600|700)$/.test(m))).toEqual([]);
  });
  it('keeps no desk’s seed and no signing key where the server lies', async () => {
    const { desks, adminSeed } = await make('secrets');
    const folder = join(root, 'secrets', 'server');
    const all = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(folder, entry.name), 'utf8'))
      .join('\n');
    for (const seed of [...desks.values(), adminSeed]) expect(all).not.toContain(seed);
    expect(all).not.toContain(readFileSync(join(root, 'secrets', 'secret', 'ca-key.pem'), 'utf8'));
  });
  it('has a certificate for all its names, from its own authority', async () => {
    const { ca } = await make('names');
    const cert = new X509Certificate(readFileSync(join(root, 'names', 'server', 'cert.pem')));
    expect(cert.verify(new X509Certificate(ca).publicKey)).toBe(true);
    expect([cert.checkHost('hub.unit.local'), cert.checkIP('10.1.2.3'), cert.checkHost('other.local')]).toEqual([
      'hub.unit.local',
      '10.1.2.3',
      undefined,
    ]);
  });
  it('hands its desks over in a file that opens with its code, typed as one likes, and with no other', async () => {
    const { hubFile, code, desks, ca } = await make('file', { desks: 3 });
    const text = readFileSync(hubFile, 'utf8');
    expect(await openHubFile(text, code.toLowerCase().replaceAll('-', ' '))).toEqual({
      v: 1,
      hub: ['tls://hub.unit.local:4222', 'tls://10.1.2.3:4222'],
      ca,
      desks: [...desks].map(([deskCode, seed]) => ({ code: deskCode, seed })),
    });
    const other = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`;
    expect(await openHubFile(text, other)).toBeNull();
    for (const seed of desks.values()) expect(text).not.toContain(seed);
  });
});

describe('generating again', () => {
  it('never overwrites: it says so, and everything is as it was', async () => {
    await make('twice');
    const before = readFileSync(join(root, 'twice', 'hub.json'), 'utf8');
    await expect(make('twice')).rejects.toThrow('没有改动任何内容');
    expect(readFileSync(join(root, 'twice', 'hub.json'), 'utf8')).toBe(before);
  });
  it('nor does it write between somebody’s other files', async () => {
    mkdirSync(join(root, 'used'));
    writeFileSync(join(root, 'used', 'letter.txt'), 'mine');
    await expect(make('used')).rejects.toThrow('已有文件');
    expect(readdirSync(join(root, 'used'))).toEqual(['letter.txt']);
  });
  it.each([
    ['two machines', { machines: THREE.slice(0, 2) }],
    ['a hundred desks', { desks: 100 }],
    ['a host that is none', { machines: [{ name: 'x', hosts: ['a b'] }] }],
    ['a machine without a host', { machines: [{ name: 'x', hosts: [] }] }],
  ])('refuses %s before anything is written', async (_, wish) => {
    await expect(make('wrong', wish)).rejects.toThrow();
    expect(readdirSync(root)).not.toContain('wrong');
  });
});

describe('flushing each confirmed message', () => {
  const conf = (v: string) =>
    serverConf({
      name: 'x',
      folder: '/etc/reception-hub',
      data: '/var/lib/reception-hub',
      listen: '0.0.0.0',
      port: 4222,
      version: v,
      cluster: undefined,
    });
  it.each(['2.10.0', '2.10.29', '2.12.3', '3.0.0'])('is asked of %s', (v) => {
    expect(conf(v)).toContain('sync_interval: always');
  });
  it.each(['2.9.10', '2.9.25', '1.4.1'])('is not asked of %s, which would refuse the file', (v) => {
    expect(conf(v)).not.toContain('sync_interval');
  });
  it.each([
    ['2.12.3', true],
    ['2.12.2', false],
    ['2.13.0', true],
    ['2.9.10', false],
    ['3.0.0', true],
  ])('%s is at least 2.12.3: %s', (v, is) => {
    expect(atLeast(v, [2, 12, 3])).toBe(is);
  });
});

describe('what starts it with the machine', () => {
  it('is a systemd unit on Linux and a service’s script on Windows, each with its own paths', async () => {
    await make('linux', { at: '/etc/reception-hub', data: '/var/lib/reception-hub' });
    const unit = readFileSync(join(root, 'linux', 'server', 'reception-hub.service'), 'utf8');
    expect(unit).toContain('ExecStart=/usr/bin/nats-server -c /etc/reception-hub/hub.conf');
    expect(unit).toContain('ReadWritePaths=/var/lib/reception-hub');
    await make('windows', { at: 'C:\\reception-hub' });
    const script = readFileSync(join(root, 'windows', 'server', 'install-service.cmd'), 'utf8');
    expect(script).toContain(
      'sc.exe create reception-hub binPath= "\\"C:\\reception-hub\\nats-server.exe\\" -c \\"C:\\reception-hub\\hub.conf\\""',
    );
    expect(readFileSync(join(root, 'windows', 'server', 'hub.conf'), 'utf8')).toContain('cert_file: "C:/reception-hub/cert.pem"');
  });
});
