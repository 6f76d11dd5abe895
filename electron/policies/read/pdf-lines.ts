/**
 * A PDF has no paragraphs: only pieces of text and where they stand. Lines are put together again where a sentence only
 * ran out of room, and what stands on every page (page numbers, running heads) is left out.
 */
export interface PdfPiece {
  str: string;
  hasEOL: boolean;
  /** The last two: from the left, from the bottom of the page. */
  transform: number[];
  width: number;
  height: number;
}
export interface PdfLine {
  text: string;
  left: number;
  right: number;
  size: number;
}
export interface PdfPage {
  number: number;
  lines: PdfLine[];
}

export function linesOfPage(pieces: readonly PdfPiece[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let now: (PdfLine & { bottom: number }) | null = null;
  for (const { str, transform, width, height, hasEOL } of pieces) {
    const [left = 0, bottom = 0] = transform.slice(4);
    if (str !== '') {
      const other = now !== null && Math.abs(bottom - now.bottom) > Math.max(now.size, height) * 0.6;
      if (now && other) {
        lines.push(now);
        now = null;
      }
      if (!now) now = { text: '', left, right: left, size: height, bottom };
      // Cells of a table's row have a gap and no space.
      if (now.text !== '' && left - now.right > now.size * 0.8 && !/\s$/.test(now.text) && !/^\s/.test(str)) now.text += ' ';
      now.text += str;
      now.right = Math.max(now.right, left + width);
      now.size = Math.max(now.size, height);
    }
    if (hasEOL && now) {
      lines.push(now);
      now = null;
    }
  }
  if (now) lines.push(now);
  return lines.map(({ text, left, right, size }) => ({ text: text.trim(), left, right, size })).filter(({ text }) => text !== '');
}

const PAGE_NUMBER = /^(?:[-—–―－·.\s]*\d{1,4}[-—–―－·.\s]*|第\s*\d{1,4}\s*页(?:[\s，,/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/;
/** On how many pages a first or last line must stand to be a running head. */
const LEAST_PAGES = 3;

export function textOfPages(pages: readonly PdfPage[]): string {
  const heads = runningHeads(pages);
  const lines = pages.flatMap((page) => page.lines.filter((line, i, all) => !(isOuter(i, all) && isFurniture(line, heads))));
  const margin = marginOf(lines);
  const paragraphs: string[] = [];
  let before: PdfLine | null = null;
  for (const line of lines) {
    const last = paragraphs.length - 1;
    if (before && goesOn(before, line, margin)) paragraphs[last] = joined(paragraphs[last] ?? '', line.text);
    else paragraphs.push(line.text);
    before = line;
  }
  return paragraphs.join('\n');
}

const isOuter = (i: number, all: readonly PdfLine[]): boolean => i < 2 || i >= all.length - 2;
const kindOf = (text: string): string => text.replace(/\d+/g, '#').replace(/\s/g, '');
const isFurniture = ({ text }: PdfLine, heads: ReadonlySet<string>): boolean => PAGE_NUMBER.test(text) || heads.has(kindOf(text));

function runningHeads(pages: readonly PdfPage[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const { lines } of pages) {
    const outer = new Set([lines[0], lines.at(-1)].flatMap((line) => (line ? [kindOf(line.text)] : [])));
    for (const kind of outer) seen.set(kind, (seen.get(kind) ?? 0) + 1);
  }
  return new Set([...seen].flatMap(([kind, times]) => (times >= LEAST_PAGES && times > pages.length / 2 ? [kind] : [])));
}

/** Where most lines begin, and how far the full ones reach. */
function marginOf(lines: readonly PdfLine[]): { left: number; right: number } {
  const count = new Map<number, number>();
  for (const { left } of lines) count.set(Math.round(left / 3), (count.get(Math.round(left / 3)) ?? 0) + 1);
  const often = Math.max(1, lines.length / 10);
  const places = [...count].filter(([, times]) => times >= often).map(([place]) => place * 3);
  const rights = lines.map(({ right }) => right).sort((a, b) => a - b);
  return { left: places.length > 0 ? Math.min(...places) : 0, right: rights[Math.floor(rights.length * 0.9)] ?? 0 };
}

/** What begins a paragraph whatever stands before it. */
const BEGINS =
  /^(?:第\s*[〇零一二两三四五六七八九十百千0-9０-９⼀⼆⼋⼗]+\s*(?:条|章|节|编)|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|附\s*件|目\s*录)/;

function goesOn(before: PdfLine, line: PdfLine, margin: { left: number; right: number }): boolean {
  if (BEGINS.test(line.text) && !/[、，和或至及]$/.test(before.text)) return false;
  if (Math.abs(before.size - line.size) > 1.5) return false;
  const indented = line.left - margin.left > line.size * 1.2;
  const full = margin.right - before.right < before.size * 1.6;
  return full && !indented;
}

/** Chinese needs no space where a line ended; two Latin words do. */
const joined = (a: string, b: string): string => (/[A-Za-z0-9,.]$/.test(a) && /^[A-Za-z0-9]/.test(b) ? `${a} ${b}` : `${a}${b}`);
