import 'fake-indexeddb/auto';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { checkBackup, openWithPhrase } from '../../../electron/backup/check-backup';
import { objectPath, placeOf } from '../../../electron/backup/layout';
import { makeBackup } from '../../../electron/backup/make-backup';
import { hashOfBytes } from '../../../electron/backup/object-store';
import { findSets, setsIn } from '../../../electron/backup/place';
import { putInPlace, stageRestore } from '../../../electron/backup/restore';
import { RestoreDesk } from '../../../electron/backup/restore-desk';
import { troubleOf } from '../../../electron/backup/trouble';
import { type Profile as OpenedProfile, openProfile } from '../../../electron/profile/profile';
import { contentsOf } from '../../storage/host/contents';
import { CLERK, Desk, GUO, register } from '../../storage/host/desk';
import { clearFolders, diskOf, emptyFolder, filesBelow, options, Profile } from './profile';

vi.mock('electron', () => ({ safeStorage: { isEncryptionAvailable: () => false } }));
afterAll(clearFolders);

const HOUR = 3_600_000;
const quiet = new AbortController().signal;
const NOW = options({ folder: '', placeId: '' }).now;

async function filled(): Promise<Profile> {
  const profile = await Profile.create();
  for (let n = 0; n < 6; n++) await register(profile.desk, n % 2 ? { people: [GUO] } : {});
  await profile.flush();
  await profile.addFile('files', randomBytes(50_000));
  await profile.addFile('sounds', randomBytes(2_500_000));
  await profile.addFile('sounds', randomBytes(10));
  return profile;
}
const newestIn = async (folder: string) => (await setsIn(folder))[0] ?? expect.fail('no set');
const names = async (folder: string): Promise<string[]> => (await readdir(placeOf(folder).sets)).sort();

describe('a backup', () => {
  it('is whole, opens with the phrase, and copies what did not change only once', async () => {
    const profile = await filled();
    const place = await profile.place();
    const first = await makeBackup(profile.source, options(place));
    expect(first.written).toBeGreaterThan(2_500_000);
    const set = await newestIn(place.folder);
    const hallKey = openWithPhrase(set.body, profile.words.join(' '));
    expect(hallKey && Buffer.from(hallKey)).toEqual(Buffer.from(profile.disk.hallKey));
    expect(openWithPhrase(set.body, [...profile.words].reverse().join(''))).toBeNull();
    const report = await checkBackup(set, profile.disk.hallKey, quiet, () => {});
    expect(report).toMatchObject({ saves: profile.disk.journal.length, keys: profile.disk.keyring.size, files: 3, damage: [] });

    const again = await makeBackup(profile.source, options(place, { now: NOW + HOUR }));
    expect(again.written, 'nothing new').toBe(0);
    await register(profile.desk);
    await profile.flush();
    const third = await makeBackup(profile.source, options(place, { now: NOW + 2 * HOUR }));
    expect(third.written).toBeGreaterThan(0);
    expect(third.written).toBeLessThan(1_000_000);
    expect(third.sets).toBe(3);
    await profile.close();
  });

  it('holds nothing readable and no key of its own', async () => {
    const profile = await filled();
    const place = await profile.place();
    await makeBackup(profile.source, options(place));
    const all = Buffer.concat(Object.values(await filesBelow(place.folder))).toString('latin1');
    const latin = (text: string): string => Buffer.from(text).toString('latin1');
    for (const text of ['李秀兰', '王建国', '13800138000', '11010519491231002X', '退休待遇', '示范区接待大厅'])
      expect(all).not.toContain(latin(text));
    for (const secret of [
      Buffer.from(profile.disk.hallKey).toString('latin1'),
      latin(Buffer.from(profile.disk.hallKey).toString('base64')),
    ])
      expect(all).not.toContain(secret);
    await profile.close();
  });

  it('keeps the last good one when the place fills up, goes away, is another stick, or is written by another program', async () => {
    const profile = await filled();
    const place = await profile.place();
    await makeBackup(profile.source, options(place));
    const good = await names(place.folder);
    await register(profile.desk);
    await profile.flush();
    const later = options(place, { now: NOW + HOUR });

    await writeFile(placeOf(place.folder).busy, JSON.stringify({ host: hostname(), pid: process.pid }));
    await expect(makeBackup(profile.source, later)).rejects.toMatchObject({ trouble: 'busy' });
    await writeFile(placeOf(place.folder).busy, JSON.stringify({ host: hostname(), pid: 2 ** 22 + 1 }));
    expect(await names(place.folder)).toEqual(good);

    await rename(place.folder, `${place.folder}-away`);
    await expect(makeBackup(profile.source, later)).rejects.toMatchObject({ trouble: 'gone' });
    await rename(`${place.folder}-away`, place.folder);
    await expect(makeBackup(profile.source, { ...later, placeId: 'another stick' })).rejects.toMatchObject({ trouble: 'gone' });

    expect(await names(place.folder)).toEqual(good);
    await makeBackup(profile.source, later);
    expect((await names(place.folder)).length).toBe(2);
    await profile.close();
  });

  it('is written anew where what lay there went bad, and said where the journal itself is damaged', async () => {
    const profile = await filled();
    const place = await profile.place();
    await makeBackup(profile.source, options(place));
    const { body } = await newestIn(place.folder);
    const piece = body.entries[0]?.pieces[0] ?? '';
    const at = objectPath(place.folder, piece);
    const bytes = await readFile(at);
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    await writeFile(at, bytes);
    const healed = await makeBackup(profile.source, options(place, { now: NOW + HOUR, readAll: true }));
    expect(healed.readAt).toBe(NOW + HOUR);
    expect((await checkBackup(await newestIn(place.folder), profile.disk.hallKey, quiet, () => {})).damage).toEqual([]);

    const segment = join(profile.dir, 'journal', 'journal-000001.xfj');
    const own = await readFile(segment);
    own[3000] = (own[3000] ?? 0) ^ 1;
    await writeFile(segment, own);
    const before = await names(place.folder);
    await expect(makeBackup(profile.source, options(place, { now: NOW + 2 * HOUR, readAll: true }))).rejects.toMatchObject({
      trouble: 'source',
    });
    expect(await names(place.folder)).toEqual(before);
    await profile.close();
  });

  it('that was ended in the middle is gone on with, and what is not named by any set is cleared away', async () => {
    const profile = await filled();
    const place = await profile.place();
    const end = new AbortController();
    let steps = 0;
    const ended = makeBackup(profile.source, options(place, { signal: end.signal, onProgress: () => ++steps === 3 && end.abort() }));
    await expect(ended).rejects.toThrow();
    expect(await names(place.folder)).toEqual([]);
    await writeFile(join(placeOf(place.folder).sets, '20260101-000000-000000001.json.part'), '{');
    const made = await makeBackup(profile.source, options(place));
    expect(made.sets).toBe(1);
    expect((await names(place.folder)).length).toBe(1);
    expect((await checkBackup(await newestIn(place.folder), profile.disk.hallKey, quiet, () => {})).damage).toEqual([]);
    await profile.close();
  });

  it('is refused to a PC that has no copy of the key under the phrase', async () => {
    const profile = await filled();
    const source = { ...profile.source, recovery: async () => undefined };
    await expect(makeBackup(source, options(await profile.place()))).rejects.toMatchObject({ trouble: 'phrase' });
    await profile.close();
  });

  it('of what was erased is gone with the rotation', async () => {
    const profile = await filled();
    const place = await profile.place();
    await makeBackup(profile.source, options(place));
    const [key] = profile.disk.keyring.keys();
    const wrapped = Buffer.from(profile.disk.keyring.get(key ?? '') ?? []);
    const lies = async (): Promise<boolean> => Object.values(await filesBelow(place.folder)).some((bytes) => bytes.includes(wrapped));
    expect(await lies()).toBe(true);
    await profile.keyring.destroy([key ?? '']);
    const figures = { keepHours: 2, keepDays: 1, keepWeeks: 0, readHours: 24 };
    await makeBackup(profile.source, options(place, { now: NOW + HOUR, figures }));
    expect(await lies(), 'an earlier backup still holds it').toBe(true);
    await makeBackup(profile.source, options(place, { now: NOW + 26 * HOUR, figures }));
    expect(await lies()).toBe(false);
    await profile.close();
  });
});

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

describe('what went wrong at a place', () => {
  it.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EROFS', 'denied'],
    ['EACCES', 'denied'],
    ['EIO', 'gone'],
    ['ENOENT', 'gone'],
    ['ESTALE', 'gone'],
    ['EWHATEVER', 'failed'],
  ])('%s is %s', (code, trouble) => expect(troubleOf(Object.assign(new Error(code), { code }))).toBe(trouble));
});
