import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LaterKeys } from '../../../electron/security/later-keys';
import { openShare, sealFor } from '../../../electron/sync/share';
import { newSigningKeys } from '../../../electron/sync/sign';

describe('a secret for one desk', () => {
  const [desk, other] = [newSigningKeys(), newSigningKeys()];
  const secret = randomBytes(32);
  const share = sealFor(desk.publicKey, secret, 'hall 7');

  it('opens with its signing key, and with nothing else', () => {
    expect(Buffer.from(openShare(desk.privateKey, share, 'hall 7') ?? [])).toEqual(secret);
    expect(openShare(other.privateKey, share, 'hall 7')).toBeNull();
    expect(openShare(desk.privateKey, share, 'hall 8')).toBeNull();
  });
  it('does not open when a letter of it was changed, or when it is no share', () => {
    for (const at of [3, share.length - 5]) {
      const changed = `${share.slice(0, at)}${share[at] === 'a' ? 'b' : 'a'}${share.slice(at + 1)}`;
      expect(openShare(desk.privateKey, changed, 'hall 7'), String(at)).toBeNull();
    }
    for (const none of ['', '.', 'ab.cd']) expect(openShare(desk.privateKey, none, 'hall 7')).toBeNull();
  });
  it('looks different each time', () => expect(sealFor(desk.publicKey, secret, 'hall 7')).not.toBe(share));
});

describe('the file of later keys', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'reception-later-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));
  const path = (): string => join(dir, 'later-keys.json');
  const hallKey = randomBytes(32);

  it('keeps each generation once, sealed', async () => {
    const keys = new LaterKeys(path(), 'hall', hallKey);
    expect(await keys.read()).toEqual([]);
    const [one, two] = [Uint8Array.from(randomBytes(32)), Uint8Array.from(randomBytes(32))];
    await Promise.all([keys.add({ id: 1, key: one }), keys.add({ id: 2, key: two }, { id: 1, key: two })]);
    expect(await new LaterKeys(path(), 'hall', hallKey).read()).toEqual([
      { id: 1, key: one },
      { id: 2, key: two },
    ]);
    expect(readFileSync(path(), 'utf8')).not.toContain(Buffer.from(one).toString('base64'));
  });
  it('is never taken for empty when it does not open', async () => {
    await new LaterKeys(path(), 'hall', hallKey).add({ id: 1, key: Uint8Array.from(randomBytes(32)) });
    await expect(new LaterKeys(path(), 'hall', randomBytes(32)).read()).rejects.toThrow('later keys');
    writeFileSync(path(), '{');
    await expect(new LaterKeys(path(), 'hall', hallKey).read()).rejects.toThrow();
  });
});
