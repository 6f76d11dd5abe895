import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { newKeys, signManifest, signRelease } from '../../../build/update/release.mjs';
import { RefusedUpdate } from '../../../electron/update/refused-update';
import { type UpdateDeps, UpdateService } from '../../../electron/update/service';
import type { UpdateFacts } from '../../../shared/rules/update';
import { clearFolders, folder, put, UpdateServer } from './update-server';

const NAME = 'jiefangtai-0.2.0-linux-x64.tar.gz';
const KEYS = newKeys();
const QUIET: UpdateFacts = {
  ...{ talks: 0, recording: false, incidents: 0, registrations: 0, importing: false, restoring: false },
  ...{ backingUp: false, printing: 0, unsent: 0, readOnly: false },
};
const services: UpdateService[] = [];
let server: UpdateServer | null = null;
afterEach(async () => {
  for (const service of services.splice(0)) await service.close();
  await server?.close();
  server = null;
});
afterAll(clearFolders);

async function release(version = '0.2.0', privateKey = KEYS.privateKey): Promise<string> {
  const dir = folder();
  put(dir, `jiefangtai-${version}-linux-x64.tar.gz`, 400_000);
  await signRelease(dir, { version, date: '2026-12-01', notes: ['叫号更快'], privateKey });
  return dir;
}

function desk(source: string, more: Partial<UpdateDeps> = {}) {
  const done: string[] = [];
  const dir = join(folder(), 'updates');
  const deps: UpdateDeps = {
    policy: { updateEnabled: true, updateSource: source },
    installed: { version: '0.1.0', form: 'folder', arch: 'x64' },
    publicKey: KEYS.publicKey,
    dir,
    fetch: (url, init) => fetch(url, init),
    now: () => 1,
    freeBytes: () => 100 * 1024 ** 3,
    facts: async () => QUIET,
    backup: async () => done.push('backup') > 0,
    audit: async (detail) => done.push(`audit ${detail}`),
    install: async (_file, path, version) => {
      done.push(`install ${version} of ${readFileSync(path).length} bytes`);
      return '';
    },
    notice: (level, text) => done.push(`${level} ${text}`),
    ...more,
  };
  const service = new UpdateService(deps);
  services.push(service);
  return { service, deps, done, dir, state: () => service.view.get() };
}

describe('updates are off unless the policy turns them on', () => {
  it.each<[string, Partial<UpdateDeps>, string]>([
    ['no policy', { policy: {} }, '没有开启'],
    ['a source alone', { policy: { updateSource: '/srv/x' } }, '没有开启'],
    ['on, but from nowhere', { policy: { updateEnabled: true } }, '没有写更新来源'],
    ['a build without the vendor’s key', { publicKey: '' }, '没有带供应方的更新公钥'],
  ])('%s', async (_name, more, why) => {
    const { service, state } = desk(await release(), more);
    await service.start();
    await service.look();
    expect(state()).toMatchObject({ phase: 'off', why: expect.stringContaining(why), checkedAt: null, found: null });
    await expect(service.install(null)).rejects.toThrow('还没有核对好的更新');
  });
});

describe('a newer version', () => {
  it('is fetched, proved and installed after a backup', async () => {
    const { service, state, done } = desk(await release());
    await service.look();
    expect(state()).toMatchObject({ phase: 'ready', found: { version: '0.2.0', notes: ['叫号更快'] }, trouble: null, progress: null });
    await service.install('s');
    expect(done).toEqual(['backup', 'audit 0.1.0 → 0.2.0', 'install 0.2.0 of 400000 bytes']);
  });

  it('waits for what goes on, before the backup and after it', async () => {
    let facts = { ...QUIET, talks: 1 };
    const { service, state, done } = desk(await release(), {
      facts: async () => facts,
      backup: async () => {
        facts = { ...QUIET, incidents: 1 };
        return true;
      },
    });
    await service.look();
    await expect(service.install('s')).rejects.toThrow('1 场接谈');
    facts = QUIET;
    await expect(service.install('s')).rejects.toThrow('突发');
    expect(state().phase).toBe('ready');
    expect(done).toEqual([]);
  });

  it('is installed once, however often it is asked for', async () => {
    const { service, done } = desk(await release());
    await service.look();
    const [first, second] = await Promise.allSettled([service.install('s'), service.install('s')]);
    expect([first.status, second.status]).toEqual(['fulfilled', 'rejected']);
    expect(done.filter((act) => act.startsWith('install'))).toHaveLength(1);
  });

  it('is not installed without a backup', async () => {
    const { service, state, done } = desk(await release(), { backup: async () => false });
    await service.look();
    await expect(service.install('s')).rejects.toThrow('备份没有做成');
    expect([state().phase, done]).toEqual(['ready', []]);
  });

  it('is not run where its file was changed after it was proved', async () => {
    const { service, state, done, dir } = desk(await release());
    await service.look();
    const [name = ''] = readdirSync(join(dir, 'files'));
    const path = join(dir, 'files', name);
    writeFileSync(path, Buffer.from(readFileSync(path)).fill(1, 0, 1));
    await expect(service.install('s')).rejects.toThrow('与清单不符');
    expect(state()).toMatchObject({ phase: 'idle', trouble: 'bad-hash', found: null });
    expect(existsSync(dir)).toBe(false);
    expect(done).toEqual(['backup']);
  });

  it('goes to somebody else where root has to install it', async () => {
    const { service, state } = desk(await release(), { install: async () => 'pkexec dpkg -i x' });
    await service.look();
    await service.install('s');
    expect(state()).toMatchObject({ phase: 'handed', command: 'pkexec dpkg -i x' });
  });

  it('may be tried again where the exchange failed', async () => {
    const { service, state } = desk(await release(), {
      install: async () => {
        throw new RefusedUpdate('failed', 'x');
      },
    });
    await service.look();
    await expect(service.install('s')).rejects.toThrow('更新没有完成');
    expect(state()).toMatchObject({ phase: 'ready', trouble: 'failed' });
  });

  it('is said after the start that runs it, and a start that still runs the old one says that', async () => {
    const first = desk(await release());
    await first.service.look();
    await first.service.install('s');
    const next = desk('/nowhere', { dir: first.dir, installed: { version: '0.2.0', form: 'folder', arch: 'x64' } });
    await next.service.start();
    expect(next.done).toEqual([expect.stringContaining('已更新到 0.2.0 版（原来是 0.1.0 版）')]);

    const again = desk(await release());
    await again.service.look();
    await again.service.install('s');
    const same = desk('/nowhere', { dir: again.dir });
    await same.service.start();
    expect(same.state().trouble).toBe('not-installed');
  });
});

describe('what is wrong is refused, and nothing of it is kept', () => {
  it.each<[string, () => Promise<string>, string]>([
    ['a signature of somebody else', () => release('0.2.0', newKeys().privateKey), 'bad-signature'],
    ['an older version', () => release('0.0.9'), 'older'],
    [
      'a file that is another',
      async () => {
        const dir = await release();
        put(dir, NAME, 399_999);
        writeFileSync(join(dir, NAME), Buffer.concat([readFileSync(join(dir, NAME)), Buffer.from('!')]));
        return dir;
      },
      'bad-hash',
    ],
    [
      'nothing for this PC',
      async () => {
        const dir = await release();
        const manifest = JSON.parse(readFileSync(join(dir, 'update.json'), 'utf8')) as { files: { arch: string }[] };
        for (const file of manifest.files) file.arch = 'arm64';
        const bytes = Buffer.from(JSON.stringify(manifest));
        writeFileSync(join(dir, 'update.json'), bytes);
        writeFileSync(join(dir, 'update.json.sig'), signManifest(bytes, KEYS.privateKey));
        return dir;
      },
      'no-file',
    ],
  ])('%s', async (_name, make, trouble) => {
    const { service, state, dir } = desk(await make());
    await service.look();
    expect(state()).toMatchObject({ phase: 'idle', trouble, found: null });
    expect(existsSync(dir)).toBe(false);
    await expect(service.install('s')).rejects.toThrow('还没有核对好的更新');
  });

  it('also one that was right before', async () => {
    const dir = await release();
    const { service, state, dir: kept } = desk(dir);
    await service.look();
    expect(state().phase).toBe('ready');
    await signRelease(dir, { version: '0.2.0', date: '2026-12-02', notes: [], privateKey: newKeys().privateKey });
    await service.look();
    expect(state()).toMatchObject({ phase: 'idle', trouble: 'bad-signature' });
    expect(existsSync(kept)).toBe(false);
  });

  it('but what is only away keeps what came, and a full disk begins nothing', async () => {
    const dir = await release();
    server = await UpdateServer.start(dir);
    const { service, state } = desk(server.url);
    await service.look();
    await server.close();
    server = null;
    await service.look();
    expect(state()).toMatchObject({ phase: 'ready', trouble: 'unreachable', found: { version: '0.2.0' } });
    const full = desk(dir, { freeBytes: () => 1024 ** 3 });
    await full.service.look();
    expect(full.state()).toMatchObject({ phase: 'idle', trouble: 'no-room' });
    expect(existsSync(full.dir)).toBe(false);
  });

  it('the version that runs is the newest, and what lay about is gone', async () => {
    const { service, state, dir } = desk(await release('0.1.0'));
    await service.look();
    expect(state()).toMatchObject({ phase: 'idle', found: null, trouble: null, checkedAt: 1 });
    expect(existsSync(dir)).toBe(false);
  });
});
