import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openJournal, openKeyring } from '../../electron/storage/journal';
import type { OpenAnswer } from '../../electron/storage/protocol';
import { type RecoveryPort, recover } from '../../electron/storage/recovery';

const bytes = (n: number): Uint8Array => Uint8Array.of(n, n, n);
async function standing() {
  const dir = mkdtempSync(join(tmpdir(), 'recovery-'));
  const journal = await openJournal({ dir, hallId: 'h', deskCode: '01', segmentBytes: 8192 });
  const keyring = await openKeyring({ dir });
  for (let n = 1; n <= 10; n++) {
    await keyring.append([{ id: `key ${n}`, wrapped: bytes(n) }]);
    await journal.append(bytes(n));
  }
  const sent = { keys: [] as string[], frames: [] as number[], done: 0 };
  /** A database that clears itself when it is first given anything but the whole. */
  const port = (clears: boolean): RecoveryPort => ({
    async recover({ keys, frames, done }) {
      sent.keys.push(...keys.map((k) => k.id));
      sent.frames.push(...frames.map((f) => f.position));
      if (done) sent.done++;
      return clears && frames.length > 0 && frames[0]?.position !== 1 ? 0 : 10;
    },
  });
  const answer = (state: OpenAnswer['state'], applied: number, missing: Uint8Array[] = []): OpenAnswer => ({
    state,
    applied,
    missing,
    schema: 1,
  });
  return { journal, keyring, sent, port, answer };
}

describe('what the journal and the database came to', () => {
  it('the same: nothing is sent', async () => {
    const { journal, keyring, sent, port, answer } = await standing();
    expect(await recover(answer('same', 10), journal, keyring, port(false))).toEqual({ kind: 'ready', notice: null });
    expect(sent.frames).toEqual([]);
  });

  it('behind: the missing frames with their keys, in silence', async () => {
    const { journal, keyring, sent, port, answer } = await standing();
    expect(await recover(answer('behind', 8), journal, keyring, port(false))).toEqual({ kind: 'ready', notice: null });
    expect(sent.frames).toEqual([9, 10]);
    expect(sent.keys).toEqual(expect.arrayContaining(['key 9', 'key 10']));
  });

  it('behind, but not on this journal: all of it, and said', async () => {
    const { journal, keyring, sent, port, answer } = await standing();
    const recovered = await recover(answer('behind', 8), journal, keyring, port(true));
    expect(recovered).toMatchObject({ kind: 'ready', notice: expect.stringContaining('完整重建') });
    expect(sent.frames).toEqual([9, 10, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('gone: keys and every frame, and said', async () => {
    const { journal, keyring, sent, port, answer } = await standing();
    expect(await recover(answer('rebuild', 0), journal, keyring, port(false))).toMatchObject({
      notice: expect.stringContaining('10 次保存'),
    });
    expect(sent.keys).toHaveLength(10);
    expect(sent.frames).toHaveLength(10);
    expect(sent.done).toBe(1);
  });

  it('ahead of a journal that lost its tail: the same bytes are appended again, and said', async () => {
    const { journal, keyring, port, answer } = await standing();
    expect(await recover(answer('ahead', 12, [bytes(11), bytes(12)]), journal, keyring, port(false))).toMatchObject({
      notice: expect.stringContaining('2 条'),
    });
    expect(journal.tail.position).toBe(12);
  });

  it("another's or a newer database is left alone", async () => {
    const { journal, keyring, sent, port, answer } = await standing();
    expect(await recover(answer('foreign', 0), journal, keyring, port(false))).toEqual({ kind: 'foreign' });
    expect(await recover(answer('newer-schema', 0), journal, keyring, port(false))).toMatchObject({ kind: 'newer-schema' });
    expect(sent.frames).toEqual([]);
  });
});
