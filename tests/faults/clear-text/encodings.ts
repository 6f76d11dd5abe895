import iconv from 'iconv-lite';

/** The ways in which a word could lie on a disk and still be read by anyone. */
export function encodingsOf(word: string): { name: string; bytes: Buffer }[] {
  const utf8 = Buffer.from(word, 'utf8');
  const ways: [string, Buffer][] = [
    ['UTF-8', utf8],
    ['UTF-16LE', Buffer.from(word, 'utf16le')],
    ['UTF-16BE', Buffer.from(word, 'utf16le').swap16()],
    ['GBK', iconv.encode(word, 'gbk')],
    ['JSON escape', ascii(jsonEscape(word))],
    ['JSON escape, capitals', ascii(jsonEscape(word).toUpperCase().replaceAll('\\U', '\\u'))],
    ['percent escape', ascii(encodeURIComponent(word))],
    ['percent escape, small', ascii(encodeURIComponent(word).toLowerCase())],
    ['hexadecimal', ascii(utf8.toString('hex'))],
    ...base64Ways(utf8, 'base64 of UTF-8'),
    ...base64Ways(Buffer.from(word, 'utf16le'), 'base64 of UTF-16LE'),
  ];
  const seen = new Set<string>();
  return ways
    .filter(([, bytes]) => !seen.has(bytes.toString('hex')) && seen.add(bytes.toString('hex')))
    .map(([name, bytes]) => ({ name, bytes }));
}

/** Inside a longer text the word begins at any of three offsets; the edge characters depend on its neighbours. */
function base64Ways(bytes: Buffer, name: string): [string, Buffer][] {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const from = Math.ceil((shift * 8) / 6);
    const whole = Math.floor(((shift + bytes.length) * 8) / 6);
    return [`${name}, offset ${shift}`, ascii(text.slice(from, whole))];
  });
}

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');
const jsonEscape = (word: string): string =>
  [...word]
    .map((c) =>
      c.charCodeAt(0) > 126 ? [...Array(c.length)].map((_, i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, '0')}`).join('') : c,
    )
    .join('');
