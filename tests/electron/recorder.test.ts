import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Recorder, type RecorderStore } from '../../electron/recording/recorder';
import { settleRecordings } from '../../electron/recording/settle';
import { SoundFiles } from '../../electron/recording/sound-files';
import { Refusal } from '../../shared/result';

const INTERVIEW = '01a2094d-399c-7032-b44b-083af8f11cfb';
const key = new Uint8Array(randomBytes(32));
let dir = '';
let asked: { name: string; input: Record<string, unknown> }[] = [];
let disk = 'ok';
let unsettled: unknown = { running: [], destroyed: [] };
let destroyedKeys: string[] = [];
let store: RecorderStore & { keyring: { destroy(ids: readonly string[]): Promise<void> } };

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'reception-recorder-'));
  asked = [];
  destroyedKeys = [];
  disk = 'ok';
  unsettled = { running: [], destroyed: [] };
  const internal = async (name: string, input: Record<string, unknown>): Promise<unknown> => {
    asked.push({ name, input });
    if (name === 'internal.recording.begin') return { startedElapsed: 1234, key };
    return name === 'internal.recording.unsettled' ? unsettled : null;
  };
  store = {
    storage: { internal } as unknown as RecorderStore['storage'],
    sounds: new SoundFiles(dir),
    disk: {
      get state() {
        return disk;
      },
      look: async () => {},
    },
    keyring: {
      destroy: async (ids) => {
        destroyedKeys.push(...ids);
      },
    },
  };
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const recorder = (): Recorder => new Recorder(() => store, Date.now);
const part = (n: number) => ({ n, startMs: n * 5000, durationMs: 5010 });
const sound = (n: number): Uint8Array => new Uint8Array(20_000 + n).fill(n + 1);
const finished = () => asked.find(({ name }) => name === 'internal.recording.finish')?.input;
const sentence = (work: Promise<unknown> | (() => Promise<unknown>)): Promise<string> =>
  Promise.resolve()
    .then(() => (typeof work === 'function' ? work() : work))
    .then(
      () => '',
      (error: unknown) => (error instanceof Refusal ? error.error.message : String(error)),
    );

describe('the recorder of this PC', () => {
  it('keeps parts in their order, takes a repeated one as done, and ends with what is on the disk', async () => {
    const one = recorder();
    const { id, token, startedElapsed } = await one.begin(INTERVIEW, '麦克风', 'staff');
    expect(startedElapsed).toBe(1234);
    await Promise.all([one.part(token, part(0), sound(0)), one.part(token, part(1), sound(1)), one.part(token, part(1), sound(1))]);
    expect(await sentence(() => one.part(token, part(3), sound(3)))).toContain('次序不对');
    expect(one.view.get()).toMatchObject({ id, interviewId: INTERVIEW, parts: 2 });
    await one.finish(token, 'stopped');
    expect(finished()).toMatchObject({ id, ended: 'stopped', parts: 2, bytes: 40_001, durationMs: 10_010, damaged: false });
    expect(one.view.get()).toBeNull();
    expect(await sentence(() => one.part(token, part(2), sound(2)))).toContain('已经结束');
  });

  it('takes nothing from who does not hold its token, and makes one recording at a time', async () => {
    const one = recorder();
    const { token } = await one.begin(INTERVIEW, '', null);
    expect(await sentence(() => one.part('0'.repeat(32), part(0), sound(0)))).toContain('已经结束');
    expect(await sentence(one.begin(INTERVIEW, '', null))).toContain('正在为另一次接谈录音');
    await one.finish(token, 'stopped');
    expect((await one.begin(INTERVIEW, '', null)).token).not.toBe(token);
  });

  it("of two that begin in the same moment makes one; one that failed to begin stands in nobody's way", async () => {
    const one = recorder();
    const both = await Promise.allSettled([one.begin(INTERVIEW, '', null), one.begin(INTERVIEW, '', null)]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    const other = recorder();
    disk = 'no-recordings';
    expect(await sentence(other.begin(INTERVIEW, '', null))).toContain('不足 1 GB');
    disk = 'ok';
    expect((await other.begin(INTERVIEW, '', null)).startedElapsed).toBe(1234);
  });

  it('is free again although its end could not be written: the next start writes it', async () => {
    const one = recorder();
    const { token } = await one.begin(INTERVIEW, '', null);
    const { internal } = store.storage as unknown as { internal(name: string, input: object): Promise<unknown> };
    store.storage = {
      internal: async (name: string, input: object) =>
        name.endsWith('finish') ? Promise.reject(new Error('full')) : internal(name, input),
    } as unknown as RecorderStore['storage'];
    await expect(one.finish(token, 'stopped')).rejects.toThrow();
    expect(one.view.get()).toBeNull();
    expect((await one.begin(INTERVIEW, '', null)).token).not.toBe(token);
  });

  it.each(['no-recordings', 'read-only'])('begins nothing when the disk is %s, and says that the record goes on', async (state) => {
    disk = state;
    expect(await sentence(recorder().begin(INTERVIEW, '', null))).toMatch(/磁盘剩余不足 1 GB.*笔录照常/);
    expect(asked).toEqual([]);
  });

  it('tells the row once a minute how far it is', async () => {
    const one = recorder();
    const { token } = await one.begin(INTERVIEW, '', null);
    for (let n = 0; n < 25; n++) await one.part(token, part(n), sound(n));
    expect(asked.filter(({ name }) => name === 'internal.recording.reached').map(({ input }) => input.parts)).toEqual([12, 24]);
    await one.interrupt();
    expect(finished()).toMatchObject({ ended: 'program', parts: 25 });
  });
});

describe('after a start', () => {
  it('closes a recording with what reached the disk, and notices one that was cut short afterwards', async () => {
    const one = recorder();
    const { id, token } = await one.begin(INTERVIEW, '', null);
    for (let n = 0; n < 3; n++) await one.part(token, part(n), sound(n));
    const reached = { parts: 2, bytes: 40_001, durationMs: 10_010 };
    unsettled = { running: [{ id, outside: false, key, ...reached, sha256: 'of two other parts' }], destroyed: [] };
    await settleRecordings(store);
    expect(finished()).toMatchObject({ id, ended: 'program', parts: 3, damaged: true });
  });

  it('closes one without a file as empty, and carries a destruction through: the key first', async () => {
    unsettled = {
      running: [{ id: INTERVIEW, outside: false, key, parts: 0, bytes: 0, durationMs: 0, sha256: '' }],
      destroyed: [INTERVIEW],
    };
    await settleRecordings(store);
    expect(finished()).toMatchObject({ ended: 'program', parts: 0, damaged: false });
    expect(destroyedKeys).toEqual([`s:${INTERVIEW}`]);
    expect(asked.at(-1)).toMatchObject({ name: 'internal.recording.gone' });
  });
});
