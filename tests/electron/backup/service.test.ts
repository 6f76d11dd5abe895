import 'fake-indexeddb/auto';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { BackupService } from '../../../electron/backup/service';
import { BackupSettings, NO_BACKUP } from '../../../shared/domain/backup';
import { backupLine } from '../../../shared/rules/backup-words';
import { clearFolders, options, Profile } from './profile';

afterAll(clearFolders);
const NOW = options({ folder: '', placeId: '' }).now;
const HOUR = 3_600_000;

it('begins when a place is chosen, tells a stick that is away with the age of the last good one, also after a restart, and goes on', async () => {
  const profile = await Profile.create();
  const place = await profile.place();
  let now = NOW;
  const deps = { source: profile.source, memory: join(profile.dir, 'backup.json'), now: () => now };
  const service = new BackupService();
  await service.start(deps);
  expect(service.view.get()).toEqual(NO_BACKUP);
  expect(await service.runNow(), 'nowhere to').toEqual(NO_BACKUP);

  const settings = { ...BackupSettings.parse({}), ...place };
  service.follow(settings);
  await vi.waitFor(() =>
    expect(service.view.get()).toMatchObject({ phase: 'idle', lastGoodAt: NOW, lastReadAt: NOW, sets: 1, trouble: null }),
  );
  expect(backupLine(service.view.get(), now)).toBeNull();

  await rename(place.folder, `${place.folder}.away`);
  now += 2 * HOUR;
  expect(await service.runNow()).toMatchObject({ trouble: 'gone', lastGoodAt: NOW });
  expect(backupLine(service.view.get(), now)).toBe('备份未完成，最近完好备份 今天 09:00');
  await service.close();

  const next = new BackupService();
  await next.start(deps);
  next.follow(settings);
  expect(next.view.get(), 'known while the stick is away').toMatchObject({ lastGoodAt: NOW, sets: 1 });
  await next.runNow();
  await rename(`${place.folder}.away`, place.folder);
  expect(await next.runNow()).toMatchObject({ trouble: null, lastGoodAt: now, sets: 2 });
  next.follow({ ...settings, placeId: 'another stick' });
  expect(next.view.get(), 'another place has none yet').toMatchObject({ lastGoodAt: null, sets: 0 });
  await next.close();
  await profile.close();
});
