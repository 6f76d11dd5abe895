import { chownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { CHECKER, CLERK, registerVisitor, signIn } from '../e2e/program';
import { openFolder, packTestFlavour, unpackedIn } from './flavour';
import { expectHeld, ORDINARY, VISITOR, withPackaged } from './packaged-program';

test('the unpacked folder: fuses, contents, and a visitor registered by an ordinary user with the sandbox on', async () => {
  test.setTimeout(180_000);
  const folder = unpackedIn(packTestFlavour('dir'));
  const { readPackage } = await import('../../build/package/read-package.mjs');
  const made = await readPackage(folder);

  expect(made.fuses, 'as they stand in the program’s own bytes; the inspector stays for tests').toEqual({
    RunAsNode: 'off',
    EnableCookieEncryption: 'on',
    EnableNodeOptionsEnvironmentVariable: 'off',
    EnableNodeCliInspectArguments: 'on',
    EnableEmbeddedAsarIntegrityValidation: 'on',
    OnlyLoadAppFromAsar: 'on',
    LoadBrowserProcessSpecificV8Snapshot: 'off',
    GrantFileProtocolExtraPrivileges: 'off',
  });
  expect(made.flavour).toBe('test');
  expect(made.version).toMatch(/^\d+\.\d+\.\d+-test$/);
  expect(made.resources.sort(), 'no launcher, no folder that could stand in for the archive').toEqual(['TEST-FLAVOUR.txt', 'app.asar']);
  expect(
    made.files.filter((file) => !/^\/(package\.json|dist(\/.*)?)$/.test(file)),
    'nothing but the bundles',
  ).toEqual([]);
  expect(made.files.filter((file) => file.endsWith('.map'))).toEqual([]);

  const home = openFolder('home');
  if (ORDINARY !== undefined) chownSync(home, ORDINARY, ORDINARY);
  const profile = join(home, 'profile');
  const env = { PATH: '/usr/bin:/bin', HOME: home, DISPLAY: process.env.DISPLAY ?? '', RECEPTION_PROFILE: profile, RECEPTION_SEED: 'demo' };
  await withPackaged({ command: join(folder, 'jiefangtai'), args: [], env, uid: ORDINARY }, async ({ page, pid }) => {
    await expect(page.getByRole('combobox', { name: '工作人员', exact: true })).toBeVisible({ timeout: 60_000 });
    expectHeld(pid, ORDINARY ?? process.getuid?.());
    await signIn(page, CLERK.name, CLERK.pin);
    expect(await registerVisitor(page, VISITOR, CHECKER)).toMatch(/^\d{8}-\d{2}-\d{4}$/);
  });
  expect(readdirSync(join(profile, 'journal')).length).toBeGreaterThan(0);
});
