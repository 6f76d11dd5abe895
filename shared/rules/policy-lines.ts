import { NUMBER_CHARACTERS, parseChineseNumber } from './chinese-number';

/** What one line of a policy is, judged by itself; the splitter knows what came before it. */
export interface ArticleHead {
  /** 「第二十条」, 「第三十一条之一」. */
  label: string;
  number: number;
  /** Of 「之一」; 0 without. */
  branch: number;
  /** In brackets behind the label. */
  subject: string;
  rest: string;
  /** The words begin without any space: it may as well be a sentence that speaks of another article. */
  joined: boolean;
}

const N = `[${NUMBER_CHARACTERS}]{1,8}`;
const ARTICLE = new RegExp(`^第\\s*(${N})\\s*条(?:之(${N}))?(.*)$`, 's');
/** 「第二十条、第二十六条」, 「第六条规定的」: the sentence goes on. */
const GOES_ON = new RegExp(`^(?:[、，,；;。）)》”]|(?:至|到|和|或|及|与|以及)?第|第?${N}[款项目]|规定|所|的|中|和|或|至|及|以及|与|之)`);

export function articleHead(line: string): ArticleHead | null {
  const found = ARTICLE.exec(line);
  if (!found) return null;
  const number = parseChineseNumber(found[1] ?? '');
  const branch = found[2] ? parseChineseNumber(found[2]) : 0;
  if (number === null || branch === null || number === 0) return null;
  const behind = found[3] ?? '';
  const joined = behind !== '' && !/^[\s\u3000【［[（(:：.．]/.test(behind);
  if (GOES_ON.test(behind)) return null;
  const label = `第${(found[1] ?? '').replace(/\s/g, '')}条${found[2] ? `之${found[2]}` : ''}`;
  const words = behind.replace(/^[\s\u3000:：.．]+/, '');
  const titled = /^(?:【([^】]{1,30})】|［([^］]{1,30})］|\[([^\]]{1,30})\]|[（(]([^）)]{1,20})[）)](?=[\s\u3000]))[\s\u3000:：]*/.exec(
    words,
  );
  // 「（一）」 behind the label is its first item.
  const subject = (titled?.[1] ?? titled?.[2] ?? titled?.[3] ?? titled?.[4] ?? '').trim();
  const isItem = subject !== '' && parseChineseNumber(subject) !== null;
  const rest = titled && !isItem ? words.slice(titled[0].length) : words;
  return { label, number, branch, subject: isItem ? '' : subject, rest: rest.trim(), joined };
}

const CHAPTER = new RegExp(`^第\\s*${N}\\s*(编|分编|章|节)(?![\\u4e00-\\u9fff]*[款项])[\\s\\u3000:：]*(.*)$`);
const LONGEST_HEADING = 40;

/** 「第三章 信访事项的提出和受理」; `level` 0 is the widest. */
export function chapterHead(line: string): { level: number; title: string } | null {
  const found = CHAPTER.exec(line);
  if (!found || line.length > LONGEST_HEADING || /[。；;，,]$/.test(line) || /^(?:的|和|规定|、|，)/.test(found[2] ?? '')) return null;
  return { level: ['编', '分编', '章', '节'].indexOf(found[1] ?? ''), title: line.replace(/[\s\u3000]+/g, ' ') };
}

/** 「附件1：申请表」; 「附则」 is the last chapter of most texts, and no annex. */
export const isAnnex = (line: string): boolean =>
  line.length <= LONGEST_HEADING && /^附(?:件|录|表|图)\s*[一二三四五六七八九十0-9０-９]*\s*(?:[：:.．、\s\u3000].*)?$/.test(line);

/** A line of a table of contents: dots and a page. */
export const isContentsLine = (line: string): boolean => /(?:[.…·．。]\s*){3,}\s*\d+$/.test(line) || /^目\s*[录次]$/.test(line);

/** A heading of a text without articles. `level` 0: 「一、总体要求」; 1: 「（一）」. */
export function partHeading(line: string): { level: number } | null {
  if (line.length > LONGEST_HEADING || /[。；;，,！？]$/.test(line)) return null;
  if (/^[〇零一二三四五六七八九十]{1,3}、/.test(line) || /^第[一二三四五六七八九十]{1,3}(?:部分|篇)/.test(line)) return { level: 0 };
  if (/^[（(][一二三四五六七八九十]{1,3}[）)]/.test(line)) return { level: 1 };
  return null;
}
