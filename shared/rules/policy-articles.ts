import { cleanLines } from './policy-clean';
import { oddities } from './policy-findings';
import { aboutOf, isTitleLine, type ProposedAbout } from './policy-front';
import { articleHead, chapterHead, isAnnex, isContentsLine } from './policy-lines';
import { partsOf } from './policy-parts';

/** One article, or one part of a text without articles. */
export interface SplitArticle {
  /** 「第二十条」; of a part its heading or 「第 3 部分」. */
  label: string;
  /** 0 for what has no number: a preamble, an annex, a part. */
  number: number;
  branch: number;
  /** 「第三章 …」, perhaps with its section. */
  chapter: string;
  /** Only where the text itself says it in brackets. */
  subject: string;
  words: string;
}
export interface SplitPolicy {
  about: ProposedAbout;
  articles: SplitArticle[];
  /** Whether it has numbered articles at all. */
  numbered: boolean;
  /** What somebody should look at before it is stored; sentences. */
  findings: string[];
}

const PREAMBLE = '前言';
/** Lines before the first article that are more than a title, a date and who issued it. */
const LEAST_PREAMBLE = 40;

/** A policy's text, split by article (条). Pure; the same text always gives the same articles. */
export function splitPolicy(text: string): SplitPolicy {
  const lines = cleanLines(text);
  const split = byArticle(lines);
  const numbered = split.articles.filter(({ number }) => number > 0).length;
  if (numbered >= 2 || (numbered === 1 && split.articles.some(({ number }) => number === 1))) {
    const about = aboutOf(split.front, lines.join('\n'));
    return { about, articles: split.articles, numbered: true, findings: oddities(split.articles, about, text) };
  }
  const plain = lines.filter((line) => !isContentsLine(line));
  const about = aboutOf(plain.slice(0, 12), plain.join('\n'));
  const articles = partsOf(plain, about.title);
  return { about, articles, numbered: false, findings: oddities(articles, about, text) };
}

function byArticle(lines: readonly string[]): { articles: SplitArticle[]; front: string[] } {
  const articles: SplitArticle[] = [];
  const front: string[] = [];
  const chapters: (string | undefined)[] = [];
  let last = 0;
  let open: { head: Omit<SplitArticle, 'words'>; lines: string[] } | null = null;
  const close = (): void => {
    if (open) articles.push({ ...open.head, words: wordsOf(open.lines) });
    open = null;
  };
  const begin = (head: Omit<SplitArticle, 'words' | 'chapter'>, first: string): void => {
    close();
    open = { head: { ...head, chapter: chapters.filter(Boolean).join(' ') }, lines: [first] };
  };
  for (const line of lines) {
    if (isContentsLine(line)) continue;
    const chapter = chapterHead(line);
    if (chapter) {
      chapters.length = chapter.level;
      chapters[chapter.level] = chapter.title;
      close();
      continue;
    }
    const head = articleHead(line);
    // Without a space it is an article only where one is due; else the sentence speaks of another.
    const due = head && (head.number === last + 1 || (head.number === last && head.branch > 0));
    if (head && (!head.joined || due)) {
      const { label, number, branch, subject, rest } = head;
      begin({ label, number, branch, subject }, rest);
      last = number;
    } else if (articles.length + (open ? 1 : 0) > 0 && isAnnex(line)) {
      chapters.length = 0;
      begin({ label: line.replace(/[\s\u3000]+/g, ' '), number: 0, branch: 0, subject: '' }, '');
    } else if (open) (open as { lines: string[] }).lines.push(line);
    else if (last === 0) front.push(line);
    // Between a chapter's heading and its first article hardly anything stands; it goes with what was before.
    else if (line !== '') appendTo(articles, line);
  }
  close();
  const said = preambleOf(front);
  if (said && last > 0) articles.unshift({ label: PREAMBLE, number: 0, branch: 0, chapter: '', subject: '', words: said });
  return { articles, front };
}

function appendTo(articles: SplitArticle[], line: string): void {
  const before = articles.at(-1);
  if (before) before.words = `${before.words}\n${line}`;
}

/** The covering letter of a 通知, or why a text was made: kept as a part of its own. */
function preambleOf(front: readonly string[]): string {
  const said = front.filter((line) => line.length >= LEAST_PREAMBLE && !isTitleLine(line));
  return said.length > 0 ? wordsOf(front) : '';
}

const wordsOf = (lines: readonly string[]): string => lines.filter((line) => line !== '').join('\n');
