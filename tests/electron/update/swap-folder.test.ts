import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { installCommand, windowsInstall } from '../../../electron/update/commands';
import { installation } from '../../../electron/update/form';
import { swapFolder } from '../../../electron/update/swap-folder';
import { clearFolders, folder } from './update-server';

afterAll(clearFolders);

const versionOf = (dir: string): string => (JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as { version: string }).version;

function program(dir: string, version: string): string {
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'package.json'), JSON.stringify({ name: 'jiefangtai', version }));
  writeFileSync(join(dir, 'body'), version);
  return dir;
}
function archiveOf(version: string, inner = ''): string {
  const from = folder();
  program(join(from, inner), version);
  const archive = join(folder(), 'archive.tar.gz');
  execFileSync('tar', ['-czf', archive, '-C', from, '.']);
  return archive;
}
function installed(version = '0.1.0'): { place: string; root: string } {
  const place = realpathSync(folder());
  program(join(place, version), version);
  symlinkSync(version, join(place, 'current'));
  return { place, root: join(place, version) };
}

describe.skipIf(process.platform === 'win32')('an unpacked folder is exchanged in one step', () => {
  it.each(['', 'jiefangtai-0.2.0'])('from an archive with its files in 「%s」, the old one kept', async (inner) => {
    const { place, root } = installed();
    const link = await swapFolder({ archive: archiveOf('0.2.0', inner), root, version: '0.2.0', versionOf });
    expect(link).toBe(join(place, 'current'));
    expect(readFileSync(join(link, 'body'), 'utf8')).toBe('0.2.0');
    expect(readFileSync(join(root, 'body'), 'utf8'), 'what runs keeps its files').toBe('0.1.0');
    expect(readdirSync(place).sort()).toEqual(['0.1.0', '0.2.0', 'current']);
  });

  it('and the one before the last is removed, but nothing that is not ours', async () => {
    const { place, root } = installed('0.2.0');
    program(join(place, '0.1.0'), '0.1.0');
    mkdirSync(join(place, 'notes'));
    await swapFolder({ archive: archiveOf('0.3.0'), root, version: '0.3.0', versionOf });
    expect(readdirSync(place).sort()).toEqual(['0.2.0', '0.3.0', 'current', 'notes']);
  });

  it.each<[string, () => string]>([
    ['is of another version', () => archiveOf('0.9.0')],
    [
      'is no archive',
      () => {
        const path = join(folder(), 'x.tar.gz');
        writeFileSync(path, 'x');
        return path;
      },
    ],
  ])('where the archive %s everything stays as it was', async (_name, archive) => {
    const { place, root } = installed();
    await expect(swapFolder({ archive: archive(), root, version: '0.2.0', versionOf })).rejects.toMatchObject({ trouble: 'failed' });
    expect(readlinkSync(join(place, 'current'))).toBe('0.1.0');
    expect(readdirSync(place).sort()).toEqual(['0.1.0', 'current']);
  });

  it('and what an end in the middle left is in nobody’s way', async () => {
    const { place, root } = installed();
    program(join(place, '0.2.0'), 'half');
    program(join(place, '.unpacking-0.2.0'), 'half');
    symlinkSync('0.2.0', join(place, '.current-next'));
    await swapFolder({ archive: archiveOf('0.2.0'), root, version: '0.2.0', versionOf });
    expect(readFileSync(join(place, 'current', 'body'), 'utf8')).toBe('0.2.0');
    expect(readdirSync(place).sort()).toEqual(['0.1.0', '0.2.0', 'current']);
  });

  it('is known by its link; a folder without one is left to a person', async () => {
    const { place, root } = installed();
    expect(installation(false, '/usr/bin/electron', join(place, 'current'), 'linux')).toEqual({ form: 'folder', root });
    expect(installation(true, join(root, 'jiefangtai'), '', 'linux')).toEqual({ form: 'folder', root });
    rmSync(join(place, 'current'));
    expect(installation(true, join(root, 'jiefangtai'), '', 'linux')).toEqual({ form: 'other', root });
    await expect(swapFolder({ archive: archiveOf('0.2.0'), root, version: '0.2.0', versionOf })).rejects.toMatchObject({
      trouble: 'failed',
    });
    expect(existsSync(join(place, '0.2.0'))).toBe(false);
  });
});

describe('what somebody with the right to install is given', () => {
  it.each([
    ['deb', '/p/a b.deb', "pkexec dpkg -i '/p/a b.deb'"],
    ['deb', "/p/a'b.deb", "pkexec dpkg -i '/p/a'\\''b.deb'"],
    ['nsis', 'C:\\x.exe', ''],
  ] as const)('%s %s', (form, path, command) => expect(installCommand({ form }, path)).toBe(command));

  it('and the installer of Windows is named in the environment, never in the command', () => {
    const { args, env } = windowsInstall('C:\\a $(calc).exe');
    expect(args.join(' ')).not.toContain('calc');
    expect(env.JIEFANGTAI_SETUP).toBe('C:\\a $(calc).exe');
  });
});
