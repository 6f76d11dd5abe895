import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCode, normalCode, openHubFile, sealHubFile } from '../../build/hub/hub-file.mjs';
import { QUICK } from './desks';

describe('a one-time code', () => {
  it('is five groups of four, without letters that look like others', () => {
    for (let n = 0; n < 200; n += 1) expect(newCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
  });
  it.each([
    ['abcd efgh jkmn pqrs tvwx', 'ABCDEFGHJKMNPQRSTVWX'],
    ['o0iL-1234', '00111234'],
    ['  ABCD-EFGH\n', 'ABCDEFGH'],
  ])('typed as %j is %s', (typed, meant) => {
    expect(normalCode(typed)).toBe(meant);
  });
  it('opens the file however it is written', async () => {
    const code = newCode();
    const text = await sealHubFile({ v: 1, hub: [], ca: '', desks: [] }, code, QUICK);
    const disguise = fc.array(
      fc.constantFrom(
        (c: string) => c.toLowerCase(),
        (c: string) => ` ${c}`,
        (c: string) => `${c}-`,
        (c: string) => (c === '0' ? 'o' : c === '1' ? 'l' : c),
      ),
      {
        minLength: code.length,
        maxLength: code.length,
      },
    );
    await fc.assert(
      fc.asyncProperty(disguise, async (changes) => {
        const typed = [...code].map((letter, i) => changes[i]?.(letter) ?? letter).join('');
        expect(await openHubFile(text, typed)).not.toBeNull();
      }),
      { numRuns: 30 },
    );
  });
});

it('a file that was changed anywhere in its sealed part does not open', async () => {
  const code = newCode();
  const file = JSON.parse(await sealHubFile({ v: 1, hub: ['tls://a:4222'], ca: 'pem', desks: [] }, code, QUICK)) as { sealed: string };
  const sealed = Buffer.from(file.sealed, 'base64');
  await fc.assert(
    fc.asyncProperty(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ by;
      expect(await openHubFile(JSON.stringify({ ...file, sealed: changed.toString('base64') }), code)).toBeNull();
    }),
    { numRuns: 30 },
  );
});
