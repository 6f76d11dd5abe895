import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/**
 * A text file in whatever an office program saved it: with a mark it says so itself; without one, valid UTF-8 longer than
 * a few words is hardly ever anything else; the rest is GB18030, which holds GBK and GB2312.
 */
export function decodeText(bytes: Buffer): string {
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'utf16-le');
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, 'utf16-be');
  // One byte that was cut or garbled spoils its own line, not the whole file.
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return iconv.decode(bytes, marked || isUtf8(bytes) ? 'utf-8' : 'gb18030');
}
