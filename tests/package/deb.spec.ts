import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { CHECKER, CLERK, registerVisitor, signIn } from '../e2e/program';
import { type CleanDebian, cleanDebian, DESK } from './clean-debian';
import { packTestFlavour } from './flavour';
import { expectHeld, VISITOR, withPackaged } from './packaged-program';

test('the deb in a clean Debian 12: installed by apt, a visitor registered by an ordinary user with the sandbox on, removed with the data kept', async () => {
  expect(process.getuid?.(), 'a root file system is made and entered by root only').toBe(0);
  const output = packTestFlavour('deb');
  const deb = readdirSync(output).find((name) => name.endsWith('.deb')) ?? '';
  const debian = cleanDebian();
  try {
    copyFileSync(join(output, deb), join(debian.root, 'root', deb));
    debian.run('apt-get', 'update');
    // Without what is only recommended: what the package depends on must be enough.
    debian.run('apt-get', 'install', '-y', '--no-install-recommends', `/root/${deb}`);
    expect(debian.run('dpkg', '--verify', 'jiefangtai')).toBe('');
    expectInstalled(debian);

    const profile = join(debian.root, DESK.home, '.local/share/jiefangtai');
    await worked(debian, async (page) => {
      await signIn(page, CLERK.name, CLERK.pin);
      expect(await registerVisitor(page, VISITOR, CHECKER)).toMatch(/^\d{8}-\d{2}-\d{4}$/);
    });
    const before = journalOf(profile);
    expect(before.length).toBeGreaterThan(0);

    debian.run('apt-get', 'remove', '-y', 'jiefangtai');
    expect(existsSync(join(debian.root, 'opt/jiefangtai'))).toBe(false);
    expect(existsSync(join(debian.root, 'usr/bin/jiefangtai'))).toBe(false);
    expect(existsSync(join(debian.root, 'usr/share/applications/jiefangtai.desktop'))).toBe(false);
    debian.run('apt-get', 'purge', '-y', 'jiefangtai');
    expect(journalOf(profile), 'what people registered outlives the program').toEqual(before);

    debian.run('apt-get', 'install', '-y', '--no-install-recommends', `/root/${deb}`);
    await worked(debian, async (page) => {
      await signIn(page, CLERK.name, CLERK.pin);
      const today = page.getByRole('listbox', { name: '今日登记', exact: true });
      await expect(
        today
          .getByRole('option')
          .filter({ hasText: VISITOR.name.slice(0, 1) })
          .first(),
      ).toBeVisible();
    });
  } finally {
    debian.end();
  }
});

/** Opens the installed program as the desk's user, by the name that stands on everybody's path. */
async function worked(debian: CleanDebian, work: (page: Parameters<typeof signIn>[0]) => Promise<void>): Promise<void> {
  const fresh = !existsSync(join(debian.root, DESK.home, '.local/share/jiefangtai'));
  const seen = [
    `DISPLAY=${process.env.DISPLAY ?? ''}`,
    `HOME=${DESK.home}`,
    'PATH=/usr/bin:/bin',
    ...(fresh ? ['RECEPTION_SEED=demo'] : []),
  ];
  const args = [`--userspec=${DESK.uid}:${DESK.uid}`, debian.root, 'env', '-i', ...seen, '/usr/bin/jiefangtai'];
  await withPackaged({ command: 'chroot', args, env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } }, async ({ page, pid }) => {
    await expect(page.getByRole('combobox', { name: '工作人员', exact: true })).toBeVisible({ timeout: 60_000 });
    expectHeld(pid, DESK.uid);
    await work(page);
  });
}

function expectInstalled({ root, run }: CleanDebian): void {
  const sandbox = statSync(join(root, 'opt/jiefangtai/chrome-sandbox'));
  expect([sandbox.uid, sandbox.mode & 0o7777], 'chrome-sandbox: root, 4755').toEqual([0, 0o4755]);
  const entry = readFileSync(join(root, 'usr/share/applications/jiefangtai.desktop'), 'utf8');
  expect(entry).toMatch(/^Name=接访台$/m);
  expect(entry).toMatch(/^Exec=\/opt\/jiefangtai\/jiefangtai %U$/m);
  expect(entry).toMatch(/^Icon=jiefangtai$/m);
  for (const size of [16, 32, 48, 128, 256, 512])
    expect(existsSync(join(root, `usr/share/icons/hicolor/${size}x${size}/apps/jiefangtai.png`)), `an icon of ${size} pixels`).toBe(true);
  const writable = run('find', '/opt/jiefangtai', '-perm', '/022', '-not', '-type', 'l');
  expect(writable, 'nothing of the program can be written by anybody but root').toBe('');
}

/** Name and content of every file of a journal. */
const journalOf = (profile: string): string[] =>
  readdirSync(join(profile, 'journal'))
    .sort()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(profile, 'journal', name)))
          .digest('hex')}`,
    );
