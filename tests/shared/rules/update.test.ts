import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UPDATE_TROUBLES, type UpdateManifest, Version } from '../../../shared/domain/update';
import { judgeManifest, type UpdateFacts, updateBlockers } from '../../../shared/rules/update';
import { compareVersions } from '../../../shared/rules/update-version';
import { updateTrouble } from '../../../shared/rules/update-words';

const QUIET: UpdateFacts = {
  ...{ talks: 0, recording: false, incidents: 0, registrations: 0, importing: false, restoring: false },
  ...{ backingUp: false, printing: 0, unsent: 0, readOnly: false },
};

describe('an update never cuts into what goes on', () => {
  it('may be installed in a quiet hall', () => expect(updateBlockers(QUIET)).toEqual([]));

  it.each<[Partial<UpdateFacts>, string]>([
    [{ talks: 2 }, '2 场接谈'],
    [{ recording: true }, '录音'],
    [{ incidents: 1 }, '突发'],
    [{ registrations: 1 }, '登记'],
    [{ importing: true }, '导入'],
    [{ restoring: true }, '恢复'],
    [{ backingUp: true }, '备份'],
    [{ printing: 3 }, '3 个打印任务'],
    [{ unsent: 7 }, '7 项改动'],
    [{ readOnly: true }, '磁盘'],
  ])('%j waits, and says why', (facts, words) => {
    expect(updateBlockers({ ...QUIET, ...facts })).toEqual([expect.stringContaining(words)]);
  });

  it('says everything that keeps it, the incident first', () => {
    const all = updateBlockers({ ...QUIET, talks: 1, incidents: 1, printing: 1 });
    expect(all).toHaveLength(3);
    expect(all[0]).toContain('突发');
  });
});

const file = (form: 'nsis' | 'deb' | 'folder', arch: 'x64' | 'arm64' = 'x64') => ({
  ...{ name: `${form}-${arch}`, form, arch, bytes: 1, sha512: '0'.repeat(128) },
});
const manifest = (version: string, files = [file('deb'), file('folder'), file('nsis'), file('deb', 'arm64')]): UpdateManifest => ({
  ...{ format: 1, product: 'jiefangtai', version, date: '2026-12-01', notes: [], files },
});

describe('what a signed manifest means for this PC', () => {
  it.each([
    ['0.2.0', 'deb', 'x64', { verdict: 'newer', file: file('deb') }],
    ['0.2.0', 'deb', 'arm64', { verdict: 'newer', file: file('deb', 'arm64') }],
    ['0.2.0', 'folder', 'x64', { verdict: 'newer', file: file('folder') }],
    ['0.2.0', 'nsis', 'x64', { verdict: 'newer', file: file('nsis') }],
    ['0.2.0', 'other', 'x64', { verdict: 'newer', file: file('folder') }],
    ['0.2.0', 'folder', 'arm64', { verdict: 'no-file' }],
    ['0.1.0', 'deb', 'x64', { verdict: 'same' }],
    ['0.0.9', 'deb', 'x64', { verdict: 'older' }],
    ['0.1.0-rc.1', 'deb', 'x64', { verdict: 'older' }],
  ] as const)('%s for %s on %s', (version, form, arch, judged) => {
    expect(judgeManifest(manifest(version), { version: '0.1.0', form, arch })).toEqual(judged);
  });
});

describe('versions', () => {
  it('are ordered as Semantic Versioning orders them', () => {
    const rising = [
      '0.9.9',
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.beta',
      '1.0.0-beta',
      '1.0.0-beta.2',
      '1.0.0-beta.11',
      '1.0.0-rc.1',
      '1.0.0',
      '1.0.1',
      '1.2.0',
      '1.10.0',
      '2.0.0',
    ];
    for (const [n, earlier] of rising.entries())
      for (const [m, later] of rising.entries())
        expect(Math.sign(compareVersions(earlier, later)), `${earlier} ${later}`).toBe(Math.sign(n - m));
  });

  it('any two have one order, whichever is asked first', () => {
    const part = fc.oneof(fc.nat(30).map(String), fc.constantFrom('alpha', 'beta', 'rc'));
    const version = fc
      .tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.array(part, { maxLength: 3 }))
      .map(([a, b, c, more]) => `${a}.${b}.${c}${more.length > 0 ? `-${more.join('.')}` : ''}`);
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(Version.safeParse(a).success).toBe(true);
        expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0);
      }),
    );
  });

  it.each(['1.0', 'v1.0.0', '1.0.0.0', '1.0.0-', '../1.0.0', '1.0.0/..', ''])('%j is none', (text) =>
    expect(Version.safeParse(text).success).toBe(false),
  );
});

it('every trouble says that the program goes on as it is, or what is done', () => {
  for (const trouble of UPDATE_TROUBLES) expect(updateTrouble(trouble)).toMatch(/[现仍].*版本|从中断处继续/);
});
