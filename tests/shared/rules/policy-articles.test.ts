import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseNumber } from '../../../shared/rules/chinese-number';
import { splitPolicy } from '../../../shared/rules/policy-articles';
import { HALL_RULES } from '../../fixtures/policies/hall-rules';

const labels = (text: string): string[] => splitPolicy(text).articles.map(({ label }) => label);

describe('a text with articles', () => {
  it('title, issuer, number, date, chapters, items inside their article, 第七条之一', () => {
    const { about, articles, numbered, findings } = splitPolicy(HALL_RULES);
    expect(about).toEqual({
      title: '示范区接待大厅来访事项办理办法',
      issuer: '示范区信访局',
      version: '示范发〔2025〕7号',
      effective: '2025-04-01',
      kind: 'rules',
    });
    expect(numbered).toBe(true);
    expect(findings).toEqual([]);
    expect(articles.map(({ label, chapter }) => [label, chapter])).toEqual([
      ['第一条', '第一章 总则'],
      ['第二条', '第一章 总则'],
      ['第三条', '第二章 接待'],
      ['第四条', '第二章 接待'],
      ['第五条', '第二章 接待'],
      ['第六条', '第三章 答复'],
      ['第七条', '第三章 答复'],
      ['第七条之一', '第三章 答复'],
      ['第八条', '第三章 答复'],
    ]);
    expect(articles[2]?.words.split('\n')).toEqual([
      '来访人进门先取号，按号等候。遇有下列情形可以优先：',
      '（一）七十岁以上的老人；',
      '（二）怀孕或者带婴儿的；',
      '（三）行动不便的。',
    ]);
  });

  it.each([
    ['a full-width space', '第一条　甲。\n第二条　乙。', ['第一条', '第二条']],
    ['no space at all', '第一条为了甲。\n第二条适用于乙。', ['第一条', '第二条']],
    ['digits', '第1条 甲。\n第 2 条 乙。\n第３条 丙。', ['第1条', '第2条', '第３条']],
    [
      'beyond a hundred',
      '第一百一十九条 甲。\n第一百二十条 乙。\n第一百二十条之一 丙。',
      ['第一百一十九条', '第一百二十条', '第一百二十条之一'],
    ],
    ['marks of markdown', '# 某规定\n\n### **第一条** 甲。\n\n> 第二条 乙。\n\n- 第三条 丙。', ['第一条', '第二条', '第三条']],
    ['a comment of the web', '<!-- 第九条 注 -->\n第一条 甲。\n<!--\n第八条 注\n-->\n第二条 乙。', ['第一条', '第二条']],
    ['radicals of a PDF', '第⼀条 甲。\n第⼆条 ⼄。', ['第一条', '第二条']],
    ['line ends of Windows and of old Macs', '第一条 甲。\r\n第二条 乙。\r第三条 丙。', ['第一条', '第二条', '第三条']],
    ['a label alone on its line', '第一条\n甲。\n第二条\n乙。', ['第一条', '第二条']],
  ])('%s', (_, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  it('a sentence that begins with another article is no article', () => {
    const text = [
      '第一条 甲。',
      '第二条 依照',
      '第一条规定的情形办理，',
      '第一条、第二条所列材料齐全的，',
      '第五条第二款的除外。',
      '第九条中的期限不变。',
      '第三条 丙。',
    ].join('\n');
    expect(labels(text)).toEqual(['第一条', '第二条', '第三条']);
    expect(splitPolicy(text).articles[1]?.words).toContain('第九条中的期限不变。');
  });

  it('a subject in brackets is one; an item behind the label is not', () => {
    const { articles } = splitPolicy('第一条 【立法目的】为了甲。\n第二条 （适用范围） 乙。\n第三条 （一）丙；\n（二）丁。');
    expect(articles.map(({ subject, words }) => [subject, words])).toEqual([
      ['立法目的', '为了甲。'],
      ['适用范围', '乙。'],
      ['', '（一）丙；\n（二）丁。'],
    ]);
  });

  it('sections stand in their chapter; a new chapter ends them', () => {
    const { articles } = splitPolicy('第一章 甲\n第一节 乙\n第一条 一。\n第二节 丙\n第二条 二。\n第二章 丁\n第三条 三。');
    expect(articles.map(({ chapter }) => chapter)).toEqual(['第一章 甲 第一节 乙', '第一章 甲 第二节 丙', '第二章 丁']);
  });

  it('a table of contents is no text, an annex is a part of its own, a covering letter is kept', () => {
    const text = [
      '示范区信访局关于印发《值班规定》的通知',
      '各科室：现将值班规定印发给你们，请结合实际认真执行，执行中遇到的问题请及时向办公室反映，以便修订。',
      '值班规定',
      '目录',
      '第一章 总则……………1',
      '第二章 值班............2',
      '第一章 总则',
      '第一条 甲。',
      '第二章 附则',
      '第二条 自发布之日起施行。',
      '附件1：值班表',
      '周一 张某',
    ].join('\n');
    const { about, articles } = splitPolicy(text);
    expect(about.title).toBe('值班规定');
    expect(articles.map(({ label }) => label)).toEqual(['前言', '第一条', '第二条', '附件1：值班表']);
    expect(articles[0]?.words).toContain('以便修订');
    expect(articles[2]).toMatchObject({ chapter: '第二章 附则', words: '自发布之日起施行。' });
    expect(articles[3]).toMatchObject({ chapter: '', words: '周一 张某' });
  });

  it.each([
    ['第一条 甲。\n第二条 乙。\n第五条 戊。', '缺少：第三条、第四条'],
    ['第一条 甲。\n第二条 乙。\n第二条 丙。', '重复：第二条'],
    ['第三条 甲。\n第四条 乙。', '从第三条开始，前面的没有找到'],
    ['第一条 甲。\n第三条 丙。\n第二条 乙。', '顺序不对：第二条'],
    ['第一条\n第二条 乙。', '没有内容：第一条'],
    [`第一条 ${'甲'.repeat(5001)}\n第二条 乙。`, '特别长，请核对是否漏分：第一条'],
    ['第一条 甲\ufffd。\n第二条 乙。', '有 1 个字没有读出来，显示为「\ufffd」'],
    ['第一条 甲。\n第二条 乙。', '没有找到施行日期，请填写或留空'],
  ])('what looks odd is said: %s', (text, finding) => {
    expect(splitPolicy(text).findings).toContain(finding);
  });

  it('numbered one after the other, every article comes out with its own words', () => {
    const Words = fc.array(fc.constantFrom('来访', '登记', '等候', '答复', '材料', '期限'), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(Words, { minLength: 2, maxLength: 130 }), (articles) => {
        const texts = articles.map((words) => `${words.join('')}。`);
        const split = splitPolicy(texts.map((words, i) => `第${chineseNumber(i + 1)}条 ${words}`).join('\n\n'));
        expect(split.articles.map(({ words }) => words)).toEqual(texts);
        expect(split.articles.map(({ number }) => number)).toEqual(texts.map((_, i) => i + 1));
      }),
      { numRuns: 40 },
    );
  });
});

describe('a text without articles', () => {
  it('is split by its headings', () => {
    const { numbered, articles, findings, about } = splitPolicy(
      '大厅服务指南\n一、取号\n进门右手取号。\n二、等候\n按号等候。\n（一）老人优先。\n三、办理\n带齐材料。',
    );
    expect(numbered).toBe(false);
    expect(about.title).toBe('大厅服务指南');
    expect(articles.map(({ label }) => label)).toEqual(['一、取号', '二、等候', '三、办理']);
    expect(articles[1]?.words).toContain('老人优先');
    expect(findings[0]).toContain('没有找到「第X条」');
  });

  it('one long paragraph is cut at the ends of sentences, and nothing is lost', () => {
    const text = Array.from({ length: 400 }, (_, i) => `第${i}位来访人按号等候。`).join('');
    const { articles } = splitPolicy(text);
    expect(Math.max(...articles.map(({ words }) => words.length))).toBeLessThanOrEqual(1200);
    expect(articles.every(({ words }) => words.endsWith('。'))).toBe(true);
    expect(articles.map(({ words }) => words).join('')).toBe(text);
    expect(new Set(articles.map(({ label }) => label)).size).toBe(articles.length);
  });

  it('never cuts through a character of two units', () => {
    const { articles } = splitPolicy('𠮷'.repeat(5000));
    expect(articles.every(({ words }) => !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(words))).toBe(true);
  });

  it.each(['', '\n\n', '<!-- nothing -->', '　'])('of nothing comes nothing: %j', (text) => {
    expect(splitPolicy(text).articles).toEqual([]);
  });
});

it('any text at all is split in reasonable time, and without an error', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('第', '一', '二', '条', '章', ' ', '\n', '（', '）', '之', '甲。', '附件', '目录', '【', '】', '#', '<!--'),
        { maxLength: 300 },
      ),
      (pieces) => {
        const { articles } = splitPolicy(pieces.join(''));
        expect(articles.every(({ label }) => label !== '')).toBe(true);
      },
    ),
  );
});
