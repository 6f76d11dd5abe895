import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SoundPart } from '../../../shared/domain/recordings';
import { heardMs, keepingReasons, lengthOfParts, partAt, soundAt, soundless } from '../../../shared/rules/recordings';
import { soundExtension, soundType } from '../../../shared/rules/sound-type';

const stretch = (id: string, startedElapsed: number, durationMs: number, state: 'done' | 'destroyed' | 'recording' = 'done') => {
  return { id, startedElapsed, durationMs, state };
};

describe('where a moment of the talk is in its sound', () => {
  const stretches = [stretch('b', 60_000, 30_000), stretch('a', 1_000, 20_000), stretch('gone', 30_000, 20_000, 'destroyed')];
  it.each([
    ['before anything was recorded: from the beginning', 0, { id: 'a', atMs: 0 }],
    ['in the first stretch', 11_000, { id: 'a', atMs: 10_000 }],
    ['in a gap: from where it goes on', 25_000, { id: 'b', atMs: 0 }],
    ['in a stretch that was destroyed: from where it goes on', 40_000, { id: 'b', atMs: 0 }],
    ['in the last stretch', 89_999, { id: 'b', atMs: 29_999 }],
    ['behind everything', 90_000, null],
  ])('%s', (_what, elapsed, expected) => {
    expect(soundAt(stretches, elapsed)).toEqual(expected);
  });
  it('finds the moment in an outside file that began before the talk', () => {
    expect(soundAt([stretch('o', -120_000, 600_000)], 3_000)).toEqual({ id: 'o', atMs: 123_000 });
  });
});

describe('where a moment is, beside the file of an outside recorder whose length nobody knows', () => {
  const beside = [stretch('o', -60_000, 0), stretch('a', 10_000, 20_000), stretch('p', 100_000, 0)];
  it.each([
    ['before our own began', 0, { id: 'o', atMs: 60_000 }],
    ['in our own', 15_000, { id: 'a', atMs: 5_000 }],
    ['behind it', 40_000, { id: 'o', atMs: 100_000 }],
    ['in the last that had begun', 130_000, { id: 'p', atMs: 30_000 }],
  ])('%s', (_what, elapsed, expected) => expect(soundAt(beside, elapsed)).toEqual(expected));
});

/** Parts of about five seconds, each begun a little before the one before it ended. */
const parts = fc.array(fc.record({ length: fc.integer({ min: 300, max: 6000 }), overlap: fc.integer({ min: 0, max: 200 }) }), {
  minLength: 1,
  maxLength: 30,
});
const laid = (pieces: { length: number; overlap: number }[]): SoundPart[] => {
  let end = 0;
  return pieces.map(({ length, overlap }, n) => {
    const startMs = Math.max(0, end - overlap);
    end = startMs + length;
    return { n, startMs, durationMs: length };
  });
};

describe('parts', () => {
  it('every moment is in exactly one part, and what is heard adds up to the whole', () => {
    fc.assert(
      fc.property(parts, fc.nat(), (pieces, where) => {
        const all = laid(pieces);
        const whole = lengthOfParts(all);
        const at = where % whole;
        const index = partAt(all, at);
        const part = all[index];
        expect(part && part.startMs <= at && at < part.startMs + heardMs(all, index)).toBe(true);
        expect(all.reduce((sum, _part, i) => sum + heardMs(all, i), 0)).toBe(whole);
        expect(partAt(all, whole)).toBe(-1);
      }),
    );
  });
});

describe('what forbids destroying a recording', () => {
  const settled = {
    state: 'done',
    destroyableFrom: '2028-11-25',
    hold: false,
    holdReason: '',
    today: '2028-11-25',
    matterOpen: false,
  } as const;
  it.each([
    ['nothing on its day', {}, []],
    ['the day before', { today: '2028-11-24' }, ['保存期未满，2028年11月25日起方可销毁']],
    ['a hold', { hold: true, holdReason: '诉讼' }, ['暂停销毁：诉讼']],
    ['a matter that is not settled', { matterOpen: true }, ['所属事项尚未办结']],
    ['all of it at once', { today: '2027-01-01', hold: true, holdReason: '复查', matterOpen: true }, 3],
    ['that it runs', { state: 'recording' }, ['正在录音']],
    ['that it is gone', { state: 'destroyed' }, ['已销毁']],
  ] as const)('%s', (_what, change, expected) => {
    const reasons = keepingReasons({ ...settled, ...change });
    if (typeof expected === 'number') expect(reasons).toHaveLength(expected);
    else expect(reasons).toEqual(expected);
  });
});

describe('silence', () => {
  it.each([
    [0, true],
    [0.0009, true],
    [0.0011, false],
    [0.2, false],
  ])('%f', (rms, expected) => {
    expect(soundless(rms)).toBe(expected);
  });
});

describe('sound files, by their first bytes', () => {
  const head = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.padEnd(16, '\0'), 'latin1'));
  it.each([
    ['wav', head('RIFF\x24\x00\x00\x00WAVEfmt ')],
    ['mp3', head('ID3\x04')],
    ['mp3', head('\xff\xfb\x90\x00')],
    ['m4a', head('\x00\x00\x00\x20ftypM4A ')],
    ['ogg', head('OggS')],
    ['webm', head('\x1a\x45\xdf\xa3')],
    ['flac', head('fLaC')],
    ['amr', head('#!AMR\n')],
    ['wma', head('\x30\x26\xb2\x75')],
  ])('%s', (extension, bytes) => {
    expect(soundType(bytes)?.extension).toBe(extension);
  });
  it.each([head('%PDF-1.7'), head('PK\x03\x04'), head('RIFF\x24\x00\x00\x00AVI '), head('\xff\xd8\xff\xe0'), new Uint8Array(16)])(
    'nothing else',
    (bytes) => {
      expect(soundType(bytes)).toBeNull();
    },
  );
});

it.each(['RIFF\0\0\0\0WAVE', 'OggS', 'fLaC', '\0\0\0\0ftyp', 'ID3', '\x1aE\xdf\xa3', '#!AMR', '0&\xb2u'])(
  'a file that begins with %j is exported under the name of its kind',
  (head) => {
    const type = soundType(Buffer.from(head.padEnd(16, '\0'), 'latin1'));
    expect(soundExtension(type?.mime ?? '')).toBe(type?.extension);
  },
);
