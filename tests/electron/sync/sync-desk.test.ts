import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LaterKeys } from '../../../electron/security/later-keys';
import { IdentityFile } from '../../../electron/sync/identity';
import { SyncDesk, type SyncHall } from '../../../electron/sync/sync-desk';
import { Refusal } from '../../../shared/result';
import { FakeStorage } from './fake-storage';
import { HALL } from './hall';

const hallKey = new Uint8Array(32).fill(3);
const CA = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
let dir = '';
const running: SyncDesk[] = [];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'reception-desk-'));
});
afterEach(async () => {
  for (const desk of running.splice(0)) await desk.close();
  rmSync(dir, { recursive: true, force: true });
});

const pathOf = (code: string): string => join(dir, `${code}.json`);
async function desk(
  code: string,
  storage = new FakeStorage(code),
  more: Partial<SyncHall> = {},
): Promise<{ desk: SyncDesk; storage: FakeStorage }> {
  const made = new SyncDesk();
  const hall: SyncHall = {
    storage,
    keyring: { destroy: async () => {} },
    sounds: { destroy: async () => {} },
    dirs: { files: join(dir, 'files'), sounds: join(dir, 'sounds'), identity: pathOf(code) },
    laterKeys: new LaterKeys(join(dir, `${code}-later.json`), HALL, hallKey),
    hallId: HALL,
    hallKey,
    deskCode: code,
    demo: false,
    now: Date.now,
    names: () => new Map(['01', '02', '03'].map((each) => [each, `登记台 ${each}`])),
    unitName: () => '示例县信访局',
    recovery: async () => undefined,
    hasRoom: () => true,
    growing: () => null,
    ...more,
  };
  await made.start(hall);
  running.push(made);
  return { desk: made, storage };
}
const sentence = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => '',
    (error: unknown) => (error instanceof Refusal ? error.error.message : String(error)),
  );

describe('a desk', () => {
  it('that stays alone writes nothing about itself', async () => {
    const { desk: alone, storage } = await desk('01');
    expect(alone.view.get().link).toBe('alone');
    expect(storage.texts()).toEqual([]);
  });

  it('invites another by its code: its key is known to all before it writes, and the two meet by a stick', async () => {
    const first = await desk('01');
    first.storage.write({ text: 'of the first' });
    const content = await first.desk.invitation('02');
    expect(first.storage.desks.has('02')).toBe(true);
    expect(content).toMatchObject({ hallId: HALL, desk: { code: '02', name: '登记台 02' }, hub: null });
    await new IdentityFile(pathOf('02'), HALL, hallKey).write({
      v: 1,
      deskCode: '02',
      privateKey: content.privateKey,
      hub: content.hub,
      desks: content.desks,
      seeds: [],
    });
    const second = await desk('02');
    second.storage.write({ text: 'of the second' });
    await second.desk.exportPackage(join(dir, '2.xfpkg'));
    expect(await first.desk.importPackage(join(dir, '2.xfpkg'))).toMatchObject({ changes: 1, refused: 0 });
    await first.desk.exportPackage(join(dir, '1.xfpkg'));
    expect(await second.desk.importPackage(join(dir, '1.xfpkg'))).toMatchObject({ refused: 0 });
    expect(second.storage.texts()).toEqual(first.storage.texts());
    expect(await sentence(first.desk.invitation('02'))).toContain('已有记录');
  });

  it('is not invited when it is no desk of the hall, or the hub has nothing for it', async () => {
    const { desk: first } = await desk('01');
    expect(await sentence(first.invitation('01'))).toContain('另一个登记台');
    expect(await sentence(first.invitation('09'))).toContain('另一个登记台');
    const hub = { v: 1 as const, hub: ['tls://127.0.0.1:1'], ca: CA, desks: [{ code: '02', seed: 'SUEXAMPLE' }] };
    expect(await sentence(first.useHub(hub))).toContain('没有为 01 号登记台准备凭据');
    await first.useHub({ ...hub, desks: [...hub.desks, { code: '01', seed: 'SUEXAMPLE' }] });
    expect(first.view.get()).toMatchObject({ link: 'offline', hub: ['tls://127.0.0.1:1'] });
    expect((await first.invitation('02')).hub).toMatchObject({ seed: 'SUEXAMPLE' });
    expect(await sentence(first.invitation('03'))).toContain('没有 03 号登记台在中心的凭据');
  });

  it('keeps nothing of it in clear, and another hall key does not open it', async () => {
    const { desk: first } = await desk('01');
    await first.useHub({ v: 1, hub: ['tls://127.0.0.1:1'], ca: CA, desks: [{ code: '01', seed: 'SUSECRETSEED' }] });
    expect(readFileSync(pathOf('01'), 'utf8')).not.toContain('SUSECRETSEED');
    await expect(new IdentityFile(pathOf('01'), HALL, new Uint8Array(32)).read()).rejects.toThrow('does not open');
    expect(await new IdentityFile(pathOf('03'), HALL, hallKey).read()).toBeNull();
  });

  it('goes where the policy of its PC says, and keeps the address of its file for when there is none', async () => {
    const { desk: first } = await desk('01', undefined, { hubAddresses: ['tls://127.0.0.1:2'] });
    await first.useHub({ v: 1, hub: ['tls://127.0.0.1:1'], ca: CA, desks: [{ code: '01', seed: 'SUEXAMPLE' }] });
    expect(first.view.get().hub).toEqual(['tls://127.0.0.1:2']);
    expect((await new IdentityFile(pathOf('01'), HALL, hallKey).read())?.hub?.addresses).toEqual(['tls://127.0.0.1:1']);
  });

  it('that is revoked has its packages refused; nobody revokes the desk they sit at', async () => {
    const { desk: first, storage } = await desk('01');
    expect(await sentence(first.revoke('01', '丢失'))).toContain('不能停用本机');
    expect(await sentence(first.revoke('03', '丢失'))).toContain('还没有加入');
    expect(storage.quarantine).toEqual([]);
  });
});
