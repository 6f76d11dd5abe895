import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { debFields, parseFpm } from '../../build/package/deb-fields.mjs';
import { kilobytes, md5sums, tidyModes } from '../../build/package/deb-tree.mjs';

const ROOT = join(__dirname, '..', '..');
const work = mkdtempSync(join(tmpdir(), 'jiefangtai-deb-test-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** As electron-builder 26 calls fpm for a deb. */
const CALL = [
  ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libgtk-3-0t64 | libgtk-3-0', '-d', 'libnss3', '--deb-recommends', 'fonts-noto-cjk'],
  ...['--deb-compression', 'xz', '--architecture', 'arm64', '--after-install', '/tmp/in', '--after-remove', '/tmp/out'],
  ...['--description', 'one line\n one line\n\n more', '--version', '1.2.3~rc1', '--package', '/tmp/a.deb', '--name', 'jiefangtai'],
  ...['--maintainer', 'm <m@localhost>', '--vendor', 'v', '--url', 'about:blank', '--category', 'misc', '--deb-priority', 'optional'],
  ...['/made/unpacked/=/opt/jiefangtai', '/made/16.png=/usr/share/icons/hicolor/16x16/apps/jiefangtai.png'],
];

describe('the call that electron-builder makes', () => {
  it('is read whole', () => {
    const { depends, recommends, files, options } = parseFpm(CALL);
    expect(depends).toEqual(['libgtk-3-0t64 | libgtk-3-0', 'libnss3']);
    expect(recommends).toEqual(['fonts-noto-cjk']);
    expect(files).toEqual([
      { from: '/made/unpacked/', to: 'opt/jiefangtai' },
      { from: '/made/16.png', to: 'usr/share/icons/hicolor/16x16/apps/jiefangtai.png' },
    ]);
    expect(options).toMatchObject({ 'after-install': '/tmp/in', 'after-remove': '/tmp/out', package: '/tmp/a.deb' });
  });
  it('becomes a control file', () => {
    expect(debFields(parseFpm(CALL), 1234)).toBe(
      'Package: jiefangtai\nVersion: 1.2.3~rc1\nArchitecture: arm64\nMaintainer: m <m@localhost>\nInstalled-Size: 1234\n' +
        'Depends: libgtk-3-0t64 | libgtk-3-0, libnss3\nRecommends: fonts-noto-cjk\nSection: misc\nPriority: optional\n' +
        'Description: one line\n .\n more\n',
    );
  });
  it.each([
    ['an argument that a later electron-builder may add', [...CALL, '--deb-pre-depends', 'x'], /does not know --deb-pre-depends/],
    ['another kind of package', ['-t', 'rpm'], /not rpm/],
  ])('stops at %s', (_, call, words) => {
    expect(() => parseFpm(call)).toThrow(words);
  });
});

it('what lies in the package can be read by everybody, written by root alone, and verified', () => {
  const tree = join(work, 'tree');
  mkdirSync(join(tree, 'opt'), { recursive: true, mode: 0o700 });
  writeFileSync(join(tree, 'opt', 'program'), 'x'.repeat(1500), { mode: 0o700 });
  writeFileSync(join(tree, 'opt', 'data'), 'abc');
  chmodSync(join(tree, 'opt', 'data'), 0o666);
  tidyModes(tree);
  const mode = (name: string): number => statSync(join(tree, name)).mode & 0o7777;
  expect([mode(''), mode('opt'), mode('opt/program'), mode('opt/data')]).toEqual([0o755, 0o755, 0o755, 0o644]);
  expect(md5sums(tree)).toContain('900150983cd24fb0d6963f7d28e17f72  opt/data\n');
  expect(kilobytes(tree)).toBe(1 + 2 + 1);
});

describe.each(['after-install', 'after-remove'])('%s.tpl', (name) => {
  const text = readFileSync(join(ROOT, 'build', 'package', 'linux', `${name}.tpl`), 'utf8');
  const known: Record<string, string> = { executable: 'jiefangtai', sanitizedProductName: 'jiefangtai' };
  const filled = text.replace(/\$\{([a-zA-Z]+)\}/g, (_, key: string) => known[key] ?? `UNKNOWN ${key}`);

  it('is a shell script with nothing in it that electron-builder would not fill in', () => {
    expect(filled).not.toContain('UNKNOWN');
    expect(spawnSync('bash', ['-n'], { input: filled, encoding: 'utf8' }).stderr).toBe('');
  });
  it('touches nothing of what people registered', () => {
    expect(filled.replace(/^#.*$/gm, '')).not.toMatch(/\/home|\.local|XDG|rm -r/);
  });
});
