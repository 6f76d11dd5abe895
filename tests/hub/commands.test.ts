import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHubFile } from '../../build/hub/hub-file.mjs';
import type { NewHub } from '../../build/hub/run-hub.mjs';
import { usersConf } from '../../build/hub/users-conf.mjs';
import { connectAdmin, connectDesk, newHub, removeHub } from './desks';

/** The commands as an administrator runs them. */
const ROOT = join(__dirname, '..', '..');
const run = (name: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('build', 'hub', `${name}.mjs`), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, text: `${stdout}${stderr}` };
};

let hub: NewHub;
beforeAll(async () => {
  hub = await newHub();
});
afterAll(() => removeHub(hub));

describe('check', () => {
  it('finds nothing wrong with a hub that is as it should be, and tries a desk’s credentials', () => {
    const { status, text } = run('check', hub.dir, '--code', hub.code);
    expect(text).toContain('[正常] 01 号登记台：该能做的都能做，不该做的都被拒绝');
    expect(text).toContain('[正常] 数据流 reception-log 无误');
    expect(text).not.toContain('[错误]');
    expect(status).toBe(0);
  });
  it('leaves nothing behind at the hub', async () => {
    const admin = await connectAdmin(hub);
    const { streams } = await jetstreamManager(admin);
    for (const name of ['reception-log', 'reception-keys', 'OBJ_reception-files'])
      expect((await streams.info(name)).state.last_seq).toBe(0);
    await admin.close();
  });
  it('finds a key that others can read, a wrong code, and a hub that is down', async () => {
    const key = join(hub.dir, 'server', 'key.pem');
    spawnSync('chmod', ['644', key]);
    const open = run('check', hub.dir, '--code', 'AAAA-AAAA-AAAA-AAAA-AAAA');
    expect(open.text).toContain(`[错误] ${key} 别的账户也能读`);
    expect(open.text).toContain('口令不对，或文件已损坏');
    expect(open.status).toBe(1);
    spawnSync('chmod', ['600', key]);
    await hub.stop();
    expect(run('check', hub.dir)).toMatchObject({ status: 1, text: expect.stringContaining(`[错误] 连不上 ${hub.url}`) });
    await hub.restart();
  });
  it('finds a stream that somebody made otherwise, and prepare puts it right only when told to', async () => {
    const admin = await connectAdmin(hub);
    await (await jetstreamManager(admin)).streams.update('reception-keys', { max_msgs_per_subject: 5 });
    await admin.close();
    expect(run('check', hub.dir).text).toContain('max_msgs_per_subject：现为 5，应为 1');
    expect(run('prepare', hub.dir)).toMatchObject({ status: 1, text: expect.stringContaining('没有改动') });
    expect(run('prepare', hub.dir, '--update').status).toBe(0);
    expect(run('check', hub.dir).status).toBe(0);
  });
  it('finds a list of desks in which one may do anything', async () => {
    const { admin, desks } = JSON.parse(readFileSync(join(hub.dir, 'hub.json'), 'utf8')) as { admin: string; desks: { nkey: string }[] };
    const users = join(hub.dir, 'server', 'users.conf');
    const theirs = `accounts { HUB { jetstream: enabled, users: [ { nkey: ${admin} }, { nkey: ${desks[0]?.nkey} } ] } }`;
    writeFileSync(users, theirs);
    await hub.restart();
    const { status, text } = run('check', hub.dir, '--code', hub.code);
    expect(text).toContain('[错误] 01 号登记台竟能冒充别的登记台');
    expect(status).toBe(1);
    writeFileSync(users, usersConf({ admin, desks }));
    await hub.restart();
  });
});

describe('revoke', () => {
  it('shuts a desk out of the hub that runs from the folder', async () => {
    const lost = await connectDesk(hub, '05');
    expect(run('revoke', hub.dir, '05')).toMatchObject({ status: 0, text: expect.stringContaining('已通知正在运行的中心') });
    await lost.closed();
    await expect(connectDesk(hub, '05')).rejects.toThrow('Authorization Violation');
  });
});

describe('renew', () => {
  it('gives new certificates that desks accept, also under a further name', async () => {
    const cert = join(hub.dir, 'server', 'cert.pem');
    const before = readFileSync(cert, 'utf8');
    expect(run('renew', hub.dir, '--host', 'hub.unit.local').status).toBe(0);
    expect(readFileSync(cert, 'utf8')).not.toBe(before);
    await hub.restart();
    const desk = await connectDesk(hub, '01');
    await desk.flush();
    await desk.close();
  });
});

describe('a wrong command', () => {
  it.each([
    ['generate', []],
    ['generate', ['somewhere']],
    ['check', []],
    ['revoke', ['somewhere']],
    ['check', ['/nowhere/at/all']],
    ['check', ['--unknown']],
  ])('%s %j ends with a sentence and changes nothing', (name, args) => {
    const { status, text } = run(name, ...args);
    expect(status).toBe(1);
    expect(text).not.toContain('    at ');
    expect(text.trim().length).toBeGreaterThan(5);
  });
});

describe('npm run hub', () => {
  it('starts a hub, says its file and code, and ends when it is told to', async () => {
    const dir = join(mkdtempSync(join(tmpdir(), 'hub-local-')), 'hub');
    const child = spawn(process.execPath, [join('build', 'hub', 'local.mjs'), dir], { cwd: ROOT });
    let text = '';
    await new Promise<void>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (data) => {
        text += data;
        if (text.includes('按 Ctrl+C 停止')) resolve();
      });
      child.once('close', () => reject(new Error(text)));
    });
    const code = /一次性口令\s+(\S+)/.exec(text)?.[1] ?? '';
    const file = /中心文件\s+(\S+)/.exec(text)?.[1] ?? '';
    expect((await openHubFile(readFileSync(file, 'utf8'), code)).desks).toHaveLength(20);
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    rmSync(join(dir, '..'), { recursive: true });
  });
});
