import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPicked } from '../../electron/attachments/picked-file';
import { ObjectStore } from '../../electron/backup/object-store';
import { findSets } from '../../electron/backup/place';
import { OutsideFileError, openOutside, readAll, readOutside } from '../../electron/files/outside-file';
import { openBook } from '../../electron/ledger/read/open-book';
import { openPolicy } from '../../electron/policies/read/open-policy';

/* What a stick or a folder of outside may hold under a harmless name. On Windows there are no pipes and devices in folders. */
let dir = '';
let listening: Server;
const at = (name: string): string => join(dir, name);
const PDF = Buffer.from(`%PDF-1.7\n${'0'.repeat(200)}\n%%EOF\n`);
const LINUX = process.platform === 'linux';

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'reception-outside-'));
  writeFileSync(at('paper.pdf'), PDF);
  mkdirSync(at('folder.pdf'));
  symlinkSync(at('paper.pdf'), at('link.pdf'));
  symlinkSync('/etc/passwd', at('passwd.csv'));
  symlinkSync(at('nothing'), at('dangling.pdf'));
  symlinkSync('/dev/zero', at('zero.pdf'));
  closeSync(openSync(at('huge.pdf'), 'w'));
  // Sparse: it takes no space and would take all memory.
  truncateSync(at('huge.pdf'), 8 * 1024 ** 3);
  if (LINUX) spawnSync('mkfifo', [at('pipe.pdf')]);
  listening = createServer();
  await new Promise<void>((resolve) => listening.listen(at('socket.pdf'), resolve));
});
afterAll(() => {
  listening.close();
  rmSync(dir, { recursive: true, force: true });
});

const faultOf = (path: string): Promise<string> =>
  openOutside(path).then(
    async ({ file }) => {
      await file.close();
      return 'opened';
    },
    (error: unknown) => (error instanceof OutsideFileError ? error.fault : String(error)),
  );
const REFUSED: [name: string, fault: string][] = [
  ['link.pdf', 'link'],
  ['passwd.csv', 'link'],
  ['dangling.pdf', 'link'],
  ['zero.pdf', 'link'],
  ['folder.pdf', 'no-file'],
  ['socket.pdf', 'no-file'],
  ['missing.pdf', 'unreadable'],
  ['paper.pdf\0.csv', 'unreadable'],
  ...(LINUX ? ([['pipe.pdf', 'no-file']] as [string, string][]) : []),
];

describe('a file of outside', () => {
  it.each(REFUSED)('%j is refused before it is opened: %s', async (name, fault) => {
    expect(await faultOf(at(name))).toBe(fault);
  });
  it.runIf(LINUX)('a device is refused, and nothing of it is read', async () => {
    expect(await faultOf('/dev/zero')).toBe('no-file');
  });
  it('a path that begins nowhere is refused', async () => {
    expect(await faultOf('paper.pdf')).toBe('unreadable');
  });
  it('a plain file is opened, and read as far as it was looked at', async () => {
    expect(await readOutside(at('paper.pdf'), 1000)).toEqual(PDF);
    const { file, size } = await openOutside(at('paper.pdf'));
    await expect(readAll(file, size + 1)).rejects.toThrow('changing');
    await file.close();
  });
  it('a file of 8 GB is refused by its size', async () => {
    await expect(readOutside(at('huge.pdf'), 1024)).rejects.toThrow('too-large');
  });
});

describe('each way in', () => {
  const names = ['link.pdf', 'zero.pdf', 'folder.pdf', ...(LINUX ? ['pipe.pdf'] : [])];
  it.each(names)('refuses %s with a sentence', async (name) => {
    expect(await readPicked(at(name))).toMatchObject({ ok: false, why: expect.stringMatching(/这是一个链接|这不是文件/) });
    await expect(openBook(at(name), () => {})).rejects.toMatchObject({ sentence: expect.stringMatching(/没有导入。$/) });
    await expect(openPolicy(at(name))).rejects.toMatchObject({ sentence: expect.stringMatching(/没有导入。$/) });
  });
  it('refuses 8 GB without reading them', async () => {
    expect(await readPicked(at('huge.pdf'))).toMatchObject({ ok: false });
    await expect(openBook(at('huge.pdf'), () => {})).rejects.toMatchObject({ sentence: expect.stringContaining('MB') });
    await expect(openPolicy(at('huge.pdf'))).rejects.toMatchObject({ sentence: expect.stringContaining('MB') });
  });
  it('still takes what it takes', async () => {
    expect(await readPicked(at('paper.pdf'))).toMatchObject({ ok: true, bytes: PDF });
  });
});

describe('a folder of backups that somebody prepared', () => {
  it('shows no set, and no piece, where links, pipes and films lie under their names', async () => {
    const place = at('接访台备份');
    const hash = 'ab'.repeat(32);
    mkdirSync(join(place, 'objects', 'ab'), { recursive: true });
    mkdirSync(join(place, 'sets'));
    writeFileSync(join(place, 'backup.json'), JSON.stringify({ v: 1, hallId: 'h', deskCode: '01', placeId: '0123456789' }));
    symlinkSync('/dev/zero', join(place, 'sets', '20261124-010101-000000001.json'));
    truncatedTo(join(place, 'sets', '20261124-010101-000000002.json'), 8 * 1024 ** 3);
    symlinkSync('/dev/zero', join(place, 'objects', 'ab', hash));
    expect(await findSets(place)).toEqual([]);
    const store = await ObjectStore.open(place);
    expect(store.has(hash)).toBe(true);
    expect(await store.read(hash)).toBeNull();
  });
});

function truncatedTo(path: string, bytes: number): void {
  closeSync(openSync(path, 'w'));
  truncateSync(path, bytes);
}
