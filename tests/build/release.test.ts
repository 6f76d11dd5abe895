import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = join(__dirname, '..', '..');
const work = mkdtempSync(join(tmpdir(), 'jiefangtai-release-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const { version, devDependencies } = (await import('../../package.json')).default;
const electron = devDependencies.electron;

/** Runs the release step away from every cache of this machine. */
function release(args: string[], env: Record<string, string> = {}): { code: number | null; said: string } {
  const inherited: NodeJS.ProcessEnv = { ...process.env, XDG_CACHE_HOME: join(work, 'cache'), ...env };
  if (!env.ELECTRON_OVERRIDE_DIST_PATH) delete inherited.ELECTRON_OVERRIDE_DIST_PATH;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'build', 'package', 'release.mjs'), ...args], {
    encoding: 'utf8',
    env: inherited,
  });
  return { code: status, said: stdout + stderr };
}

describe('the release takes the official Electron or stops', () => {
  it('says what to do when its server cannot be reached', () => {
    const { code, said } = release(['--linux-x64'], { ELECTRON_MIRROR: 'http://127.0.0.1:9/' });
    expect(code).toBe(1);
    expect(said).toContain('a release is packed from the official Electron alone, and it cannot be had');
    expect(said).toContain('--electron=FOLDER');
  });
  it('refuses a runtime that was put in its place', () => {
    const { code, said } = release(['--linux-x64'], { ELECTRON_OVERRIDE_DIST_PATH: work });
    expect([code, said]).toEqual([1, expect.stringContaining('ELECTRON_OVERRIDE_DIST_PATH must not be set')]);
  });
  it('refuses a zip that bears the right name and other content', () => {
    writeFileSync(join(work, `electron-v${electron}-linux-x64.zip`), 'another runtime');
    const { code, said } = release(['--linux-x64', `--electron=${work}`]);
    expect([code, said]).toEqual([1, expect.stringContaining('is not the official Electron')]);
  });
});

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Electron's fuse wire, version 1: RunAsNode, cookies, NODE_OPTIONS, inspect, integrity, only asar, snapshot, file: privileges. */
const RELEASED = '01001100';

interface Made {
  facts?: object;
  wire?: string;
  files?: string[];
  runtime?: string;
}
async function folderWith({ facts = {}, wire = RELEASED, files = [], runtime = electron }: Made): Promise<string> {
  const folder = mkdtempSync(join(work, 'unpacked-'));
  const app = join(folder, 'app');
  mkdirSync(app);
  mkdirSync(join(folder, 'resources'));
  writeFileSync(join(app, 'package.json'), JSON.stringify({ version, ...facts }));
  await createPackage(app, join(folder, 'resources', 'app.asar'));
  rmSync(app, { recursive: true });
  writeFileSync(
    join(folder, 'jiefangtai'),
    Buffer.concat([Buffer.from(`ELF ${SENTINEL}`), Buffer.from([1, wire.length]), Buffer.from(wire)]),
  );
  writeFileSync(join(folder, 'version'), runtime);
  for (const file of files) writeFileSync(join(folder, 'resources', file), '');
  return folder;
}

describe('what may be handed out', () => {
  it('a folder of this version with the official Electron and its fuses set', async () => {
    expect(release([`--check=${await folderWith({})}`])).toEqual({ code: 0, said: expect.stringContaining('may be handed out') });
  });
  it.each<[string, Made, string]>([
    ['the mark in the archive', { facts: { flavour: 'test' } }, 'marked as the test flavour'],
    ['the mark in the version', { facts: { version: `${version}-test` } }, 'marked as the test flavour'],
    ['the mark beside the archive', { files: ['TEST-FLAVOUR.txt'] }, 'marked as the test flavour'],
    ['the fallback runtime', { runtime: '33.4.11' }, 'its Electron is 33.4.11'],
    ['another version', { facts: { version: '9.9.9' } }, 'it is version 9.9.9'],
    ['a launcher', { files: ['default_app.asar'] }, 'starts any folder'],
    ['RunAsNode', { wire: `1${RELEASED.slice(1)}` }, 'the fuse RunAsNode is on'],
    ['NODE_OPTIONS', { wire: '01101100' }, 'the fuse EnableNodeOptionsEnvironmentVariable is on'],
    ['the inspector', { wire: '01011100' }, 'the fuse EnableNodeCliInspectArguments is on'],
    ['no integrity', { wire: '01000100' }, 'the fuse EnableEmbeddedAsarIntegrityValidation is off'],
    ['a folder instead of the archive', { wire: '01001000' }, 'the fuse OnlyLoadAppFromAsar is off'],
    ['cookies in clear text', { wire: '00001100' }, 'the fuse EnableCookieEncryption is off'],
  ])('not with %s', async (_, made, sentence) => {
    expect(release([`--check=${await folderWith(made)}`])).toEqual({ code: 1, said: expect.stringContaining(sentence) });
  });
});
