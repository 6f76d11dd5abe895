import { randomBytes, scrypt as scryptCallback, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const scrypt = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scryptCallback);

/** N = 2^15, r = 8: 32 MB and about 60 ms a try. The figures travel with the hash, so they can be raised. */
const NOW = { N: 2 ** 15, r: 8, p: 1 };
/** For the demonstration's PINs, which stand in the README: a slow hash of them would only delay its first start. */
export const PUBLISHED_PIN = { N: 2 ** 10, r: 8, p: 1 };
const BYTES = 32;

/** `scrypt$N$r$p$salt$hash`, base64. It is stored sealed. */
export async function hashPin(pin: string, cost = NOW): Promise<string> {
  const salt = randomBytes(16);
  const hash = await scrypt(pin, salt, BYTES, { ...cost, maxmem: 128 * 1024 * 1024 });
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), hash.toString('base64')].join('$');
}

/** False for a wrong PIN and for a hash that cannot be read. */
export async function checkPin(pin: string, stored: string): Promise<boolean> {
  const [suite, n, r, p, salt, hash] = stored.split('$');
  if (suite !== 'scrypt' || !n || !r || !p || !salt || !hash) return false;
  const expected = Buffer.from(hash, 'base64');
  const got = await scrypt(pin, Buffer.from(salt, 'base64'), expected.length, {
    N: Number(n),
    r: Number(r),
    p: Number(p),
    maxmem: 256 * 1024 * 1024,
  });
  return timingSafeEqual(got, expected);
}
