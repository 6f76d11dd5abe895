import { Unreadable } from './unreadable';

/**
 * As much of XML as the parts of an office document are made of: tags, attributes and text, met one after the other while the
 * bytes arrive. A document tree of a million rows would not fit into memory.
 */
export interface XmlReader {
  /** Without its namespace's prefix; `attributes` is read on demand with `attribute`. */
  open?(name: string, attributes: string): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** A tag or a text longer than any office program writes would be gathered, and looked through again, with every chunk. */
const LONGEST_PIECE = 2_000_000;

export async function readXml(bytes: AsyncIterable<Buffer>, reader: XmlReader): Promise<void> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const chunk of bytes) {
    rest = take(rest + decoder.decode(chunk, { stream: true }), reader);
    if (rest.length > LONGEST_PIECE) throw new Unreadable('文件内容不是办公软件保存的样子，没有导入。请另存一份再选。');
  }
  take(rest + decoder.decode(), reader);
}

/** @returns what is not complete yet */
function take(xml: string, reader: XmlReader): string {
  let at = 0;
  for (;;) {
    const begin = xml.indexOf('<', at);
    if (begin < 0) return xml.slice(at);
    const end = endOfTag(xml, begin);
    if (end < 0) return xml.slice(at);
    if (begin > at) reader.text?.(unescaped(xml.slice(at, begin)));
    const mark = xml[begin + 1];
    if (mark === '/') reader.close?.(local(xml.slice(begin + 2, end)));
    else if (mark !== '?' && mark !== '!') openTag(xml.slice(begin + 1, end), reader);
    else if (xml.startsWith('<![CDATA[', begin)) reader.text?.(xml.slice(begin + 9, end - 2));
    at = end + 1;
  }
}

function endOfTag(xml: string, begin: number): number {
  if (xml[begin + 1] !== '!') return xml.indexOf('>', begin);
  for (const [from, to] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
  ] as const) {
    if (!xml.startsWith(from, begin)) continue;
    const end = xml.indexOf(to, begin);
    return end < 0 ? -1 : end + 2;
  }
  return xml.indexOf('>', begin);
}

function openTag(tag: string, reader: XmlReader): void {
  const empty = tag.endsWith('/');
  const whole = empty ? tag.slice(0, -1) : tag;
  const space = whole.search(/\s/);
  const name = local(space < 0 ? whole : whole.slice(0, space));
  reader.open?.(name, space < 0 ? '' : whole.slice(space));
  if (empty) reader.close?.(name);
}

const local = (name: string): string => {
  const plain = name.trimEnd();
  const colon = plain.indexOf(':');
  return colon < 0 ? plain : plain.slice(colon + 1);
};

const PATTERNS = new Map<string, RegExp>();
/** Of an opening tag; undefined when it has none of this name, whatever its prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  let pattern = PATTERNS.get(name);
  if (!pattern) {
    pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    PATTERNS.set(name, pattern);
  }
  const found = pattern.exec(attributes);
  return found ? unescaped(found[1] ?? found[2] ?? '') : undefined;
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : Number.NaN;
    if (!Number.isNaN(code)) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    return NAMED[name ?? ''] ?? whole;
  });
}
