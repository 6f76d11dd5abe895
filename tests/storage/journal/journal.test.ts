import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Journal, type JournalError, openJournal } from '../../../electron/storage/journal';

const OWNER = { hallId: 'hall-1', deskCode: '01', segmentBytes: 16 * 1024 };
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'journal-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const open = (over: Partial<typeof OWNER> = {}): Promise<Journal> => openJournal({ dir, ...OWNER, ...over });
async function all(journal: Journal, from = 1): Promise<Buffer[]> {
  const found: Buffer[] = [];
  for await (const frame of journal.read(from)) found.push(Buffer.from(frame.payload));
  return found;
}
const payloads = (n: number, size = 300): Buffer[] => Array.from({ length: n }, () => randomBytes(size));
async function filled(frames: readonly Buffer[]): Promise<void> {
  const journal = await open();
  for (const frame of frames) await journal.append(frame);
  await journal.close();
}
const lastSegment = (): string =>
  join(
    dir,
    readdirSync(dir)
      .filter((n) => n.startsWith('journal-'))
      .sort()
      .at(-1) ?? '',
  );

describe('the journal', () => {
  it('gives back what was appended, across openings and segments', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ minLength: 1, maxLength: 9000 }), { minLength: 1, maxLength: 25 }), async (frames) => {
        rmSync(dir, { recursive: true, force: true });
        const journal = await open();
        for (const [i, frame] of frames.entries()) expect(await journal.append(frame)).toBe(i + 1);
        await journal.close();
        const again = await open();
        expect(again.findings).toEqual([]);
        expect(again.tail.position).toBe(frames.length);
        expect(await all(again)).toEqual(frames.map((f) => Buffer.from(f)));
        expect(await all(again, frames.length)).toEqual(frames.slice(-1).map((f) => Buffer.from(f)));
        await again.close();
      }),
      { numRuns: 15 },
    );
  });

  it('gives back what was appended many at a time, in parts that need not fit a segment', async () => {
    const part = fc.array(fc.uint8Array({ minLength: 1, maxLength: 9000 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 5 }), async (parts) => {
        rmSync(dir, { recursive: true, force: true });
        const journal = await open();
        let last = 0;
        for (const frames of parts) {
          last += frames.length;
          expect(await journal.appendAll(frames)).toBe(last);
        }
        const { tail } = journal;
        await journal.close();
        const again = await open();
        expect([again.findings, again.tail]).toEqual([[], tail]);
        expect(await all(again)).toEqual(parts.flat().map((f) => Buffer.from(f)));
        await again.close();
      }),
      { numRuns: 15 },
    );
  });

  it('takes a payload larger than a segment', async () => {
    const large = payloads(3, 40_000);
    await filled(large);
    const journal = await open();
    expect(await all(journal)).toEqual(large);
    await journal.close();
  });

  it('keeps appends that are asked side by side in order', async () => {
    const frames = payloads(50);
    const journal = await open();
    expect(await Promise.all(frames.map((f) => journal.append(f)))).toEqual(frames.map((_, i) => i + 1));
    expect(await all(journal)).toEqual(frames);
    await journal.close();
  });

  it('cut or garbled at every byte of its last three frames, opens with all whole frames and goes on', async () => {
    const frames = payloads(5, 60);
    await filled(frames);
    const path = lastSegment();
    const original = readFileSync(path);
    const frameBytes = 60 + 16;
    const start = 256 + 2 * frameBytes;
    const end = 256 + 5 * frameBytes;
    for (const damage of ['cut', 'zeros', 'noise'] as const) {
      for (let at = start; at < end; at++) {
        const bytes = damage === 'cut' ? original.subarray(0, at) : Buffer.from(original);
        if (damage === 'zeros') bytes.fill(0, at, end);
        if (damage === 'noise') {
          randomBytes(end - at).copy(bytes, at);
          // Noise may hit the very byte that stood there, which is no damage.
          bytes[at] = (original[at] ?? 0) ^ 0x5a;
        }
        writeFileSync(path, bytes);
        const journal = await open();
        const whole = Math.floor((at - 256) / frameBytes);
        expect(journal.tail.position, `${damage} at ${at}`).toBe(whole);
        const next = randomBytes(40);
        expect(await journal.append(next)).toBe(whole + 1);
        expect(await all(journal)).toEqual([...frames.slice(0, whole), next]);
        await journal.close();
      }
    }
  }, 60_000);

  it('keeps the frames behind a damaged one, and the damaged bytes aside', async () => {
    const frames = payloads(6, 100);
    await filled(frames);
    const file = openSync(lastSegment(), 'r+');
    writeSync(file, randomBytes(20), 0, 20, 256 + 2 * 116 + 30);
    const journal = await open();
    expect(journal.tail.position).toBe(6);
    expect(await all(journal)).toEqual(frames.filter((_, i) => i !== 2));
    expect(journal.findings.join()).toContain('损坏');
    expect(readdirSync(dir).some((n) => n.startsWith('damaged-'))).toBe(true);
    await journal.close();
  });

  it('looks through older segments when asked, not when opened, and tells what is damaged there', async () => {
    await filled(payloads(60, 900));
    const first = join(dir, 'journal-000001.xfj');
    const whole = readFileSync(first);
    const sound = await open();
    expect(await sound.inspect()).toEqual([]);
    await sound.close();
    const garbled = Buffer.from(whole);
    randomBytes(20).copy(garbled, 256 + 2 * 916 + 30);
    writeFileSync(first, garbled);
    const journal = await open();
    expect(journal.findings).toEqual([]);
    expect((await journal.inspect()).join()).toMatch(/第 1 段有 916 字节损坏/);
    expect((await all(journal)).length).toBe(59);
    await journal.close();
    writeFileSync(first, whole.subarray(0, 256 + 3 * 916));
    const cut = await open();
    expect(cut.tail.position).toBe(60);
    expect((await cut.inspect()).join()).toContain('第 1 段末尾缺损');
    await cut.close();
  });

  it('knows its last frame although the newest segment is still empty', async () => {
    const frames = payloads(60, 900);
    await filled(frames);
    const segments = readdirSync(dir).filter((n) => n.startsWith('journal-'));
    const last = join(dir, `journal-${String(segments.length).padStart(6, '0')}.xfj`);
    const bytes = readFileSync(last);
    bytes.fill(0, 256);
    writeFileSync(last, bytes);
    const journal = await open();
    const before = (await all(journal)).length;
    expect(before).toBeLessThan(60);
    expect(journal.tail.position).toBe(before);
    expect(await journal.append(randomBytes(10))).toBe(before + 1);
    await journal.close();
  });

  it('is not opened for another hall or desk, nor with a segment missing', async () => {
    await filled(payloads(60, 900));
    await expect(open({ hallId: 'hall-2' })).rejects.toMatchObject({ code: 'foreign' } satisfies Partial<JournalError>);
    await expect(open({ deskCode: '02' })).rejects.toMatchObject({ code: 'foreign' });
    rmSync(join(dir, 'journal-000001.xfj'));
    await expect(open()).rejects.toMatchObject({ code: 'damaged' });
  });

  it('has the next segment on the disk before it is needed, and never grows the one in use', async () => {
    const journal = await open();
    expect(journal.reserve).toBe('ready');
    const size = readFileSync(lastSegment()).length;
    for (const frame of payloads(40)) await journal.append(frame);
    expect(readFileSync(lastSegment()).length).toBe(size);
    await journal.close();
  });

  it('says so when there is no room for the next segment', async () => {
    mkdirSync(join(dir, 'reserve.xfj'));
    const journal = await open();
    expect(journal.reserve).toBe('missing');
    expect(await journal.append(randomBytes(100))).toBe(1);
    await journal.close();
  });

  it('is the same after a copy of its folder', async () => {
    await filled(payloads(3));
    const copy = mkdtempSync(join(tmpdir(), 'journal-'));
    for (const name of readdirSync(dir)) copyFileSync(join(dir, name), join(copy, name));
    const journal = await openJournal({ ...OWNER, dir: copy });
    expect(journal.tail.position).toBe(3);
    await journal.close();
    rmSync(copy, { recursive: true });
  });
});
