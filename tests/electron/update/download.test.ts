import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { newKeys, signManifest, signRelease } from '../../../build/update/release.mjs';
import { download } from '../../../electron/update/download';
import { openManifest, readManifest } from '../../../electron/update/manifest';
import { sourceAt } from '../../../electron/update/source';
import type { UpdateFile } from '../../../shared/domain/update';
import { clearFolders, folder, put, UpdateServer } from './update-server';

const SIZE = 3_000_000;
const NAME = 'jiefangtai-0.2.0-linux-x64.tar.gz';
const fetchNow = (url: string, init: RequestInit) => fetch(url, init);
let server: UpdateServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});
afterAll(clearFolders);

const fileOf = (bytes: Buffer, name = NAME): UpdateFile => ({
  ...{ name, form: 'folder', arch: 'x64', bytes: bytes.length },
  sha512: createHash('sha512').update(bytes).digest('hex'),
});

async function offered() {
  const dir = folder();
  const bytes = put(dir, NAME, SIZE);
  server = await UpdateServer.start(dir);
  return { server, bytes, dir, file: fileOf(bytes), into: join(folder(), 'files') };
}
const fetching = (place: string, file: UpdateFile, dir: string, more = {}) => ({
  ...{
    source: sourceAt(place, fetchNow),
    file,
    dir,
    signal: new AbortController().signal,
    onProgress: () => {},
    pausesMs: [1, 1],
    ...more,
  },
});

describe('a file of the update is fetched', () => {
  it('whole, with the hash of the manifest', async () => {
    const { server, bytes, file, into } = await offered();
    const path = await download(fetching(server.url, file, into));
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(server.rangesOf(NAME)).toEqual([null]);
    expect(await download(fetching(server.url, file, into)), 'not twice').toBe(path);
    expect(server.rangesOf(NAME)).toHaveLength(1);
  });

  it('on from where the connection was cut, with one Range request', async () => {
    const { server, bytes, file, into } = await offered();
    server.cutAfter.set(NAME, 1_000_000);
    const path = await download(fetching(server.url, file, into));
    expect(readFileSync(path).equals(bytes)).toBe(true);
    const [first, second] = server.rangesOf(NAME);
    expect(server.rangesOf(NAME)).toHaveLength(2);
    expect(first).toBeNull();
    expect(Number(/^bytes=(\d+)-$/.exec(second ?? '')?.[1])).toBeGreaterThan(0);
    expect(readdirSync(into)).toHaveLength(1);
  });

  it('on from what an earlier run of the program left', async () => {
    const { server, bytes, file, into } = await offered();
    server.cutAfter.set(NAME, 1_500_000);
    await expect(download(fetching(server.url, file, into, { pausesMs: [] }))).rejects.toMatchObject({ trouble: 'interrupted' });
    const [part = ''] = readdirSync(into);
    expect(part).toMatch(/\.part$/);
    const kept = readFileSync(join(into, part)).length;
    expect(kept).toBeGreaterThan(0);
    const path = await download(fetching(server.url, file, into));
    expect(server.rangesOf(NAME).at(-1)).toBe(`bytes=${kept}-`);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('from the beginning where the server knows no Range', async () => {
    const { server, bytes, file, into } = await offered();
    server.ranges = false;
    server.cutAfter.set(NAME, 1_000_000);
    expect(readFileSync(await download(fetching(server.url, file, into))).equals(bytes)).toBe(true);
  });

  it('from a folder, going on likewise', async () => {
    const { bytes, file, into, dir } = await offered();
    const ended = new AbortController();
    const stopping = fetching(dir, file, into, { signal: ended.signal, onProgress: () => ended.abort() });
    await expect(download(stopping)).rejects.toThrow();
    expect(readdirSync(into)[0]).toMatch(/\.part$/);
    const seen: number[] = [];
    const path = await download(fetching(dir, file, into, { onProgress: (done: number) => seen.push(done) }));
    expect(seen[0], 'the first bytes were there').toBeGreaterThan(256 * 1024);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['one byte of it is another', (bytes) => Buffer.from(bytes.map((byte, n) => (n === 77 ? byte ^ 1 : byte)))],
    ['it is longer', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
  ])('and refused with nothing kept where %s', async (_name, change) => {
    const { server, bytes, file, into, dir } = await offered();
    writeFileSync(join(dir, NAME), change(bytes));
    await expect(download(fetching(server.url, file, into))).rejects.toMatchObject({ trouble: 'bad-hash' });
    expect(readdirSync(into).filter((name) => readFileSync(join(into, name)).length > 0)).toEqual([]);
  });

  it('never on from a part of another version', async () => {
    const { server, bytes, file, into, dir } = await offered();
    server.cutAfter.set(NAME, 500_000);
    await expect(download(fetching(server.url, file, into, { pausesMs: [] }))).rejects.toMatchObject({ trouble: 'interrupted' });
    const other = Buffer.from(bytes).reverse();
    writeFileSync(join(dir, NAME), other);
    const path = await download(fetching(server.url, fileOf(other), into));
    expect(server.rangesOf(NAME).at(-1)).toBeNull();
    expect(readdirSync(into)).toEqual([path.slice(into.length + 1)]);
  });

  it('and a server that falls silent in the middle is left, and asked again for the rest', async () => {
    const { server, bytes, file, into } = await offered();
    server.silentAfter.set(NAME, 1_000_000);
    const path = await download(fetching(server.url, file, into, { silentMs: 300 }));
    expect(server.rangesOf(NAME)).toHaveLength(2);
    expect(server.rangesOf(NAME)[1]).toMatch(/^bytes=[1-9]\d*-$/);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });
});

describe('a manifest counts only with the vendor’s signature', () => {
  const keys = newKeys();
  const about = { version: '0.2.0', date: '2026-12-01', notes: ['叫号更快'], privateKey: keys.privateKey };

  it('as the release step makes it', async () => {
    const dir = folder();
    put(dir, NAME, 1000);
    put(dir, 'jiefangtai_0.2.0_arm64.deb', 1000);
    put(dir, 'jiefangtai-0.2.0-setup.exe', 1000);
    writeFileSync(join(dir, 'README.txt'), 'x');
    await signRelease(dir, about);
    const manifest = await readManifest(sourceAt(dir, fetchNow), keys.publicKey, new AbortController().signal);
    expect(manifest).toMatchObject({ version: '0.2.0', notes: ['叫号更快'] });
    expect(manifest.files.map(({ form, arch }) => `${form} ${arch}`)).toEqual(['folder x64', 'nsis x64', 'deb arm64']);
  });

  it('and files of another version are not signed', async () => {
    const dir = folder();
    put(dir, 'jiefangtai-0.1.9-linux-x64.tar.gz', 10);
    await expect(signRelease(dir, about)).rejects.toThrow('not of version 0.2.0');
  });

  const good = Buffer.from(
    JSON.stringify({
      format: 1,
      product: 'jiefangtai',
      version: '0.2.0',
      date: '2026-12-01',
      notes: [],
      files: [fileOf(Buffer.from('x'))],
    }),
  );
  const signed = (bytes: Buffer, key = keys.privateKey) => signManifest(bytes, key);
  const changed = (value: object) => Buffer.from(JSON.stringify({ ...(JSON.parse(good.toString()) as object), ...value }));
  it.each<[string, Buffer, string, string]>([
    ['another key', good, signed(good, newKeys().privateKey), 'bad-signature'],
    ['a byte changed afterwards', Buffer.from(good.toString().replace('0.2.0', '0.3.0')), signed(good), 'bad-signature'],
    ['no signature', good, '', 'bad-signature'],
    ['a signature that is none', good, Buffer.alloc(64).toString('base64'), 'bad-signature'],
    ['another product', changed({ product: 'other' }), '', 'bad-manifest'],
    ['a name that leads elsewhere', changed({ files: [{ ...fileOf(Buffer.from('x')), name: '../x' }] }), '', 'bad-manifest'],
    ['a later format', changed({ format: 2 }), '', 'bad-manifest'],
    ['no JSON', Buffer.from('x'), '', 'bad-manifest'],
  ])('%s is refused', (_name, bytes, signature, trouble) => {
    const sig = trouble === 'bad-manifest' ? signed(bytes) : signature;
    expect(() => openManifest(bytes, sig, keys.publicKey)).toThrow(expect.objectContaining({ trouble }));
  });

  it('and one that is endless is not read to its end', async () => {
    const dir = folder();
    put(dir, 'update.json', 300 * 1024);
    await expect(readManifest(sourceAt(dir, fetchNow), keys.publicKey, new AbortController().signal)).rejects.toMatchObject({
      trouble: 'bad-manifest',
    });
  });

  it.each([
    ['a folder that is not there', () => '/nonexistent/updates', 'unreachable'],
    ['a folder without a manifest', () => folder(), 'no-manifest'],
    ['a server that is not there', () => 'http://127.0.0.1:9/', 'unreachable'],
  ])('%s says so', async (_name, place, trouble) => {
    await expect(readManifest(sourceAt(place(), fetchNow), keys.publicKey, new AbortController().signal)).rejects.toMatchObject({
      trouble,
    });
    expect(existsSync('/nonexistent')).toBe(false);
  });
});
