import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BRIEFING_SECTIONS } from '../../../shared/domain/briefing';
import { whyCase } from '../../../shared/rules/briefing-cases';
import { correcting, draftBriefing, NONE_GROUP, nameLines, UNKNOWN_GROUP } from '../../../shared/rules/briefing-draft';
import type { BriefingFacts, DayIncident, DayTalk, DayVisit } from '../../../shared/rules/briefing-facts';
import { maskWithin } from '../../../shared/rules/mask-within';

const LAN = { name: '李秀兰', docNumber: '11010519491231002X', phone: '13800138000' };
const visit = (over: Partial<DayVisit> = {}): DayVisit => ({
  ...{ id: 'v1', matterId: 'm1', number: '20261123-01-0001', queueNumber: 'A001', collective: false, heads: 1 },
  ...{ field: '劳动和社会保障', purpose: '申诉求决', summary: '李秀兰反映退休待遇核定有误', place: '', secret: false },
  ...{ repeated: false, visitCount: 1, people: [LAN], personIds: ['person-1'], state: '已交还' },
  ...over,
});
const talk = (over: Partial<DayTalk> = {}): DayTalk => ({
  ...{
    id: 't1',
    visitId: 'v1',
    room: '第一接访室',
    ended: true,
    result: 'verify',
    answer: '',
    opinion: '',
    department: '社保科',
    target: '',
  },
  focus: { demand: '重新核定', occasion: '', channels: '', expectation: '' },
  moods: { calm: 1, upset: 0, extreme: 0, uncontrolled: 0 },
  ...over,
});
const incident = (over: Partial<DayIncident> = {}): DayIncident => ({
  ...{ id: 'i1', number: '20261123-01-T01', at: '10:05', name: '聚集', level: 3, falseAlarm: false, over: true, peopleMost: 12 },
  ...{ visitIds: [], conducts: ['拉横幅'], cause: '', measures: ['10:06 疏导'], trend: '人数减至 0 人', improve: '' },
  ...over,
});
const facts = (over: Partial<BriefingFacts> = {}): BriefingFacts => ({
  ...{ date: '2026-11-23', visits: [visit()], chosen: new Set(['v1']), talks: [talk()], incidents: [], forecasts: [], repeatMarkFrom: 4 },
  promises: [{ id: 'p1', visitId: 'v1', label: '10 个工作日内反馈', due: '2026-12-07', provisional: false, department: '社保科' }],
  ...over,
});
const words = (f: BriefingFacts): string => JSON.stringify(draftBriefing(f));
const section = (f: BriefingFacts, key: (typeof BRIEFING_SECTIONS)[number]): string =>
  draftBriefing(f)
    .find((each) => each.key === key)
    ?.sentences.map(({ text }) => text)
    .join('\n') ?? '';

describe('a 专报 drafted from the records', () => {
  it('has every section in its order, and every sentence of records says which', () => {
    const drafted = draftBriefing(facts({ incidents: [incident()] }));
    expect(drafted.map(({ key }) => key)).toEqual([...BRIEFING_SECTIONS]);
    for (const { sentences } of drafted) {
      expect(sentences.length).toBeGreaterThan(0);
      for (const each of sentences) {
        expect(each.generated).toBe(each.text);
        if (each.text !== UNKNOWN_GROUP) expect(each.sources.length, each.text).toBeGreaterThan(0);
      }
    }
  });

  it('counts 批次 and 人次, and names the fields', () => {
    const two = [visit(), visit({ id: 'v2', queueNumber: 'A002', collective: true, heads: 9, repeated: true, field: '城乡建设' })];
    expect(section(facts({ visits: two }), 'overview')).toContain('来访 2 批 10 人次，其中集体访 1 批 9 人次，重访 1 批 9 人次');
    expect(section(facts({ visits: two }), 'overview')).toContain('城乡建设 1 批 9 人次');
  });

  it.each<[string, Partial<BriefingFacts>, (typeof BRIEFING_SECTIONS)[number], string]>([
    ['no case: the records show none', { chosen: new Set() }, 'cases', NONE_GROUP],
    ['nothing was done: none', { talks: [] }, 'handling', NONE_GROUP],
    ['nothing promised: none', { promises: [] }, 'promises', NONE_GROUP],
    ['a risk that nobody judged is unknown', {}, 'risks', UNKNOWN_GROUP],
    ['measures that nobody proposed are unknown', { promises: [] }, 'advice', UNKNOWN_GROUP],
    [
      'how somebody behaved where nobody marked it',
      { talks: [talk({ moods: { calm: 0, upset: 0, extreme: 0, uncontrolled: 0 } })] },
      'cases',
      UNKNOWN_GROUP,
    ],
    ['the grade before the visit, where nothing was forecast', {}, 'overview', `来访前预警等级：${UNKNOWN_GROUP}`],
    ['the level of response on a quiet day', {}, 'overview', `突发响应等级：${NONE_GROUP}`],
    ['nobody came', { visits: [], chosen: new Set(), talks: [], promises: [] }, 'overview', '没有来访登记'],
  ])('blank: %s', (_what, over, key, expected) => {
    expect(section(facts(over), key)).toContain(expected);
  });

  it('says how grave each visit was forecast to be, of the day and of the case, and from which items', () => {
    const warned = facts({
      forecasts: [
        { id: 'f1', grade: 'general', matterId: '', personId: '' },
        { id: 'f2', grade: 'attention', matterId: '', personId: 'person-1' },
        { id: 'f3', grade: 'high', matterId: 'm1', personId: '' },
        { id: 'f4', grade: 'high', matterId: 'm9', personId: 'person-9' },
      ],
    });
    expect(section(warned, 'overview')).toContain('来访前预警等级：高风险 2 件、关注 1 件、一般 1 件。');
    expect(section(warned, 'cases')).toContain('来访前预警等级：高风险 1 件、关注 1 件。');
    const sources = draftBriefing(warned)
      .find(({ key }) => key === 'cases')
      ?.sentences.flatMap((each) => each.sources.filter(({ kind }) => kind === 'forecast').map(({ id }) => id));
    expect(sources).toEqual(['f3', 'f2']);
  });

  it('tells of a secret matter only that it was there', () => {
    const secret = facts({ visits: [visit({ secret: true })], talks: [talk({ answer: '已移送' })] });
    expect(words(secret)).not.toMatch(/退休待遇|重新核定|已移送/);
    expect(section(secret, 'cases')).toContain('（保密事项）');
  });

  it('never names anybody in full, in whatever text they stand', () => {
    const everywhere = '李秀兰 11010519491231002X 电话13800138000';
    const f = facts({
      visits: [visit({ summary: everywhere, place: everywhere })],
      talks: [talk({ answer: everywhere, focus: { demand: everywhere, occasion: '', channels: '', expectation: '' } })],
      incidents: [incident({ cause: everywhere, measures: [everywhere] })],
    });
    const all = words(f) + JSON.stringify(nameLines(f));
    for (const told of ['李秀兰', '11010519491231002X', '13800138000']) expect(all).not.toContain(told);
    expect(nameLines(f)).toMatchObject([{ number: 'A001', names: ['李**'], documents: ['1101**********002X'], result: '待核实' }]);
  });

  it('of a correction names the one it corrects, and leaves no sentence without a source', () => {
    const corrected = correcting(draftBriefing(facts()), { id: 'b1', number: '〔2026〕第3期' });
    expect(corrected[0]?.sentences[0]?.text).toContain('更正〔2026〕第3期');
    for (const { sentences } of corrected) for (const { sources } of sentences) expect(sources.length).toBeGreaterThan(0);
  });
});

describe('a case is proposed', () => {
  it.each<[string, Partial<DayVisit>, Partial<BriefingFacts>, string]>([
    ['for a collective visit', { collective: true, heads: 8 }, {}, '集体访 8 人'],
    ['for the 4th time', { visitCount: 4 }, {}, '第 4 次来访'],
    ['not for the 3rd', { visitCount: 3 }, {}, ''],
    ['for a severe talk', {}, { talks: [talk({ moods: { calm: 0, upset: 3, extreme: 1, uncontrolled: 0 } })] }, '接谈中过激'],
    ['not for an upset one', {}, { talks: [talk({ moods: { calm: 0, upset: 3, extreme: 0, uncontrolled: 0 } })] }, ''],
    ['for an incident about it', {}, { incidents: [incident({ visitIds: ['v1'] })] }, '涉及突发'],
    ['not for a false alarm', {}, { incidents: [incident({ visitIds: ['v1'], falseAlarm: true })] }, ''],
  ])('%s', (_what, of, over, expected) => {
    expect(whyCase(facts(over), visit(of))).toBe(expected);
  });
});

describe('free text on its way out', () => {
  it('covers every citizen’s number and mobile, whosever it is', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-9]\d{16}[\dX]$/),
        fc.stringMatching(/^1[3-9]\d{9}$/),
        fc.constantFrom('，', '号', ' ', '：'),
        (citizen, mobile, gap) => {
          const masked = maskWithin(`反映人${gap}${citizen}${gap}电话${gap}${mobile}`, []);
          expect(masked).not.toContain(citizen);
          expect(masked).not.toContain(mobile);
        },
      ),
    );
  });
  it('takes the longer name first, and leaves a single character alone', () => {
    const people = ['欧阳修', '欧阳修远', '安'].map((name) => ({ name, docNumber: '', phone: '' }));
    expect(maskWithin('欧阳修远、欧阳修在安全通道', people)).toBe('欧阳**、欧阳*在安全通道');
  });
});
