import { describe, expect, it } from 'vitest';
import { Id } from '../../../shared/domain/basics';
import { PolicyAbout } from '../../../shared/domain/policies';
import { DIGEST_ARTICLES, DIGEST_MARK, DIGEST_POLICY, DIGEST_POLICY_ID } from '../../../shared/policies/regulation-digest';
import { type IndexedArticle, PolicyIndex, type RankedPolicy } from '../../../shared/rules/policy-index';
import { excerptOf, marksIn, meansTitle, parsePolicyQuery } from '../../../shared/rules/policy-query';

describe('our digest of the regulation', () => {
  it('has the fifty articles in their order, each with a subject and one to three sentences, under ids that stay', () => {
    expect(DIGEST_ARTICLES.map(({ n }) => n + 1)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(DIGEST_POLICY).toMatchObject({ articles: 50, digest: true, effective: '2022-05-01' });
    expect(DIGEST_MARK).toBe('摘要，非原文');
    for (const { id, subject, words, digest } of DIGEST_ARTICLES) {
      expect(Id.safeParse(id).success).toBe(true);
      expect(digest).toBe(true);
      expect(subject.length).toBeGreaterThan(1);
      expect(subject.length).toBeLessThanOrEqual(24);
      expect(words.split(/[。；]/).filter(Boolean).length).toBeLessThanOrEqual(6);
      expect(words.length).toBeLessThanOrEqual(110);
    }
    expect(Id.safeParse(DIGEST_POLICY_ID).success).toBe(true);
    expect(new Set(DIGEST_ARTICLES.map(({ id }) => id)).size).toBe(50);
    expect(DIGEST_ARTICLES[19]).toMatchObject({
      id: '01f7a0c2-1d20-7c05-8a00-000000000020',
      label: '第二十条',
      chapter: '第三章 提出和受理',
    });
  });
  it('would pass as what an import asks', () => {
    expect(PolicyAbout.safeParse(DIGEST_POLICY).success).toBe(true);
  });
});

describe('what somebody typed', () => {
  it.each([
    ['20条', { number: 20, branch: 0, title: '', certain: true }],
    ['第二十条', { number: 20, branch: 0, title: '', certain: true }],
    ['２０条', { number: 20, branch: 0, title: '', certain: true }],
    ['条例20', { number: 20, branch: 0, title: '条例', certain: false }],
    ['《信访条例》第20条', { number: 20, branch: 0, title: '信访条例', certain: true }],
    ['信访工作条例 第三十一条之一', { number: 31, branch: 1, title: '信访工作条例', certain: true }],
    ['20', { number: 20, branch: 0, title: '', certain: false }],
    ['代表人数', null],
    ['60日', null],
    ['条', null],
  ])('%s', (text, article) => {
    expect(parsePolicyQuery(text).article).toEqual(article);
  });
  it('words are parted by spaces and marks; one is asked once', () => {
    expect(parsePolicyQuery(' 集体访，代表 代表？').terms.map(({ word }) => word)).toEqual(['集体访', '代表']);
    expect(parsePolicyQuery('几个人').terms[0]?.others).toContain('代表人数');
  });
  it('a title may be shortened', () => {
    expect(meansTitle('信访条例', '信访工作条例')).toBe(true);
    expect(meansTitle('条例', '信访工作条例')).toBe(true);
    expect(meansTitle('', '信访工作条例')).toBe(true);
    expect(meansTitle('办法', '信访工作条例')).toBe(false);
  });
});

describe('where the words stand', () => {
  const cut = (text: string, query: string): string[] => marksIn(text, parsePolicyQuery(query)).map(([a, b]) => text.slice(a, b));
  it.each([
    ['推选代表，代表人数有限', '代表人数', ['代表人数']],
    ['推选代表，人数有限', '代表人数', ['代表', '人数']],
    ['应当推选代表', '几个人', ['推选代表']],
    ['ＡＢ类事项', 'ab类', ['ＡＢ类']],
    ['没有', '别的', []],
  ])('%s, %s', (text, query, expected) => {
    expect(cut(text, query)).toEqual(expected);
  });
  it('an excerpt shows the marked place and keeps the marks on it', () => {
    const text = `${'前面的话很长。'.repeat(40)}推选代表，代表人数有限。${'后面。'.repeat(60)}`;
    const { excerpt, marks } = excerptOf(text, marksIn(text, parsePolicyQuery('代表人数')));
    expect(marks.map(([a, b]) => excerpt.slice(a, b))).toEqual(['代表人数']);
    expect(excerpt.length).toBeLessThan(120);
    expect(excerpt.startsWith('…') && excerpt.endsWith('…')).toBe(true);
  });
});

describe('the index', () => {
  const policy = (over: Partial<RankedPolicy> = {}): RankedPolicy => ({
    ...{ title: '某办法', active: true, digest: false, effective: '2024-01-01', order: 2 },
    ...over,
  });
  const article = (id: string, words: string, over: Partial<IndexedArticle> = {}): IndexedArticle => ({
    ...{ id, policyId: 'p', n: Number(id), label: '第一条', subject: '', chapter: '', words },
    ...over,
  });
  const find = (articles: IndexedArticle[], policies: Record<string, RankedPolicy>, text: string): string[] => {
    const index = new PolicyIndex();
    for (const each of articles) index.add(each);
    return index.find(parsePolicyQuery(text), new Map(Object.entries(policies)), 50).ids;
  };

  it('the subject before the words, the whole word before its pieces, near together before far apart', () => {
    const articles = [
      article('1', '人数很多的时候分开坐，代表不在此列。'),
      article('2', `代表${'，先登记再等候'.repeat(30)}，人数不限。`),
      article('3', '推选代表，代表人数有限。'),
      article('4', '几位都可以。', { subject: '代表人数' }),
    ];
    const found = find(articles, { p: policy() }, '代表人数');
    expect(found.slice(0, 3)).toEqual(expect.arrayContaining(['3', '4', '1']));
    expect(found.indexOf('2') === -1 || found.indexOf('2') > found.indexOf('1')).toBe(true);
    expect(found[2]).toBe('1');
  });
  it('in force before retired, whatever fits better', () => {
    const articles = [article('1', '轮椅借用，轮椅归还。', { policyId: 'old' }), article('2', '大厅有轮椅。', { policyId: 'now' })];
    expect(find(articles, { old: policy({ active: false }), now: policy() }, '轮椅')).toEqual(['2', '1']);
  });
  it('by number: the original before its digest, the state before the unit, the newer before the older', () => {
    const label = '第二十条';
    const articles = ['digest', 'unit', 'law', 'older'].map((policyId, i) => article(String(i), '甲', { policyId, label }));
    const policies = {
      digest: policy({ title: '信访工作条例', digest: true, order: 0 }),
      unit: policy({ order: 3 }),
      law: policy({ title: '信访工作条例', order: 0, effective: '2022-05-01' }),
      older: policy({ title: '信访条例', order: 0, effective: '2005-05-01' }),
    };
    expect(find(articles, policies, '20条')).toEqual(['2', '3', '0', '1']);
    expect(find(articles, policies, '工作条例20')).toEqual(['2', '0']);
  });
  it('a number without 条 looks into the words as well', () => {
    const articles = [article('1', '在 60 日内办结。'), article('2', '甲', { label: '第六十条' })];
    expect(find(articles, { p: policy() }, '60')).toEqual(['2', '1']);
  });
  it('one character is enough; a text of no known policy is not found; a removed one neither', () => {
    expect(find([article('1', '寄存伞。')], { p: policy() }, '伞')).toEqual(['1']);
    expect(find([article('1', '寄存伞。')], {}, '伞')).toEqual([]);
    const index = new PolicyIndex();
    index.add(article('1', '寄存伞。'));
    index.add(article('1', '寄存伞。'));
    expect(index.size).toBe(1);
    index.remove('1');
    expect(index.find(parsePolicyQuery('伞'), new Map([['p', policy()]]), 5)).toEqual({ ids: [], total: 0 });
  });
});
