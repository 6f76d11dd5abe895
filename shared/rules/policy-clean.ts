/**
 * A policy's text as a file gives it, made plain: no marks of markdown or of the web, no control characters, one kind of
 * line end. Nothing that a person reads is taken away.
 */

/**
 * Radicals that a PDF's font gives instead of the characters they look like: 「第⼀条」 would be no article. The main block
 * is known to Unicode's own compatibility forms; of the supplement only these occur in running text.
 */
const RADICALS: Readonly<Record<string, string>> = {
  ...{ '⺠': '民', '⻅': '见', '⻆': '角', '⻉': '贝', '⻋': '车', '⻓': '长', '⻔': '门', '⻘': '青', '⻙': '韦', '⻚': '页', '⻛': '风' },
  ...{ '⻜': '飞', '⻝': '食', '⻢': '马', '⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟', '⻨': '麦', '⻩': '黄', '⻬': '齐', '⻮': '齿' },
  ...{ '⻰': '龙', '⻳': '龟', '⺟': '母', '⻄': '西', '⺼': '月', '⻁': '虎' },
};
const withoutRadicals = (text: string): string =>
  text.replace(/[\u2f00-\u2fdf]/g, (c) => c.normalize('NFKC')).replace(/[\u2e80-\u2eff]/g, (c) => RADICALS[c] ?? c);

const ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', amp: '&', quot: '"', ensp: ' ', emsp: ' ' };

/** @returns lines without outer white space; an empty line is an empty string */
export function cleanLines(text: string): string[] {
  return (
    withoutRadicals(text)
      .replace(/^\ufeff/, '')
      .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
      .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are taken out
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g, '')
      .replace(/&(nbsp|lt|gt|amp|quot|ensp|emsp);/g, (_, name: string) => ENTITIES[name] ?? '')
      .split('\n')
      .map(withoutMarks)
      .filter((line) => line !== null)
  );
}

/** Null for a line that only draws. */
function withoutMarks(line: string): string | null {
  const trimmed = line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
  if (/^(?:[-=*_~]\s*){3,}$/.test(trimmed) || /^\|?(?:\s*:?-{3,}:?\s*\|)+\s*:?-*:?\s*$/.test(trimmed) || /^```/.test(trimmed)) return null;
  return trimmed
    .replace(/^(?:>\s*)+/, '')
    .replace(/^#{1,6}\s+/, '')
    .replace(/^[-*+]\s+(?=\S)/, '')
    .replace(/(\*\*|__)(.+?)\1/g, '$2')
    .replace(/!?\[([^\]]*)\]\((?:[^()\s]*)\)/g, '$1')
    .replace(/<\/?(?:p|br|div|span|center|b|strong|u|font)\b[^<>]*>/gi, '');
}
