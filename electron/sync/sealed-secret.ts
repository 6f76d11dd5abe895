import { randomBytes, randomInt } from 'node:crypto';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { argon2idAsync } from '@noble/hashes/argon2.js';
import { z } from 'zod';

/**
 * What leaves a desk on a stick for one other desk: a file that opens with a code told by another way. The code has 100
 * random bits, so argon2id is a second wall, not the first.
 */
const Kdf = z.object({
  name: z.literal('argon2id'),
  /** KiB, passes, lanes; bounded, so that a forged file cannot fill the memory. */
  m: z.number().int().min(8).max(1_048_576),
  t: z.number().int().min(1).max(20),
  p: z.number().int().min(1).max(16),
  salt: z.base64(),
});
const SecretFile = z.object({ v: z.literal(1), kind: z.string(), kdf: Kdf, sealed: z.base64() });

/** The figures travel with the file. */
export const COST = { m: 32 * 1024, t: 3, p: 1 };
const NONCE = 24;
/** Crockford's base 32: no I, L, O, U, which are misread or misheard. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 20;

/** Five groups of four, as it is shown. */
export const newCode = (): string =>
  (
    Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(32)])
      .join('')
      .match(/.{4}/g) ?? []
  ).join('-');

export const normalCode = (typed: string): string =>
  typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

export interface SecretKind {
  kind: string;
  /** Bound into the seal. */
  about: string;
}
export const HUB_FILE: SecretKind = { kind: 'reception-hub', about: 'reception/1/hub-file' };
export const JOINING_FILE: SecretKind = { kind: 'reception-join', about: 'reception/1/joining-file' };

export type Opened = { ok: true; content: unknown } | { ok: false; why: 'not-this-kind' | 'wrong-code' };

export async function sealSecret({ kind, about }: SecretKind, code: string, content: unknown, cost = COST): Promise<string> {
  const kdf = { name: 'argon2id' as const, ...cost, salt: randomBytes(16).toString('base64') };
  const nonce = randomBytes(NONCE);
  const body = xchacha20poly1305(await stretch(code, kdf), nonce, Buffer.from(about)).encrypt(Buffer.from(JSON.stringify(content)));
  return `${JSON.stringify({ v: 1, kind, kdf, sealed: Buffer.concat([nonce, body]).toString('base64') }, null, 2)}\n`;
}

/** Whether it looks like such a file at all: asked before the code is. */
export const isSecret = ({ kind }: SecretKind, text: string): boolean => parse(text)?.kind === kind;

export async function openSecret({ kind, about }: SecretKind, code: string, text: string): Promise<Opened> {
  const file = parse(text);
  if (file?.kind !== kind) return { ok: false, why: 'not-this-kind' };
  const sealed = Buffer.from(file.sealed, 'base64');
  try {
    const cipher = xchacha20poly1305(await stretch(code, file.kdf), sealed.subarray(0, NONCE), Buffer.from(about));
    return { ok: true, content: JSON.parse(Buffer.from(cipher.decrypt(sealed.subarray(NONCE))).toString('utf8')) };
  } catch {
    return { ok: false, why: 'wrong-code' };
  }
}

function parse(text: string): z.infer<typeof SecretFile> | null {
  try {
    return SecretFile.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const stretch = (code: string, { m, t, p, salt }: z.infer<typeof Kdf>): Promise<Uint8Array> =>
  argon2idAsync(Buffer.from(normalCode(code)), Buffer.from(salt, 'base64'), { m, t, p, dkLen: 32 });
