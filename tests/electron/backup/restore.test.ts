import 'fake-indexeddb/auto';
import { mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { objectPath, placeOf } from '../../../electron/backup/layout';
import { makeBackup } from '../../../electron/backup/make-backup';
import { hashOfBytes } from '../../../electron/backup/object-store';
import { findSets } from '../../../electron/backup/place';
import { putInPlace, stageRestore } from '../../../electron/backup/restore';
import { RestoreDesk } from '../../../electron/backup/restore-desk';
import { type Profile as OpenedProfile, openProfile } from '../../../electron/profile/profile';
import { contentsOf } from '../../storage/host/contents';
import { CLERK, Desk, register } from '../../storage/host/desk';
import { clearFolders, diskOf, emptyFolder, filesBelow, filled, NOW, newestIn, options } from './profile';

vi.mock('electron', () => ({ safeStorage: { isEncryptionAvailable: () => false } }));
afterAll(clearFolders);

describe('a restore', () => {
  const opened = (dir: string): OpenedProfile => openProfile(dir, 100);
  const passphrase = '新电脑的启动口令';

  it('is the profile again, row by row and file by file, and gives no number twice', async () => {
    const profile = await filled();
    const place = await profile.place();
    await makeBackup(profile.source, options(place));
    const lost = await register(profile.desk);

    const dir = await emptyFolder();
    const desk = new RestoreDesk();
    const [found] = await desk.list(place.folder);
    await desk.prepare(opened(dir), found?.id ?? '', profile.words.join(''), 'passphrase', passphrase);
    expect(
      Object.keys(await filesBelow(dir)).every((name) => name.startsWith('restoring/')),
      'nothing else is touched yet',
    ).toBe(true);
    expect(putInPlace(dir, 'nothing')).toBe(true);
    expect(putInPlace(dir, 'nothing')).toBe(false);
    expect(opened(dir).file).toMatchObject({ hallId: profile.disk.hallId, setUp: { deskCode: '01', demo: false } });
    for (const kind of ['files', 'sounds']) expect(await filesBelow(join(dir, kind))).toEqual(await filesBelow(join(profile.dir, kind)));

    const disk = await diskOf(dir, profile.disk);
    const restored = new Desk(disk);
    expect((await restored.open()).state).toBe('rebuild');
    const before = await diskOf(profile.dir, profile.disk);
    const original = new Desk(before);
    await original.open();
    expect(await contentsOf(disk, '01')).toEqual(await contentsOf(before, '01'));
    expect(await restored.internal('internal.verifyChain', null)).toMatchObject({ brokenAt: null, aside: 0 });

    await restored.internal('internal.backup.restored', { madeAt: NOW });
    const next = await register(restored);
    expect(next.number.slice(-4)).toBe('1001');
    expect(next.queueNumber).toBe('A501');
    expect([lost.number, lost.queueNumber]).not.toContain(next.number);
    expect(await restored.request('visit.get', { id: next.visitId }, CLERK)).toMatchObject({ name: '李秀兰' });
    await profile.close();
  });

  it('is refused with what is damaged before anything is written', async () => {
    const profile = await filled();
    const place = await profile.place();
    await makeBackup(profile.source, options(place));
    const { body } = await newestIn(place.folder);
    const dir = await emptyFolder();
    const desk = new RestoreDesk();
    const prepare = async (): Promise<unknown> => {
      const [found] = await desk.list(place.folder);
      return desk.prepare(opened(dir), found?.id ?? '', profile.words.join(''), 'passphrase', passphrase).catch((error: unknown) => error);
    };
    const segment = body.entries.find(({ path }) => path.endsWith('journal-000001.xfj'));
    const at = objectPath(place.folder, segment?.pieces[0] ?? '');
    const bytes = await readFile(at);
    const whole = Buffer.from(bytes);
    bytes[1500] = (bytes[1500] ?? 0) ^ 1;
    await writeFile(at, bytes);
    expect(await prepare()).toMatchObject({
      error: { message: expect.stringMatching(/日志第 1 段（journal\/journal-000001\.xfj）损坏，缺第 \d+/) },
    });
    await writeFile(at, whole);

    const sound = Object.entries(await filesBelow(join(profile.dir, 'sounds'))).find(([, content]) => content.length === 10);
    const lone = objectPath(place.folder, hashOfBytes(sound?.[1] ?? Buffer.alloc(0)));
    await rm(lone);
    expect(await prepare()).toMatchObject({ error: { message: expect.stringContaining(`文件 sounds/${sound?.[0]} 损坏或缺失`) } });
    await writeFile(lone, sound?.[1] ?? '');

    const last = body.entries.find(({ path }) => path.endsWith('keyring.xfk'));
    await truncate(objectPath(place.folder, last?.pieces[0] ?? ''), 100);
    expect(await prepare()).toMatchObject({ error: { message: expect.stringContaining('journal/keyring.xfk') } });
    expect(await filesBelow(dir)).toEqual({});
    const wrong = await desk
      .list(place.folder)
      .then(([found]) =>
        desk
          .prepare(opened(dir), found?.id ?? '', [...profile.words].reverse().join(''), 'passphrase', passphrase)
          .catch((error: unknown) => error),
      );
    expect(wrong).toMatchObject({ error: { fields: { words: expect.any(String) } } });
    await profile.close();
  });

  it('over a damaged profile sets aside what was there, wherever it is ended, and loses nothing of it', async () => {
    const profile = await filled();
    const place = await profile.place();
    await makeBackup(profile.source, options(place));
    const set = await newestIn(place.folder);
    const dir = await emptyFolder();
    await writeFile(join(dir, 'profile.json'), '{ damaged');
    for (const [name, text] of [
      ['journal/journal-000001.xfj', 'old'],
      ['chromium/Partitions/storage/db', 'old'],
      ['sync.json', 'old'],
      ['logs/main.log', 'log'],
    ] as const) {
      await mkdir(join(dir, name, '..'), { recursive: true });
      await writeFile(join(dir, name), text);
    }
    const damaged = opened(dir);
    expect(damaged.damage).toBeTruthy();
    await stageRestore(
      damaged,
      set,
      { hallKey: profile.disk.hallKey, protection: 'passphrase', passphrase, words: profile.words.join('') },
      () => {},
    );
    expect(putInPlace(dir, 'damaged')).toBe(true);
    const after = await filesBelow(dir);
    const aside = Object.keys(after).filter((name) => name.startsWith('damaged-'));
    expect(aside.map((name) => name.split('/').slice(1).join('/')).sort()).toEqual([
      'chromium/Partitions/storage/db',
      'journal/journal-000001.xfj',
      'profile.json',
      'sync.json',
    ]);
    expect(after['logs/main.log']?.toString()).toBe('log');
    expect(opened(dir).file.restored).toMatchObject({ position: profile.disk.journal.length });
    expect((await diskOf(dir, profile.disk)).journal.length).toBe(profile.disk.journal.length);
    await profile.close();
  });

  it('finds what was picked: the folder itself, the stick it lies on, or a folder inside', async () => {
    const profile = await filled();
    const place = await profile.place();
    await makeBackup(profile.source, options(place));
    for (const picked of [place.folder, join(place.folder, '..'), placeOf(place.folder).sets])
      expect((await findSets(picked)).length).toBe(1);
    expect(await findSets(await emptyFolder())).toEqual([]);
    await profile.close();
  });
});
