/** Small helpers over byte arrays; the host's page has no Buffer. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export function base64url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const left = bytes.length - i;
    text += ALPHABET.charAt(a >> 2) + ALPHABET.charAt(((a & 3) << 4) | (b >> 4));
    if (left > 1) text += ALPHABET.charAt(((b & 15) << 2) | (c >> 6));
    if (left > 2) text += ALPHABET.charAt(c & 63);
  }
  return text;
}

export function sameBytes(a: Uint8Array | null | undefined, b: Uint8Array | null | undefined): boolean {
  if (!a || !b) return !a && !b;
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** A copy with a buffer of its own: structured clone of a view would store the whole buffer behind it. */
export const own = (bytes: Uint8Array): Uint8Array =>
  bytes.byteLength === bytes.buffer.byteLength && bytes.constructor === Uint8Array ? bytes : Uint8Array.from(bytes);

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
