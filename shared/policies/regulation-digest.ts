import type { ArticleView, PolicyView } from '../domain/policies';
import { chineseNumber } from '../rules/chinese-number';
import { ARTICLES_1_TO_26 } from './regulation-part-1';
import { ARTICLES_27_TO_50 } from './regulation-part-2';

/**
 * Our own digest of the 信访工作条例, in every hall from the first day: for finding the article, not for quoting it. It is
 * merged into the library in memory and never stored, so that a new program brings a new digest; its ids are fixed, so
 * that a citation or a retirement still means the same article afterwards.
 */
export type DigestEntry = readonly [number: number, subject: string, gist: string];

export const DIGEST_MARK = '摘要，非原文';
export const DIGEST_POLICY_ID = '01f7a0c2-1d20-7c05-8a00-000000000000';
const articleId = (number: number): string => `01f7a0c2-1d20-7c05-8a00-${String(number).padStart(12, '0')}`;

const TITLE = '信访工作条例';
const VERSION = '2022年';
const EFFECTIVE = '2022-05-01';

const CHAPTERS = [
  [1, '第一章 总则'],
  [7, '第二章 工作体制'],
  [17, '第三章 提出和受理'],
  [27, '第四章 办理'],
  [38, '第五章 监督和追责'],
  [48, '第六章 附则'],
] as const;

export interface DigestArticle extends ArticleView {
  n: number;
}

export const DIGEST_ARTICLES: readonly DigestArticle[] = [...ARTICLES_1_TO_26, ...ARTICLES_27_TO_50].map(([number, subject, words]) => ({
  id: articleId(number),
  policyId: DIGEST_POLICY_ID,
  title: TITLE,
  version: VERSION,
  effective: EFFECTIVE,
  digest: true,
  active: true,
  n: number - 1,
  label: `第${chineseNumber(number)}条`,
  chapter: CHAPTERS.findLast(([from]) => from <= number)?.[1] ?? '',
  subject,
  words,
}));

export const DIGEST_POLICY: PolicyView = {
  id: DIGEST_POLICY_ID,
  title: TITLE,
  issuer: '中共中央、国务院',
  kind: 'regulation',
  version: VERSION,
  effective: EFFECTIVE,
  articles: DIGEST_ARTICLES.length,
  active: true,
  digest: true,
  source: '程序自带',
  addedAt: 0,
  addedByName: '',
};
