import 'fake-indexeddb/auto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkBackup, openWithPhrase } from '../../../electron/backup/check-backup';
import { objectPath, placeOf } from '../../../electron/backup/layout';
import { makeBackup } from '../../../electron/backup/make-backup';
import { register } from '../../storage/host/desk';
import { clearFolders, filesBelow, filled, HOUR, NOW, newestIn, options, quiet, setNames } from './profile';

afterAll(clearFolders);

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
    const good = await setNames(place.folder);
    await register(profile.desk);
    await profile.flush();
    const later = options(place, { now: NOW + HOUR });

    await writeFile(placeOf(place.folder).busy, JSON.stringify({ host: hostname(), pid: process.pid }));
    await expect(makeBackup(profile.source, later)).rejects.toMatchObject({ trouble: 'busy' });
    await writeFile(placeOf(place.folder).busy, JSON.stringify({ host: hostname(), pid: 2 ** 22 + 1 }));
    expect(await setNames(place.folder)).toEqual(good);

    await rename(place.folder, `${place.folder}-away`);
    await expect(makeBackup(profile.source, later)).rejects.toMatchObject({ trouble: 'gone' });
    await rename(`${place.folder}-away`, place.folder);
    await expect(makeBackup(profile.source, { ...later, placeId: 'another stick' })).rejects.toMatchObject({ trouble: 'gone' });

    expect(await setNames(place.folder)).toEqual(good);
    await makeBackup(profile.source, later);
    expect((await setNames(place.folder)).length).toBe(2);
    await profile.close();
  });

  it('is written anew where what lay there went bad', async () => {
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

    await profile.close();
  });

  it('goes on in spite of a damaged segment: an earlier copy stands in for it, and it is said each time', async () => {
    const profile = await filled(8 * 1024);
    const place = await profile.place();
    await makeBackup(profile.source, options(place));
    await damageSegment(profile.dir);
    await register(profile.desk);
    await profile.flush();
    for (const hours of [2, 3]) {
      const made = await makeBackup(profile.source, options(place, { now: NOW + hours * HOUR, readAll: hours === 3 }));
      expect(made).toMatchObject({ madeAt: NOW + hours * HOUR, damage: [{ segment: 1 }] });
      const set = await newestIn(place.folder);
      expect(set.body.damage).toBeUndefined();
      expect(await checkBackup(set, profile.disk.hallKey, quiet, () => {})).toMatchObject({
        ...{ damage: [], lacking: [], saves: profile.disk.journal.length },
      });
    }
    await profile.close();
  });

  it('without an earlier copy says what it lacks, keeps the last whole one, and is not made where nothing could be opened', async () => {
    const profile = await filled(8 * 1024);
    const place = await profile.place();
    await damageSegment(profile.dir);
    const made = await makeBackup(profile.source, options(place));
    expect(made.damage).toMatchObject([{ segment: 1, from: expect.any(Number), to: expect.any(Number) }]);
    const set = await newestIn(place.folder);
    const report = await checkBackup(set, profile.disk.hallKey, quiet, () => {});
    expect(report).toMatchObject({ damage: [], lacking: made.damage });
    // At another place nobody said it: there the same hole is a damage.
    const { damage: _, ...silent } = set.body;
    expect((await checkBackup({ ...set, body: silent }, profile.disk.hallKey, quiet, () => {})).damage).toEqual(made.damage);

    await damageSegment(profile.dir, 10);
    const before = await setNames(place.folder);
    await expect(makeBackup(profile.source, options(place, { now: NOW + HOUR }))).resolves.toMatchObject({ madeAt: NOW + HOUR });
    expect((await setNames(place.folder)).length).toBe(before.length + 1);
    const other = await profile.place();
    await expect(makeBackup(profile.source, options(other)), 'its head is gone').rejects.toMatchObject({ trouble: 'source' });
    expect(await setNames(other.folder)).toEqual([]);
    await profile.close();
  });

  it('that was ended in the middle is gone on with, and what is not named by any set is cleared away', async () => {
    const profile = await filled();
    const place = await profile.place();
    const end = new AbortController();
    let steps = 0;
    const ended = makeBackup(profile.source, options(place, { signal: end.signal, onProgress: () => ++steps === 3 && end.abort() }));
    await expect(ended).rejects.toThrow();
    expect(await setNames(place.folder)).toEqual([]);
    await writeFile(join(placeOf(place.folder).sets, '20260101-000000-000000001.json.part'), '{');
    const made = await makeBackup(profile.source, options(place));
    expect(made.sets).toBe(1);
    expect((await setNames(place.folder)).length).toBe(1);
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

/** One bit of the first segment, in a frame or (at the front) in its head. */
async function damageSegment(dir: string, at = 3000): Promise<void> {
  const segment = join(dir, 'journal', 'journal-000001.xfj');
  const own = await readFile(segment);
  own[at] = (own[at] ?? 0) ^ 1;
  await writeFile(segment, own);
}
