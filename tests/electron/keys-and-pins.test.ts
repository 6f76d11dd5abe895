import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkPin, hashPin } from '../../electron/security/pin';
import { newPhrase, phraseKey } from '../../electron/security/recovery-phrase';
import { openBytes, sealBytes } from '../../electron/security/seal';
import { diskState } from '../../shared/rules/disk-guard';
import { secondsToWait, signInDelay } from '../../shared/rules/sign-in-delay';

describe('PINs', () => {
  it('are kept as salted scrypt and checked against it', async () => {
    const [one, two] = [await hashPin('2468'), await hashPin('2468')];
    expect(one).not.toBe(two);
    expect(await checkPin('2468', one)).toBe(true);
    expect(await checkPin('2469', one)).toBe(false);
    expect(await checkPin('2468', 'nonsense')).toBe(false);
  });

  it('wait longer after each wrong try, but a clock set back locks nobody out', () => {
    expect([0, 2, 3, 4, 5, 20].map(signInDelay)).toEqual([0, 0, 5, 10, 20, 900]);
    expect(secondsToWait(4, 100_000, 103_500)).toBe(7);
    expect(secondsToWait(4, 100_000, 110_000)).toBe(0);
    expect(secondsToWait(4, 9_000_000_000, 0)).toBe(10);
  });
});

describe('the recovery phrase', () => {
  it('is twelve characters that open the same key however they are spaced', () => {
    const words = newPhrase();
    expect(words).toHaveLength(12);
    expect(phraseKey(words.join(''))).toEqual(phraseKey(` ${words.join('，')}\n`));
    expect(phraseKey(words.join(''))).toHaveLength(32);
  });

  it('notices a wrong or missing character', () => {
    const words = newPhrase();
    expect(phraseKey(words.slice(1).join(''))).toBeNull();
    expect(phraseKey(`${words.slice(1).join('')}x`)).toBeNull();
  });
});

describe('a sealed secret', () => {
  const key = randomBytes(32);
  it('opens with its key and place only, and not after a change', () => {
    const text = sealBytes(key, Buffer.from('钥匙'), 'here');
    expect(Buffer.from(openBytes(key, text, 'here') ?? []).toString()).toBe('钥匙');
    expect(openBytes(key, text, 'there')).toBeNull();
    expect(openBytes(randomBytes(32), text, 'here')).toBeNull();
    expect(openBytes(key, `${text.slice(0, -2)}AA`, 'here')).toBeNull();
  });
});

describe('the disk guard', () => {
  const MB = 1024 * 1024;
  it.each([
    [3000, true, 'ok'],
    [2047, true, 'low'],
    [1023, true, 'no-recordings'],
    [299, true, 'read-only'],
    [3000, false, 'read-only'],
  ] as const)('%i MB free, reserve %s: %s', (free, reserve, state) => {
    expect(diskState(free * MB, reserve)).toBe(state);
  });
});
