import { randomBytes, randomInt } from 'node:crypto';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { argon2idAsync } from '@noble/hashes/argon2.js';

/*
 * The file that carries the hub's addresses, its certificate and the desks' credentials to the administrator's desk. Whoever has the
 * file has nothing without the code, which is told another way. The format stands in docs/hub.md.
 */
export const HUB_FILE_NAME = '接访台中心.xfhub';
const ABOUT = Buffer.from('reception/1/hub-file');
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const COST = { m: 32 * 1024, t: 3, p: 1 };
const NONCE = 24;

/** 100 random bits, as five groups of four without letters that look alike. */
export function newCode() {
  const letters = Array.from({ length: 20 }, () => ALPHABET[randomInt(32)]).join('');
  return letters.match(/.{4}/g).join('-');
}

/** As it was meant: lower case, spaces, and letters taken for digits do not matter. */
export const normalCode = (typed) => typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');

const stretch = (code, { m, t, p, salt }) => argon2idAsync(normalCode(code), Buffer.from(salt, 'base64'), { m, t, p, dkLen: 32 });

/**
 * @param {{v: 1, hub: string[], ca: string, desks: {code: string, seed: string}[]}} content
 * @returns {Promise<string>} the file's text
 */
export async function sealHubFile(content, code, cost = COST) {
  const kdf = { name: 'argon2id', ...cost, salt: randomBytes(16).toString('base64') };
  const nonce = randomBytes(NONCE);
  const sealed = xchacha20poly1305(await stretch(code, kdf), nonce, ABOUT).encrypt(Buffer.from(JSON.stringify(content)));
  const file = { v: 1, kind: 'reception-hub', kdf, sealed: Buffer.concat([nonce, sealed]).toString('base64') };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Null when the code is another, or the file was changed. */
export async function openHubFile(text, code) {
  const { kdf, sealed } = JSON.parse(text);
  const bytes = Buffer.from(sealed, 'base64');
  const key = await stretch(code, kdf);
  try {
    const plain = xchacha20poly1305(key, bytes.subarray(0, NONCE), ABOUT).decrypt(bytes.subarray(NONCE));
    return JSON.parse(Buffer.from(plain).toString('utf8'));
  } catch {
    return null;
  }
}
