import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Listening } from '../../electron/recording/listening';
import type { RecorderStore } from '../../electron/recording/recorder';
import { SoundFiles } from '../../electron/recording/sound-files';
import { writeSound } from '../../electron/recording/write-sound';
import { Refusal } from '../../shared/result';
import type { Span } from '../../shared/rules/stays';

const ID = '01a2094d-399c-7032-b44b-083af8f11cfb';
const key = new Uint8Array(randomBytes(32));
const sound = (n: number): Uint8Array => new Uint8Array(2000).fill(n + 1);
let dir = '';
let heard: Span[] | null = null;
let sha256 = '';
let audited: unknown[] = [];
let store: RecorderStore;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'reception-listening-'));
  const sounds = new SoundFiles(dir);
  const writer = await sounds.create(ID, key);
  const hash = createHash('sha256');
  for (let n = 0; n < 4; n++) {
    await writer.append({ n, startMs: n * 5000, durationMs: 5010 }, sound(n));
    hash.update(sound(n));
  }
  await writer.close();
  sha256 = hash.digest('hex');
  heard = null;
  audited = [];
  const internal = async (name: string, input: unknown): Promise<unknown> => {
    if (name === 'internal.audit') audited.push(input);
    return name === 'internal.recording.open'
      ? { key, mime: 'audio/webm', outside: false, name: '', sha256, number: '20261124-01-0004', heard }
      : null;
  };
  store = { storage: { internal } as unknown as RecorderStore['storage'], sounds, disk: { state: 'ok', look: async () => {} } };
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => '',
    (error: unknown) => (error instanceof Refusal ? error.error.code : String(error)),
  );

describe('listening', () => {
  it('opens every part to who may hear all, and to nobody else at this desk', async () => {
    const listening = new Listening(() => store);
    expect((await listening.listen(ID, 'a')).parts.map(({ n }) => n)).toEqual([0, 1, 2, 3]);
    expect(await listening.read(ID, 2, 'a')).toEqual(Buffer.from(sound(2)));
    expect(await code(listening.read(ID, 2, 'b'))).toBe('forbidden');
    expect(audited).toEqual([{ action: 'recording.listen', target: '20261124-01-0004', detail: ID }]);
    await listening.close();
    expect(await code(listening.read(ID, 2, 'a'))).toBe('forbidden');
  });

  it('opens to who was replaced the parts of their time, and no other', async () => {
    heard = [{ fromMs: 6000, toMs: 12_000 }];
    const listening = new Listening(() => store);
    expect((await listening.listen(ID, 'a')).parts.map(({ n }) => n)).toEqual([1, 2]);
    expect(await listening.read(ID, 1, 'a')).toEqual(Buffer.from(sound(1)));
    expect(await code(listening.read(ID, 3, 'a'))).toBe('forbidden');
    await listening.close();
  });

  it('plays nothing that is not what was stored', async () => {
    sha256 = 'another';
    expect(await code(new Listening(() => store).listen(ID, 'a'))).toBe('damaged');
    expect(audited).toEqual([]);
  });
});

describe('an exported recording', () => {
  it('is the file as it was registered, byte by byte', async () => {
    const reader = await store.sounds.open(ID, key);
    const path = join(dir, 'out.amr');
    await writeSound(reader, path);
    await reader.close();
    expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(sha256);
  });

  it('is no file at all when it could not be written whole', async () => {
    const reader = await store.sounds.open(ID, new Uint8Array(32));
    const path = join(dir, 'out.amr');
    await expect(writeSound(reader, path)).rejects.toThrow();
    await reader.close();
    expect(existsSync(path)).toBe(false);
  });
});
