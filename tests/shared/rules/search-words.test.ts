import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VISIT_STATES } from '../../../shared/domain/visit';
import { defaultSettings } from '../../../shared/rules/defaults';
import { readDays } from '../../../shared/rules/search-dates';
import { type FilterFacts, passes } from '../../../shared/rules/search-filters';
import { readQuery } from '../../../shared/rules/search-tokens';
import { isRealDay } from '../../../shared/rules/time';

/** A Tuesday. */
const TODAY = '2026-11-24';
const { fields } = defaultSettings();
const codeOf = (name: string): string => fields.entries.find((entry) => entry.name === name)?.code ?? '';
const read = (text: string) => readQuery(text, { today: TODAY, fields });
const said = (text: string): string[] => read(text).understood.map(({ as, text: word }) => `${as} ${word}`);

describe('a time typed as people write it', () => {
  it.each([
    ['2026-11-20', '2026-11-20', '2026-11-20'],
    ['2026/11/20', '2026-11-20', '2026-11-20'],
    ['2026.1.5', '2026-01-05', '2026-01-05'],
    ['2026年1月5日', '2026-01-05', '2026-01-05'],
    ['20261120', '2026-11-20', '2026-11-20'],
    ['11-20', '2026-11-20', '2026-11-20'],
    ['11月20日', '2026-11-20', '2026-11-20'],
    ['11月20号', '2026-11-20', '2026-11-20'],
    ['12-1', '2025-12-01', '2025-12-01'],
    ['20日', '2026-11-20', '2026-11-20'],
    ['25日', '2026-10-25', '2026-10-25'],
    ['今天', TODAY, TODAY],
    ['昨天', '2026-11-23', '2026-11-23'],
    ['前天', '2026-11-22', '2026-11-22'],
    ['本周', '2026-11-23', '2026-11-29'],
    ['上周', '2026-11-16', '2026-11-22'],
    ['本月', '2026-11-01', '2026-11-30'],
    ['上个月', '2026-10-01', '2026-10-31'],
    ['12月', '2025-12-01', '2025-12-31'],
    ['2月', '2026-02-01', '2026-02-28'],
    ['2024-2', '2024-02-01', '2024-02-29'],
    ['2026年11月', '2026-11-01', '2026-11-30'],
    ['2025年', '2025-01-01', '2025-12-31'],
    ['去年', '2025-01-01', '2025-12-31'],
    ['3月1日至3月5日', '2026-03-01', '2026-03-05'],
    ['3月1日至5日', '2026-03-01', '2026-03-05'],
    ['11-1到11-20', '2026-11-01', '2026-11-20'],
    ['2026-11-01~2026-11-05', '2026-11-01', '2026-11-05'],
    ['上周至今天', '2026-11-16', TODAY],
  ])('%s', (word, from, to) => expect(readDays(word, TODAY)).toEqual({ from, to }));

  it.each(['2月30日', '2026-02-29', '13月', '11-31', '2026-13', '32日'])('%s is no day, and is said so', (word) => {
    expect(readDays(word, TODAY)).toBe('no-such-day');
    expect(read(word).query).toEqual({ kind: 'empty' });
    expect(said(word)).toEqual([`no-such-day ${word}`]);
  });

  it.each(['王', '2026', '1120', '13812345678', '12345678', '20269999', '19491231', 'A012', '到', '至今', '周', ''])('%s is none', (word) =>
    expect(readDays(word, TODAY)).toBeNull(),
  );

  it('on any day gives real days, in order', () => {
    const days = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
    const words = fc.constantFrom(
      '今天',
      '昨天',
      '前天',
      '本周',
      '上周',
      '本月',
      '上月',
      '31日',
      '29日',
      '12月',
      '2-29',
      '12-31',
      '去年',
      '1月1日至3日',
    );
    fc.assert(
      fc.property(words, days, (word, today) => {
        const read = readDays(word, today);
        if (read === null || read === 'no-such-day') return;
        expect(isRealDay(read.from) && isRealDay(read.to), `${word} on ${today}: ${read.from} – ${read.to}`).toBe(true);
        expect(read.from <= read.to).toBe(true);
      }),
    );
  });
});

describe('words in any order', () => {
  it.each([
    ['王 11-20 拆迁 未交还', ['days 2026-11-20', 'field 拆迁', 'state 未交还', 'person 王']],
    ['未交还 拆迁 王 11-20', ['state 未交还', 'field 拆迁', 'days 2026-11-20', 'person 王']],
    ['上周 集体访', ['days 2026-11-16 – 2026-11-22', 'kind 集体访']],
    ['11-01 11-05 补录', ['days 2026-11-01', 'days 2026-11-05', 'mark 补录']],
    ['５６７８ 昨天', ['days 2026-11-23', 'person 5678']],
    ['A012 昨天', ['days 2026-11-23', 'queue A012']],
    ['138 1234 5678 本月', ['days 2026-11-01 – 2026-11-30', 'person 13812345678']],
    ['110105 20101231 0012', ['person 110105201012310012']],
    ['国土', ['field 国土']],
    ['建设', ['person 建设']],
    ['2月30日 王', ['no-such-day 2月30日', 'person 王']],
  ])('%s', (text, words) => expect(said(text)).toEqual(words));

  it('become a filter for what the index can walk', () => {
    expect(read('上周 集体访').query).toEqual({
      kind: 'visits',
      filters: { days: { from: '2026-11-16', to: '2026-11-22' }, kind: 'collective' },
    });
    expect(read('A012 昨天').query).toEqual({ kind: 'queue', number: 'A012', days: { from: '2026-11-23', to: '2026-11-23' } });
    const land = read('自然资源').query;
    expect(land.kind === 'visits' ? land.filters.fieldCodes : []).toEqual(
      expect.arrayContaining([codeOf('自然资源（国土）'), codeOf('土地征收'), codeOf('宅基地')]),
    );
    expect(read('王 等候').query).toMatchObject({ kind: 'tokens', filters: { states: ['waiting'] } });
  });

  it('a word that can find nobody is not left out of the question', () => {
    expect(read('上周 1').query).toEqual({ kind: 'empty' });
  });
});

describe('a visit passes', () => {
  const visit: FilterFacts = { date: TODAY, fieldCode: '04', state: 'waiting', kind: 'individual', repeated: true, priority: false };
  it.each([
    [{}, true],
    [{ days: { from: TODAY, to: TODAY } }, true],
    [{ days: { from: '2026-11-25', to: '2026-11-26' } }, false],
    [{ fieldCodes: ['04', '05'] }, true],
    [{ fieldCodes: [] }, false],
    [{ states: ['returned'] as const }, false],
    [{ kind: 'collective' as const }, false],
    [{ marks: ['repeated'] as const }, true],
    [{ marks: ['repeated', 'backfilled'] as const }, false],
    [{ marks: ['first'] as const }, false],
  ])('%j: %s', (filters, passed) => expect(passes(visit, filters)).toBe(passed));

  it('in one state word or another: together they are every state but those made void', () => {
    const states = (text: string) => {
      const { query } = read(text);
      return query.kind === 'visits' ? [...(query.filters.states ?? [])].sort() : [];
    };
    expect(states('未交还 已交还')).toEqual(VISIT_STATES.filter((state) => state !== 'void').sort());
  });
});
