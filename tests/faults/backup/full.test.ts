import 'fake-indexeddb/auto';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { checkBackup } from '../../../electron/backup/check-backup';
import { placeOf } from '../../../electron/backup/layout';
import { makeBackup } from '../../../electron/backup/make-backup';
import { makePlace, setsIn } from '../../../electron/backup/place';
import { troubleOf } from '../../../electron/backup/trouble';
import { clearFolders, emptyFolder, options, Profile } from '../../electron/backup/profile';
import { register } from '../../storage/host/desk';

vi.mock('electron', () => ({ safeStorage: { isEncryptionAvailable: () => false } }));
afterAll(clearFolders);
const HOUR = 3_600_000;
/** A file system of its own is mounted: root only. */
const mayMount = process.platform === 'linux' && process.getuid?.() === 0;

it.runIf(mayMount)('a stick that fills up in the middle: told, the last good one whole, and gone on with once there is room', async () => {
  const stick = await emptyFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', stick]);
  try {
    const profile = await Profile.create();
    await register(profile.desk);
    await profile.flush();
    const place = await makePlace(stick, { hallId: profile.disk.hallId, deskCode: '01', profileDir: profile.dir });
    await makeBackup(profile.source, options(place));
    const [good] = await setsIn(place.folder);
    const large = await profile.addFile('sounds', randomBytes(6 * 1024 * 1024));
    const later = options(place, { now: options(place).now + HOUR });
    const full = await makeBackup(profile.source, later).catch((error: unknown) => troubleOf(error));
    expect(full).toBe('full');
    expect((await setsIn(place.folder)).map(({ id }) => id)).toEqual([good?.id]);
    expect(readdirSync(place.folder).sort(), 'no mark of a writer').toEqual(['backup.json', 'objects', 'sets']);
    if (!good) return;
    expect((await checkBackup(good, profile.disk.hallKey, new AbortController().signal, () => {})).damage).toEqual([]);

    // The large one is destroyed: there is room again.
    rmSync(join(profile.dir, 'sounds', large.slice(-2)), { recursive: true });
    const made = await makeBackup(profile.source, { ...later, readAll: true });
    expect(made.sets).toBe(2);
    const parts = readdirSync(placeOf(place.folder).objects).flatMap((prefix) => readdirSync(join(placeOf(place.folder).objects, prefix)));
    expect(parts.every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
    await profile.close();
  } finally {
    execFileSync('umount', [stick]);
  }
});
