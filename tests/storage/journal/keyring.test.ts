import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKeyring } from '../../../electron/storage/journal';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'keyring-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const keys = (n: number, name = 'k') =>
  Array.from({ length: n }, (_, i) => ({ id: `${name}${i}`, wrapped: new Uint8Array(randomBytes(72)) }));

describe('the keyring', () => {
  it('gives back every key after it was closed', async () => {
    const entries = keys(2500);
    const ring = await openKeyring({ dir });
    for (let i = 0; i < entries.length; i += 100) await ring.append(entries.slice(i, i + 100));
    await ring.close();
    const again = await openKeyring({ dir });
    const all = await again.newest();
    expect(all.map((key) => key.id)).toEqual(entries.map((e) => e.id));
    expect(Buffer.from(all[7]?.wrapped ?? [])).toEqual(Buffer.from(entries[7]?.wrapped ?? []));
    const last = await again.newest(150);
    expect(last.map((key) => key.id)).toEqual(entries.slice(-200).map((e) => e.id));
    await again.close();
  });

  it('forgets a destroyed key: it is in no file of the folder afterwards, and the others are', async () => {
    const entries = keys(30);
    const ring = await openKeyring({ dir });
    await ring.append(entries);
    await ring.destroy(['k3']);
    await ring.append(keys(1, 'later'));
    await ring.close();
    const everything = Buffer.concat(readdirSync(dir).map((n) => readFileSync(join(dir, n))));
    expect(everything.includes(Buffer.from(entries[3]?.wrapped ?? []))).toBe(false);
    expect(everything.includes(Buffer.from(entries[4]?.wrapped ?? []))).toBe(true);
    const again = await openKeyring({ dir });
    const ids = (await again.newest()).map((key) => key.id);
    expect(ids).toHaveLength(30);
    expect(ids).not.toContain('k3');
    await again.close();
  });

  it('a half-written last entry is left out and overwritten', async () => {
    const ring = await openKeyring({ dir });
    await ring.append(keys(1, 'a'));
    await ring.append(keys(1, 'b'));
    await ring.close();
    const path = join(dir, readdirSync(dir)[0] ?? '');
    const bytes = readFileSync(path);
    const end = bytes.findLastIndex((b) => b !== 0);
    bytes.fill(0, end - 10);
    writeFileSync(path, bytes);
    const again = await openKeyring({ dir });
    expect((await again.newest()).map((key) => key.id)).toEqual(['a0']);
    await again.append(keys(1, 'c'));
    await again.close();
    const third = await openKeyring({ dir });
    expect((await third.newest()).map((key) => key.id)).toEqual(['a0', 'c0']);
    await third.close();
  });
});
