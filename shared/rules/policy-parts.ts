import type { SplitArticle } from './policy-articles';
import { chapterHead, isAnnex, partHeading } from './policy-lines';

/** About a page: what a person reads at one look, and a citation may freeze. */
const PART = 800;
/** A paragraph longer than this is cut at the end of a sentence. */
const LONGEST = 1200;

interface Gathering {
  label: string;
  chapter: string;
  lines: string[];
  length: number;
}

/** A text without articles: one part a heading, or, where there are none, parts of about a page. */
export function partsOf(lines: readonly string[], title: string): SplitArticle[] {
  const parts: SplitArticle[] = [];
  let chapter = '';
  let now: Gathering = { label: '', chapter: '', lines: [], length: 0 };
  const close = (): void => {
    if (now.lines.length === 0) return;
    const label = now.label || `第 ${parts.length + 1} 部分`;
    parts.push({ label, number: 0, branch: 0, chapter: now.chapter, subject: '', words: now.lines.join('\n') });
  };
  const begin = (label: string): void => {
    close();
    now = { label, chapter, lines: [], length: 0 };
  };
  const add = (piece: string): void => {
    if (now.length > 0 && now.length + piece.length > LONGEST) begin(continued(now.label));
    now.lines.push(piece);
    now.length += piece.length;
  };
  for (const line of lines) {
    if (line === '' || line === title) continue;
    const heading = partHeading(line);
    if (chapterHead(line)) {
      chapter = line;
      begin(line);
    } else if (heading?.level === 0 || isAnnex(line) || (heading && now.length > PART)) begin(line);
    else if (now.length > PART) {
      begin(continued(now.label));
      for (const piece of pieces(line)) add(piece);
    } else for (const piece of pieces(line)) add(piece);
  }
  close();
  return parts;
}

/** A heading's second page says so; what has no heading is counted. */
const continued = (label: string): string => (label === '' || label.endsWith('（续）') ? label : `${label}（续）`);

function pieces(line: string): string[] {
  const cut: string[] = [];
  let rest = line;
  while (rest.length > LONGEST) {
    const sentence = Math.max(...['。', '；', '！', '？', ';'].map((mark) => rest.lastIndexOf(mark, LONGEST - 1)));
    let at = sentence > LONGEST / 3 ? sentence + 1 : LONGEST;
    // Never through the middle of a character of two units.
    if (/[\ud800-\udbff]/.test(rest[at - 1] ?? '')) at--;
    cut.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return rest === '' ? cut : [...cut, rest];
}
