import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { CHECKER_PIN, CLERK, launch, signIn } from '../e2e/program';
import { registerOnce, stillThere } from './visits';

/**
 * The disk fills up to the last byte while visitors are being registered. What was confirmed before is there after a
 * restart, whatever the store under IndexedDB made of it (Chromium's LevelDB was seen to come back empty).
 * Needs a file system of its own: mounts a small tmpfs, so it runs as root only.
 */
const isRoot = process.getuid?.() === 0;
test.setTimeout(180_000);

if (isRoot)
  test('a disk filled to the last byte loses nothing that was confirmed', async () => {
    const mount = mkdtempSync(join(tmpdir(), 'reception-full-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=700m', 'tmpfs', mount]);
    const profile = join(mount, 'profile');
    const confirmed: string[] = [];
    const refused: string[] = [];
    try {
      const first = await launch({ profile, seed: 'demo' });
      await signIn(first.page, CLERK.name, CLERK.pin);
      for (let n = 1; n <= 10; n++) await save(n);
      fill(join(mount, 'ballast'));
      for (let n = 11; n <= 40; n++) await save(n);
      console.log(`disk full: ${confirmed.length} confirmed, ${refused.length} refused (${[...new Set(refused)].join(', ')})`);
      await expect(first.page.getByText('程序已停止写入').first()).toBeVisible({ timeout: 15_000 });
      expect([...new Set(refused)], 'each with the sentence about the disk').toEqual(['read-only']);

      rmSync(join(mount, 'ballast'));
      await expect.poll(() => registerOnce(first.page, 98, CHECKER_PIN), { timeout: 30_000 }).toHaveProperty('visitId');
      expect(await stillThere(first.page, confirmed), 'goes on by itself once there is room').toEqual([]);

      fill(join(mount, 'ballast'));
      await first.kill();
      const full = await launch({ profile, seed: 'demo' });
      await expect(full.page.getByRole('heading', { name: '磁盘已满' })).toBeVisible();
      await full.kill();

      rmSync(join(mount, 'ballast'));
      const second = await launch({ profile, seed: 'demo' });
      await signIn(second.page, CLERK.name, CLERK.pin);
      expect(await stillThere(second.page, confirmed)).toEqual([]);
      expect(confirmed.length).toBeGreaterThanOrEqual(10);
      await second.close();

      async function save(n: number): Promise<void> {
        const saved = await registerOnce(first.page, n, CHECKER_PIN);
        if ('visitId' in saved) confirmed.push(saved.visitId);
        else refused.push(saved.refused);
      }
    } finally {
      execFileSync('umount', ['-l', mount]);
      rmSync(mount, { recursive: true, force: true });
    }
  });

function fill(path: string): void {
  const file = openSync(path, 'w');
  for (const size of [1024 * 1024, 4096, 1]) {
    const block = Buffer.alloc(size, 1);
    try {
      for (;;) writeSync(file, block);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
  closeSync(file);
}
