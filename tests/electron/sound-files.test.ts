import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SoundFiles } from '../../electron/recording/sound-files';

const ID = '01a2094d-399c-7032-b44b-083af8f11cfb';
const OTHER = '01a2094d-399c-7032-b44b-083af8f11cfc';
const key = randomBytes(32);
let dir = '';
let files: SoundFiles;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'reception-sounds-'));
  files = new SoundFiles(dir);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const path = (id = ID): string => join(dir, id.slice(-2), `${id}.xfs`);
const pieces = Array.from({ length: 5 }, (_, n) => randomBytes(20_000 + n));
async function record(id = ID): Promise<void> {
  const writer = await files.create(id, key);
  for (const [n, bytes] of pieces.entries()) await writer.append({ n, startMs: n * 5000, durationMs: 5020 }, bytes);
  await writer.close();
}

describe('a recording on the disk', () => {
  it('gives back every part, its times and one hash over all', async () => {
    const writer = await files.create(ID, key);
    for (const [n, bytes] of pieces.entries()) await writer.append({ n, startMs: n * 5000, durationMs: 5020 }, bytes);
    const told = writer.summary();
    await writer.close();
    const reader = await files.open(ID, key);
    expect(reader.parts).toHaveLength(5);
    expect(reader.parts[4]).toEqual({ n: 4, startMs: 20_000, durationMs: 5020 });
    for (const [n, bytes] of pieces.entries()) expect(await reader.read(n)).toEqual(bytes);
    expect(await reader.verify()).toEqual(told);
    expect(told.sha256).toBe(createHash('sha256').update(Buffer.concat(pieces)).digest('hex'));
    await reader.close();
  });

  it('is nothing without its key, and nothing of it is in clear text', async () => {
    await record();
    const stored = readFileSync(path());
    for (const bytes of pieces) expect(stored.includes(bytes.subarray(100, 132))).toBe(false);
    const reader = await files.open(ID, randomBytes(32));
    await expect(reader.read(0)).rejects.toThrow();
    expect((await reader.verify()).parts).toBe(0);
    await reader.close();
  });

  it('cut off in the middle of a part, all before it is there', async () => {
    await record();
    // Into the fourth part, wherever its frame lies.
    truncateSync(path(), 3 * 20_060 + 8000);
    const reader = await files.open(ID, key);
    expect((await reader.verify()).parts).toBe(3);
    expect(await reader.read(2)).toEqual(pieces[2]);
    await reader.close();
  });

  it.each([
    ['a changed byte in a part', (file: Buffer) => file.fill(file.readUInt8(30_000) ^ 1, 30_000, 30_001), 1],
    ['a changed time of a part', (file: Buffer) => file.fill(9, 4 + 16, 4 + 17), 0],
  ])('%s is found', async (_what, change, before) => {
    await record();
    const file = readFileSync(path());
    change(file);
    writeFileSync(path(), file);
    const reader = await files.open(ID, key);
    expect((await reader.verify()).parts).toBe(before);
    await reader.close();
  });

  it('a part of another recording does not pass for one of this', async () => {
    await record(OTHER);
    await record();
    writeFileSync(path(), readFileSync(path(OTHER)));
    const reader = await files.open(ID, key);
    await expect(reader.read(0)).rejects.toThrow();
    await reader.close();
  });

  it('grows beyond its first room', async () => {
    const writer = await files.create(ID, key);
    const large = randomBytes(900_000);
    for (let n = 0; n < 4; n++) await writer.append({ n, startMs: n, durationMs: 1 }, large);
    await writer.close();
    const reader = await files.open(ID, key);
    expect(await reader.read(3)).toEqual(large);
    await reader.close();
  });

  it('destroyed, it is gone; destroyed again, it is still gone', async () => {
    await record();
    await files.destroy(ID);
    expect(existsSync(path())).toBe(false);
    await files.destroy(ID);
    await expect(files.open(ID, key)).rejects.toThrow();
  });
});
