import { describe, expect, it } from 'vitest';
import { fillTemplate, unknownPlaces } from '../../../shared/documents/letter';
import { ASKED_PLACES, KNOWN_PLACES, typedWords } from '../../../shared/documents/letter-places';
import { DEFAULT_TEMPLATES } from '../../../shared/documents/letter-templates';
import { Disposal, RESULTS } from '../../../shared/domain/disposal';
import { LETTER_KINDS } from '../../../shared/domain/letters';
import { lettersFor, tellsPeriod, whither } from '../../../shared/rules/letters-of-result';

const COURT = { name: '县人社局', address: '为民路 1 号', phone: '010-1', basis: '' };
const template = (body: string) => ({ kind: 'received' as const, title: '接收告知单', body });

describe('a template', () => {
  it.each(LETTER_KINDS)('%s as it comes names nothing unknown, and has somewhere to sign', (kind) => {
    const { body } = DEFAULT_TEMPLATES[kind];
    expect(unknownPlaces(body, KNOWN_PLACES)).toEqual([]);
    expect(body).toContain('[签名]');
  });

  it('is filled piece by piece; what is not there is left to be written', () => {
    const body = '{姓名}：\n# 情况\n| 编号：{编号}\n| 日期: {日期}\n\n您好，{答复}。\n[期限]\n[没有]\n[签名] 签收、经办人';
    const values = {
      words: { 姓名: '李秀兰', 编号: '20261123-01-0001' },
      pieces: { 期限: [{ block: 'table' as const, rows: [['反馈', '12月7日']] as const }] },
    };
    expect(fillTemplate(template(body), values)).toEqual([
      { block: 'text', text: '李秀兰：' },
      { block: 'heading', text: '情况' },
      {
        block: 'table',
        rows: [
          ['编号', '20261123-01-0001'],
          ['日期', '＿＿＿＿＿＿'],
        ],
      },
      { block: 'text', text: '您好，＿＿＿＿＿＿。' },
      { block: 'table', rows: [['反馈', '12月7日']] },
      { block: 'sign', labels: ['签收', '经办人'] },
    ]);
  });

  it('leaves out what may be missing, and the row that would hold nothing else', () => {
    const body = '{处理结果}。{答复?}\n| 依据：{依据?}\n| 科室：{责任科室?}\n| 空栏：';
    expect(fillTemplate(template(body), { words: { 处理结果: '待核实', 责任科室: '社保科' }, pieces: {} })).toEqual([
      { block: 'text', text: '待核实。' },
      {
        block: 'table',
        rows: [
          ['科室', '社保科'],
          ['空栏', ''],
        ],
      },
    ]);
    expect(unknownPlaces('{答复?}{性命?}', KNOWN_PLACES)).toEqual(['性命']);
  });

  it('what a person typed is filled in once: a placeholder in their words stays words', () => {
    const [block] = fillTemplate(template('{答复}'), { words: { 答复: '写着 {姓名} 的条子', 姓名: '李秀兰' }, pieces: {} });
    expect(block).toEqual({ block: 'text', text: '写着 {姓名} 的条子' });
  });

  it('says which places nothing stands for', () => {
    expect(unknownPlaces('{姓名}{性命}\n[期限]\n[奇限]\n[签名] 甲', KNOWN_PLACES)).toEqual(['性命', '奇限']);
  });

  it('asks only for words that its own body has room for', () => {
    for (const [kind, places] of Object.entries(ASKED_PLACES))
      for (const place of places) expect(DEFAULT_TEMPLATES[kind as keyof typeof DEFAULT_TEMPLATES].body, kind).toContain(`{${place}}`);
  });

  it('takes from a person no word that its paper does not ask for', () => {
    expect(typedWords('extension', { 延至: '12月7日', 姓名: '别人', 处理意见: '支持' })).toEqual({ 延至: '12月7日' });
    expect(typedWords('record', { 主谈: '别人' })).toEqual({});
  });

  it.each([
    ['transferred', { target: COURT }, '已转送县人社局（为民路 1 号，电话 010-1）'],
    ['assigned', { target: { ...COURT, phone: '' } }, '已交县人社局办理（为民路 1 号）'],
    ['guided', { target: COURT }, '请向县人社局提出（为民路 1 号，电话 010-1）'],
    ['verify', { department: '社保科' }, '由社保科办理'],
    ['answered', {}, ''],
  ] as const)('%s: where the matter is now', (result, more, words) => expect(whither(Disposal.parse({ result, ...more }))).toBe(words));

  it.each([
    ['received', 'D4', false],
    ['received', 'D2', true],
    ['received', 'D7', false],
    ['transfer', 'D4', true],
    ['record', 'D4', true],
    ['accepted', 'D5', true],
    ['accepted', 'D11', true],
    ['accepted', 'D2', false],
  ] as const)('%s tells %s: %s', (kind, code, tells) => expect(tellsPeriod(kind, code)).toBe(tells));

  it('涉法涉诉 is proposed for that route only', () => {
    expect(lettersFor('judicial').proposed).toContain('judicial');
    expect(lettersFor('guided').proposed).toEqual(['record', 'received']);
  });

  it.each(RESULTS)('after %s the record comes first, and every paper is offered once', (result) => {
    const { proposed, others } = lettersFor(result);
    expect(proposed[0]).toBe('record');
    expect([...proposed, ...others].sort()).toEqual(LETTER_KINDS.filter((kind) => kind !== 'destruction').sort());
  });
});
