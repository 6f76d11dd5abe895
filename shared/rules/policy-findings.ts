import { chineseNumber } from './chinese-number';
import type { SplitArticle } from './policy-articles';
import type { ProposedAbout } from './policy-front';

/** Far more than any article of a law: the splitter has missed where the next begins. */
const VERY_LONG = 5000;
const SHOWN = 8;

/** What looks odd in a text that was split, for the eye of whoever imports it. Empty when nothing does. */
export function oddities(articles: readonly SplitArticle[], about: ProposedAbout, text: string): string[] {
  const findings: string[] = [];
  const numbered = articles.filter(({ number }) => number > 0);
  if (articles.length === 0) return ['没有找到正文'];
  if (numbered.length === 0) findings.push('没有找到「第X条」，已按标题和段落分成几部分');
  else findings.push(...sequence(numbered));
  const long = articles.filter(({ words }) => words.length > VERY_LONG);
  if (long.length > 0) findings.push(`特别长，请核对是否漏分：${list(long.map(({ label }) => label))}`);
  const empty = articles.filter(({ words, number }) => words === '' && number > 0);
  if (empty.length > 0) findings.push(`没有内容：${list(empty.map(({ label }) => label))}`);
  const lost = [...text].filter((c) => c === '\ufffd').length;
  if (lost > 0) findings.push(`有 ${lost} 个字没有读出来，显示为「\ufffd」`);
  if (about.title === '') findings.push('没有找到标题，请填写');
  if (about.effective === '') findings.push('没有找到施行日期，请填写或留空');
  return findings;
}

function sequence(numbered: readonly SplitArticle[]): string[] {
  const findings: string[] = [];
  const plain = numbered.filter(({ branch }) => branch === 0).map(({ number }) => number);
  const there = new Set(plain);
  const first = Math.min(...plain);
  const last = Math.max(...plain);
  if (first > 1) findings.push(`从第${chineseNumber(first)}条开始，前面的没有找到`);
  const missing = Array.from({ length: Math.min(last - first, 2000) }, (_, i) => first + i).filter((number) => !there.has(number));
  if (missing.length > 0) findings.push(`缺少：${list(missing.map((number) => `第${chineseNumber(number)}条`))}`);
  const labels = numbered.map(({ number, branch }) => `第${chineseNumber(number)}条${branch > 0 ? `之${chineseNumber(branch)}` : ''}`);
  const doubles = [...new Set(labels.filter((label, i) => labels.indexOf(label) !== i))];
  if (doubles.length > 0) findings.push(`重复：${list(doubles)}`);
  const back = numbered.filter(({ number, label }, i) => number < (numbered[i - 1]?.number ?? 0) && !doubles.includes(label));
  if (back.length > 0) findings.push(`顺序不对：${list(back.map(({ label }) => label))}`);
  return findings;
}

const list = (names: readonly string[]): string =>
  names.length > SHOWN ? `${names.slice(0, SHOWN).join('、')} 等 ${names.length} 处` : names.join('、');
